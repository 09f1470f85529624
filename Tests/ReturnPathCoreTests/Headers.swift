import InternetMessage
import ReturnPathCore
import TestSupport

/// A message with these header fields, lines as they stand, and a body of one line.
func message(_ fields: [String], body: String = "Hello.\n") -> [UInt8] {
    Array((fields.joined(separator: "\n") + "\n\n" + body).utf8)
}

/// The header section of these lines.
func header(_ fields: [String]) -> HeaderSection {
    Entity.read(message(fields), limits: .standard).header
}

extension Envelope {
    /// What pipe(8) tells of a message from the tester.
    static func sample(
        sender: String = "anna@tester.example", recipient: String = "test@test.check.example",
        client: String = "2001:db8:1::25", queueID: String = "4ABC123", instance: Instance = .operator
    ) -> Envelope {
        Envelope(
            sender: sender, recipient: recipient, clientAddress: client, clientName: "out.tester.example",
            helo: "out.tester.example", queueID: queueID, instance: instance)
    }
}

/// Lines of a request that our own mail server wrote: the result above, its own stamp below.
enum Stamp {
    static let spf = "Authentication-Results: mx.check.example; spf=pass smtp.mailfrom=anna@tester.example"
    static let received = """
        Received: from out.tester.example (out.tester.example [2001:db8:1::25])
            by mx.check.example (Postfix) with ESMTPS id 4ABC123
            for <test@test.check.example>; Tue, 24 Nov 2026 04:00:00 +0000 (UTC)
        """
    static let message = [
        "From: Anna <anna@tester.example>", "To: test@test.check.example", "Subject: hello",
        "Date: Tue, 24 Nov 2026 03:59:50 +0000", "Message-ID: <hello@tester.example>",
    ]
}

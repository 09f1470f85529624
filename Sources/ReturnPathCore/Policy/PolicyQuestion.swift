/// What Postfix asks a policy service about one recipient (Postfix SMTPD_POLICY_README).
///
/// All of it but the protocol's state and the client's address is the client's to choose.
package struct PolicyQuestion: Hashable, Sendable {
    package let state: String
    package let sender: String
    package let recipient: String
    package let clientAddress: String

    /// The longest question that is read, in octets: many times what Postfix writes.
    package static let longest = 65_536

    /// Reads lines of `name=value`; of a name that stands there twice the first counts, unknown names are skipped.
    package init(_ text: some StringProtocol) {
        var values: [Substring: Substring] = [:]
        for line in Substring(text).split(separator: "\n") {
            guard let equals = line.firstIndex(of: "=") else { continue }
            let name = line[..<equals]
            values[name] = values[name] ?? line[line.index(after: equals)...]
        }
        func value(_ name: Substring) -> String { values[name].map(String.init) ?? "" }
        state = value("request") == "smtpd_access_policy" ? value("protocol_state") : ""
        sender = value("sender")
        recipient = value("recipient")
        clientAddress = value("client_address")
    }

    package init(sender: String, recipient: String, clientAddress: String, state: String = "RCPT") {
        self.state = state
        self.sender = sender
        self.recipient = recipient
        self.clientAddress = clientAddress
    }
}

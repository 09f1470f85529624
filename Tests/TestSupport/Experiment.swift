import DeliveryReports
import ReturnPathCore

/// One installation and one check with fixed names, secret, randomness and clock.
package enum Experiment {
    /// 2026-11-24 04:00:00 UTC.
    package static let start: Moment = 1_795_492_800

    package static let names = Names(
        dual: "dual.check.example", author: "author.check.example", six: "six.check.example",
        test: "test.check.example", bare: "bare.check.example")

    package static let secret = [UInt8](0..<32)
    package static let signer = Signer(secret: secret)
    package static let authservID = "mx.check.example"
    package static let id = CheckID(random: Array(1...10))
    package static let otherID = CheckID(random: Array(11...20))

    package static let intake = Intake(
        names: names, signer: signer,
        authentication: Authentication(authservID: authservID, acceptsDKIM: false, names: names),
        language: .english)

    /// A day in the queue, 4000 s of backoff, and an hour.
    package static func window() throws -> DeliveryWindow {
        try DeliveryWindow(length: nil, queueLifetime: 86_400, backoff: 4000)
    }

    package static func judge() throws -> Judge { Judge(window: try window()) }

    package static func timing(spacing: Seconds = 0) throws -> Timing {
        Timing(firstVerdict: 900, settle: 2, spacing: spacing, window: try window())
    }

    package static let composer = MessageComposer(
        names: names, signer: signer, displayName: nil)

    package static let operatorAddress = "postmaster@check.example"

    package static let site = Site(
        displayName: "IPv6 return path check", operatorAddress: operatorAddress, names: names,
        address: WebAddress(parsing: "https://check.example/"), firstVerdict: 900, messagesKept: 30 * 86_400,
        checksKept: 365 * 86_400)

    package static let verdicts = VerdictLetter(composer: composer, stationery: Stationery(), site: site)

    package static func probes() throws -> ProbeLetter {
        ProbeLetter(
            composer: composer, stationery: Stationery(), timing: try timing(),
            operatorAddress: operatorAddress)
    }

    package static let invitations = InvitationLetter(
        composer: composer, stationery: Stationery(), operatorAddress: operatorAddress)

    package static func planner(spacing: Seconds = 0) throws -> Planner {
        Planner(
            judge: try judge(), timing: try timing(spacing: spacing), probes: try probes(), verdicts: verdicts
        )
    }

    /// A check that was opened at ``start``.
    package static func check(
        _ id: CheckID = id, for address: String = "anna@tester.example", in language: Language = .english
    ) throws -> Check {
        let path = try ReversePath(parsing: address)
        return Check(
            id: id, openedAt: start, reversePath: path, author: address, messageID: "<hello@tester.example>",
            authenticatedDomain: path.domain, clientNetwork: "2001:db8:1::/64", language: language,
            key: "key of \(id) for \(address)")
    }

    /// The request's arrival at a name of ours.
    ///
    /// - Parameters:
    ///   - client: An address; a text that is none is a fault of the test.
    ///   - isRelay: Whether that is our relay's, which said nothing of its own client.
    package static func arrival(
        _ client: String = "2001:db8:1::25", at name: NameKind = .test, isRelay: Bool = false
    ) -> Fact {
        guard let address = IPAddress(client) else { preconditionFailure("no address: \(client)") }
        return .arrived(
            Arrival(
                name: name, client: address, clientName: "out.tester.example", helo: "out.tester.example",
                relay: isRelay ? address : nil))
    }
}

extension DeliveryAttempt {
    /// An attempt with the fields that a test is about; the others are those of a mail that was taken.
    package static func sample(
        _ outcome: Outcome = .sent, at seconds: Seconds = 1, host: String = "mx.tester.example",
        address: String = "2001:db8:1::25", encryption: String? = "TLSv1.3", status: String = "2.0.0",
        _ reply: String = "250 2.0.0 Ok: queued"
    ) -> DeliveryAttempt {
        DeliveryAttempt(
            at: Experiment.start + seconds, outcome: outcome, host: host, address: IPAddress(address),
            encryption: encryption, status: status, reply: reply,
            lines: [
                "Nov 24 04:00:01 mx postfix-v6only/smtp[725]: 4jZjjK36gMzV9: to=<anna@tester.example>, "
                    + "relay=\(host)[\(address)]:25, delay=0.3, delays=0.02/0.02/0.1/0.16, dsn=\(status), "
                    + "status=\(outcome.rawValue) (\(reply))"
            ])
    }
}

extension Report {
    /// A report with the fields that a test is about; the others are those of a plain failure.
    package static func sample(
        _ action: Action = .failed, _ status: String? = nil, _ diagnostic: String = "",
        stage: Stage = .unknown, reason: Reason = .undefined, by author: Author = .ours,
        place: TokenPlace = .envelopeRecipient, from remoteMTA: String? = "mx.tester.example",
        at remoteAddress: String? = "2001:db8:1::25", reportingMTA: String? = "sender.check.example",
        proof: [String]? = nil
    ) -> Report {
        Report(
            author: author, tokenPlace: place, action: action, status: status,
            replyCode: nil, diagnostic: diagnostic, stage: stage, reason: reason,
            finalRecipient: "anna@tester.example", reportingMTA: reportingMTA, remoteMTA: remoteMTA,
            remoteAddress: remoteAddress.flatMap { IPAddress($0) },
            proof: proof ?? (diagnostic.isEmpty ? [] : [diagnostic]))
    }

    /// What our own instance says when a host has taken the mail.
    package static func relayed(
        from remoteMTA: String = "mx.tester.example", at address: String = "2001:db8:1::25"
    ) -> Report {
        sample(
            .relayed, "2.0.0", "250 2.0.0 Ok: queued as 4XYZ", from: remoteMTA, at: address,
            proof: [
                "<anna@tester.example>: delivery via \(remoteMTA)[\(address)]:25: 250 2.0.0 Ok: queued as 4XYZ"
            ])
    }
}

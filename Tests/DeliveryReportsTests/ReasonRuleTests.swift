@testable import DeliveryReports
import Testing

/// What each row is tried with: words and codes that must fire it, and words that must not.
struct ReasonCase: Sendable, CustomStringConvertible {
    let rule: String
    let text: String
    var status: String?
    var type: String? = "smtp"
    /// Nearly the same, and yet this row must stay silent.
    let near: String
    var nearStatus: String?
    var nearType: String?

    var description: String { rule }

    /// The row that decides about a text, through the whole of the library's own table or less.
    static func decide(
        _ text: String, status: String?, type: String?, table: [ReasonRule] = ReasonRule.table
    ) -> (reason: Reason, rule: String?) {
        var recipient = Recipient(finalRecipient: ReportedAddress(type: "rfc822", address: "r@x.example"))
        recipient.action = .failed
        recipient.status = status.flatMap(EnhancedStatus.init)
        recipient.diagnosticType = type
        let said = Phrase.withoutAddresses(Phrase.normalized(text))
        return ReasonRule.reason(for: recipient, text: said, in: table)
    }

    func decision(in table: [ReasonRule] = ReasonRule.table) -> (reason: Reason, rule: String?) {
        Self.decide(text, status: status, type: type, table: table)
    }
}

@Suite("Reasons")
struct ReasonRuleTests {
    @Test("fire on what they are for and not on what only looks like it", arguments: reasonCases)
    func fires(_ sample: ReasonCase) {
        #expect(sample.decision().rule == sample.rule)
        let near = ReasonCase.decide(sample.near, status: sample.nearStatus, type: sample.nearType ?? "smtp")
        #expect(near.rule != sample.rule)
    }

    @Test("are each tried, and named once")
    func complete() {
        let ids = ReasonRule.table.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(Set(reasonCases.map(\.rule)) == Set(ids))
        for rule in ReasonRule.table { #expect(!rule.source.isEmpty) }
    }

    @Test("are each missed when they are gone")
    func eachCounts() {
        for index in ReasonRule.table.indices {
            var rest = ReasonRule.table
            let gone = rest.remove(at: index)
            let isMissed = reasonCases.contains { $0.decision(in: rest).rule != $0.decision().rule }
            #expect(isMissed, "nobody misses \(gone.id)")
        }
    }

    @Test("need no row for a success")
    func success() {
        var recipient = Recipient(finalRecipient: ReportedAddress(type: nil, address: "r@x.example"))
        recipient.action = .relayed
        let decided = ReasonRule.reason(for: recipient, text: Phrase.normalized("250 mailbox full of joy"))
        #expect(decided.reason == .delivered)
        #expect(decided.rule == nil)
    }

    @Test("are on hold where the words say nothing, undefined where there are none")
    func unknown() {
        #expect(ReasonCase.decide("550 no", status: "5.0.0", type: "smtp").reason == .onHold)
        #expect(ReasonCase.decide("550 no", status: nil, type: "smtp").reason == .onHold)
        #expect(ReasonCase.decide("", status: nil, type: nil).reason == .undefined)
    }

    @Test("do not take an address for what a server says")
    func addresses() {
        let decided = ReasonCase.decide("550 <spam.virus@x.example>: no", status: nil, type: "smtp")
        #expect(decided.reason == .onHold)
    }
}

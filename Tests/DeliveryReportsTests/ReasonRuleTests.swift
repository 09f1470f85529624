@testable import DeliveryReports
import Testing

/// An answer of a server, and one that looks like it and means something else.
struct ReasonCase: Sendable, CustomStringConvertible {
    let reason: Reason
    let text: String
    var status: String?
    var type: String? = "smtp"
    let near: String
    var nearStatus: String?
    var nearType: String?

    var description: String { text }

    /// What a table makes of an answer.
    static func decide(
        _ text: String, status: String?, type: String?, stage: Stage = .unknown, replyCode: Int? = nil,
        format: Format? = nil, table: ReasonTable = .standard
    ) -> (reason: Reason, rule: String?) {
        var recipient = Recipient(finalRecipient: ReportedAddress(type: "rfc822", address: "r@x.example"))
        recipient.action = .failed
        recipient.status = status.flatMap(EnhancedStatus.init)
        recipient.diagnosticType = type
        recipient.stage = stage
        recipient.replyCode = replyCode
        var statements = Statements(format: format)
        statements.add(Phrase.normalized(text), source: .diagnostic, isReply: type == "smtp")
        return table.reason(for: recipient, statements)
    }
}

extension ReasonRule {
    /// What the row asks for, made into an answer, as a table decides it; nothing but its words and codes.
    func decision(in table: ReasonTable, words: [String]) -> (reason: Reason, rule: String?) {
        let digits = status.text.replacing("X", with: "5").prefix { $0 != "…" }
        let isReply = digits.count == 3
        let last = digits.hasSuffix("5") && status.text.hasSuffix("X") ? digits.dropLast() + "999" : digits
        return ReasonCase.decide(
            words.joined(separator: " or "), status: isReply || digits.isEmpty ? nil : String(last),
            type: type ?? "smtp", stage: stages.sorted { $0.rawValue < $1.rawValue }.first ?? .unknown,
            replyCode: isReply ? Int(digits) : nil, format: format, table: table)
    }

    var phrases: [String] { words.map(\.description) }
}

@Suite("Reasons")
struct ReasonRuleTests {
    @Test("are told from what servers say, and from nothing that looks like it", arguments: reasonCases)
    func cases(_ sample: ReasonCase) {
        #expect(
            ReasonCase.decide(sample.text, status: sample.status, type: sample.type).reason == sample.reason)
        let near = ReasonCase.decide(sample.near, status: sample.nearStatus, type: sample.nearType ?? "smtp")
        #expect(near.reason != sample.reason)
    }

    @Test("have rows that are named once and say where they are from")
    func names() {
        let ids = ReasonTable.standard.rows.map(\.id)
        #expect(Dictionary(grouping: ids) { $0 }.filter { $1.count > 1 }.keys.sorted() == [])
        for rule in ReasonTable.standard.rows { #expect(!rule.source.isEmpty) }
    }

    @Test("have rows that fire on their own words and codes, and are missed when they are gone")
    func eachCounts() {
        let rows = ReasonTable.standard.rows
        for (index, rule) in rows.enumerated() {
            #expect(rule.decision(in: .standard, words: rule.phrases).rule == rule.id)
            var rest = rows
            rest.remove(at: index)
            #expect(rule.decision(in: ReasonTable(rest), words: rule.phrases).rule != rule.id)
        }
    }

    @Test("have rows that stay silent where a word is cut short")
    func nearMisses() {
        for rule in ReasonTable.standard.rows where !rule.words.isEmpty {
            var words = rule.phrases
            words[words.count - 1] = String(words[words.count - 1].dropLast(2)) + "#"
            #expect(rule.decision(in: .standard, words: words).rule != rule.id, "\(rule.id)")
        }
    }

    @Test("are told from where in the dialogue a refusal came, unless a code says more")
    func stages() {
        func reason(_ text: String, _ status: String?, _ stage: Stage) -> Reason {
            ReasonCase.decide(
                text, status: status, type: "smtp", stage: stage, replyCode: Int(text.prefix(3))
            ).reason
        }
        #expect(reason("553 no", nil, .mail) == .senderRejected)
        #expect(reason("550 no", "5.7.1", .mail) == .senderRejected)
        #expect(reason("451 no", nil, .mail) == .onHold)
        #expect(reason("553 no", nil, .rcpt) == .onHold)
        #expect(reason("552 no", "5.2.2", .mail) == .mailboxFull)
        #expect(reason("554 no", "5.7.1", .greeting) == .blocked)
        #expect(reason("554 no", "5.7.25", .greeting) == .requirePTR)
    }

    @Test("need no row for a success")
    func success() {
        var recipient = Recipient(finalRecipient: ReportedAddress(type: nil, address: "r@x.example"))
        recipient.action = .relayed
        var statements = Statements()
        statements.add(Phrase.normalized("250 mailbox full of joy"), source: .diagnostic)
        let decided = ReasonTable.standard.reason(for: recipient, statements)
        #expect(decided.reason == .delivered)
        #expect(decided.rule == nil)
    }

    @Test("are on hold where the words say nothing, undefined where there are none")
    func unknown() {
        #expect(ReasonCase.decide("550 no", status: "5.0.0", type: "smtp").reason == .onHold)
        #expect(ReasonCase.decide("550 no", status: nil, type: "smtp").reason == .onHold)
        #expect(ReasonCase.decide("", status: nil, type: nil).reason == .undefined)
    }

    @Test("do not take an address or a host name for what a server says")
    func strangers() {
        let decided = ReasonCase.decide(
            "550 <spam.virus@x.example> at spam.example: no", status: nil, type: "smtp")
        #expect(decided.reason == .onHold)
    }

    @Test("let nothing expire while attempts go on")
    func late() {
        var recipient = Recipient(finalRecipient: ReportedAddress(type: nil, address: "r@x.example"))
        recipient.action = .delayed
        var statements = Statements()
        statements.add(Phrase.normalized("connect to mx: Connection timed out"), source: .diagnostic)
        #expect(ReasonTable.standard.reason(for: recipient, statements).reason == .networkError)
        recipient.action = .failed
        #expect(ReasonTable.standard.reason(for: recipient, statements).reason == .expired)
    }
}

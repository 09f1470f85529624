import Testing

@testable import DeliveryReports

@Suite("Notions")
struct ReasonGrammarTests {
    /// An answer that no row of the table knows, and one that looks like it and means something else.
    static let cases: [(reason: Reason, text: String, near: String)] = [
        (
            .authenticationFailed, "550 Your SPF record does not permit this host",
            "550 Your record does not permit this"
        ),
        (
            .authenticationFailed, "550 192.0.2.1 may not: the domain does not designate it",
            "550 the domain does not"
        ),
        (.requirePTR, "550 rDNS of 192.0.2.1 is missing", "550 something of 192.0.2.1 is missing"),
        (.systemError, "451 virus scanning failed", "451 virus sending failed"),
        (.virusDetected, "550 infected message rejected", "550 inferior message rejected"),
        (.networkError, "554 Circular forwarding detected", "554 Forwarding detected"),
        (.greylisted, "451 You are unknown to us, come back in five minutes", "451 You are unknown to us"),
        (.blocked, "550 5.7.1 We do not accept mail from your host", "550 5.7.1 We do not accept mail"),
        (.blocked, "550 we accept no mail from 192.0.2.1", "550 we accept no bail from 192.0.2.1"),
        (.blocked, "550 5.7.1 We do not accept mail over IPv6", "550 5.7.1 We do not accept mail over there"),
        (.blocked, "554 IPv6 is disabled here", "554 It is disabled here"),
        (.senderRejected, "550 we do not accept mail from that sender", "550 do not be that sender"),
        (.senderRejected, "550 the sender's host is unreachable", "550 the blender's host is unreachable"),
        (.networkError, "451 that host cannot be reached", "451 that host cannot be preached"),
        (.notAcceptingMail, "550 example.com takes no mail", "550 example.com takes no notice"),
        (.rateLimited, "450 The recipient exceeded the limit of this hour", "450 The hour has come"),
        (.mailboxFull, "552 Mail quota exhausted", "552 Mail exhausted"),
        (.mailboxFull, "550 The user's mailbox is over its size", "550 The user's mailbox has its size"),
        (
            .rateLimited, "421 Too many messages from 192.0.2.1 in the last hour",
            "421 Messages from 192.0.2.1"
        ),
        (.tooManyConnections, "421 Maximum number of sessions from 192.0.2.1", "421 Number of sessions"),
        (.tooManyConnections, "452 Recipient count limit hit", "452 Recipient count hit"),
        (.badReputation, "550 5.7.1 reputation of 192.0.2.1 is poor", "550 5.7.1 it is poor"),
        (.blocked, "554 Connections from dynamic IP ranges are refused", "554 Ranges are refused"),
        (.blocked, "550 Your provider's network is blocked here", "550 The network is blocked here"),
        (.spamDetected, "550 Message classified as junk", "550 Message classified"),
        (.noRelaying, "550 relay to there is forbidden", "550 to go there is forbidden"),
        (.noRelaying, "550 Open relaying is disabled", "550 Opening is disabled"),
        (.noRelaying, "550 invalid relay", "550 invalid delay"),
        (.securityError, "550 Login first", "550 Log first"),
        (.secureTransportFailed, "550 We need encrypted sessions", "550 We need sessions"),
        (.recipientFiltered, "550 refused by recipient", "550 refused by somebody"),
        (.senderRejected, "553 Sender address is wrong", "553 Address is wrong"),
        (.senderRejected, "550 the envelope sender is not acceptable", "550 the envelope is not acceptable"),
        (.senderRejected, "550 Callback for the sender did not work", "550 Callback did not work"),
        (.senderRejected, "550 the sender's account is deactivated", "550 the account is here"),
        (.noRelaying, "550 Relaying only behind a login", "550 Delaying only behind a login"),
        (.mailboxMoved, "550 please use her new address", "550 please use her address"),
        (.mailboxDisabled, "550 Mailbox is closed", "550 The box is closed"),
        (.mailboxDisabled, "550 that address is not in use", "550 that address is in use"),
        (.notCompliantRFC, "554 lone CR", "554 lone RC"),
        (.messageTooBig, "552 at most 900 bytes, limit of ours", "552 at most 900 lines, limit of ours"),
        (.spamDetected, "554 refused for its content", "554 refused for its colour"),
        (.contentError, "554 Content is broken", "554 Contest is broken"),
        (.networkError, "451 DNS lookup did not work", "451 Look up, it did not work"),
        (.blocked, "554 Your server is locked", "554 Your server is looked"),
        (.userUnknown, "550 nobody here goes by that name", "550 somebody here goes by another name"),
        (.policyViolation, "550 against our policies", "550 against our police"),
        (.notCompliantRFC, "550 Required header missing", "550 Something required is missing"),
        (.messageTooBig, "552 your message is larger than we take", "552 it is larger than your house"),
        (.contentError, "550 file type .exe is not permitted", "550 .exe is not permitted"),
        (.contentError, "550 broken MIME", "550 broken"),
        (.systemFull, "452 disk is full", "452 glass is full"),
        (.mailerError, "550 delivery crashed", "550 delivery crushed"),
        (.hostUnknown, "550 DNS lookup did not work: NXDOMAIN", "550 It did not work"),
        (.hostUnknown, "550 The domain you wrote to doesn't exist", "550 What you wrote to doesn't exist"),
        (
            .userUnknown, "550 can't find anybody of that name in our user database",
            "550 it is in our user space"
        ),
        (.userUnknown, "550 mailbox unavailable", "450 mailbox unavailable"),
        (.systemError, "451 database closed", "451 data closed"),
        (.networkError, "451 remote side is unreachable", "451 remote side is teachable"),
        (.expired, "550 we did not deliver within four days", "550 we did not deliver for you"),
        (.protocolError, "555 unsupported thing", "555 supported thing"),
        (.userUnknown, "550 Kein solcher Benutzer", "550 Kein Benutzer"),
        (.mailboxDisabled, "550 Konto gesperrt", "550 Tor gesperrt"),
        (.senderRejected, "550 Absenderadresse ungueltig", "550 Absenderadresse"),
        (.blocked, "554 Ihre IP-Adresse ist gesperrt", "554 Ihre Adresse ist da"),
        (.messageTooBig, "552 Nachricht zu groß", "552 Nachricht zu klein"),
        (.userUnknown, "550 Adresse e-mail inconnue", "550 Adresse e-mail connue"),
        (.mailboxFull, "552 La boite du destinataire est pleine", "552 La boite du destinataire est vide"),
        (.rateLimited, "421 Trop de messages", "421 Peu de messages"),
        (.userUnknown, "550 Cuenta no encontrada", "550 Cuenta encontrada"),
        (.senderRejected, "550 Mittente non autorizzato", "550 Mittente autorizzato"),
        (.mailboxDisabled, "550 Conta suspensa", "550 Conta ativa"),
        (.mailboxFull, "552 Schránka je přeplněna", "552 Schránka je zelená"),
        (.userUnknown, "550 Uzivatel nenalezen", "550 Uzivatel nalezen"),
        (.mailboxDisabled, "550 Konto zablokowane", "550 Konto"),
        (.mailboxFull, "552 Mailbox is vol", "552 Mailbox is leeg"),
        (.userUnknown, "550 Okänd användare", "550 Känd användare"),
        (.userUnknown, "550 Пользователь не найден", "550 Пользователь найден"),
        (.userUnknown, "550 ユーザー不明", "550 ユーザー"),
        (.userUnknown, "550 该邮箱不存在", "550 该邮箱存在"),
    ]

    @Test("tell why where no row knows the words, and nothing that looks like it", arguments: cases.indices)
    func reasons(_ index: Int) {
        let (reason, text, near) = Self.cases[index]
        let decided = ReasonCase.decide(text, status: nil, type: "smtp", replyCode: Int(text.prefix(3)))
        #expect(decided.reason == reason, "\(text)")
        #expect(decided.rule?.hasPrefix("<") == true, "\(text): \(decided.rule ?? "none")")
        #expect(
            ReasonCase.decide(near, status: nil, type: "smtp", replyCode: Int(near.prefix(3))).reason
                != reason,
            "\(near)")
    }

    @Test("have rules that are named once, and each has an answer that only it decides so")
    func rules() {
        let rules = ReasonGrammar.standard.rules
        #expect(Set(rules.map(\.id)).count == rules.count)
        for (index, rule) in rules.enumerated() {
            let sample = Self.cases.first { decide($0.text, by: .standard) == rule.id }
            #expect(sample != nil, "\(rule.id)")
            var rest = rules
            rest.remove(at: index)
            if let sample { #expect(decide(sample.text, by: ReasonGrammar(rest)) != rule.id) }
        }
    }

    private func decide(_ text: String, by grammar: ReasonGrammar) -> String? {
        ReasonCase.decide(
            text, status: nil, type: "smtp", replyCode: Int(text.prefix(3)),
            table: ReasonTable([], grammar: grammar)
        ).rule
    }

    @Test("are all asked for, and each of their words counts", arguments: Notion.allCases)
    func words(_ notion: Notion) {
        let grammar = ReasonGrammar.standard
        #expect(grammar.rules.contains { $0.notions.contains(notion) })
        for word in notion.words {
            let text = Array(word.description.utf8)
            #expect(grammar.notions(in: text).contains(notion), "\(word)")
            let without = ReasonGrammar(grammar.rules) { asked in
                asked == notion ? asked.words.filter { $0.description != word.description } : asked.words
            }
            #expect(!without.notions(in: text).contains(notion), "\(notion) has \(word) twice")
            let trimmed = word.description.drop { $0 == " " }.prefix { $0 != "#" }
            let cut = Array(trimmed.utf8.filter { $0 != 0x20 }.dropLast(2)) + Array("q".utf8)
            #expect(!grammar.notions(in: cut).contains(notion), "\(word)")
        }
    }

    @Test("are not looked for in a text for people that is longer than an answer, nor in names")
    func bounds() {
        let text = "550 infected message rejected" + String(repeating: ", and so on", count: 60)
        #expect(ReasonCase.decide(text, status: nil, type: "smtp").reason == .onHold)
        #expect(
            ReasonCase.decide("550 no <trojan@junk.example>", status: nil, type: "smtp").reason == .onHold)
    }

    @Test("stand behind a code that says why, and before one that is written for everything")
    func codes() {
        let text = "550 the reputation of 192.0.2.1"
        #expect(ReasonCase.decide(text, status: "5.1.1", type: "smtp").reason == .userUnknown)
        #expect(ReasonCase.decide(text, status: "5.7.1", type: "smtp").reason == .badReputation)
    }
}

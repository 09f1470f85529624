import InternetMessage
import ReturnPathCore
import TestSupport
import Testing

@Suite("The language of a request")
struct LanguageTests {
    /// The language of the check that a request opens.
    private func language(
        _ fields: [String], to localPart: String = "test", from domain: String = "tester.example"
    ) -> Language? {
        let spf =
            "Authentication-Results: mx.check.example; spf=pass smtp.mailfrom=anna@\(domain)"
        let mail = InboundMail(
            envelope: .sample(
                sender: "anna@\(domain)", recipient: "\(localPart)@test.check.example"),
            bytes: message([spf, Stamp.received] + Stamp.message + fields), size: 0,
            receivedAt: Experiment.start)
        guard case .request(let request) = Experiment.intake.sort(mail, at: Experiment.start) else {
            return nil
        }
        return request.language
    }

    @Test("is what the address written to says, whatever else does")
    func address() {
        #expect(language(["Content-Language: cs"], to: "test-en", from: "tester.cz") == .english)
        #expect(language(["Content-Language: en"], to: "TEST-CS") == .czech)
        #expect(language([], to: "test-xx") == nil)
    }

    @Test(
        "follows the first field that names one of ours",
        arguments: [
            (["Content-Language: cs, en"], Language.czech), (["Content-Language: CS-CZ"], .czech),
            (["Content-Language: de, en-GB"], .english), (["Content-Language: sk"], .czech),
            (["Content-Language: de", "Accept-Language: cs"], .czech),
            (["Content-Language: en", "Accept-Language: cs"], .english),
            (["Accept-Language: cs, en;q=0.5"], .czech), (["Accept-Language: cs;q=0.3, en;q=0.5"], .english),
            (["Accept-Language: de, en;q=0.5, cs;q=0.5"], .english),
            (["Accept-Language: cs;q=0, en;q=0.001"], .english),
            (["Accept-Language: cs ; Q = 0.9 , en;q=nan"], .czech),
            (["Accept-Language: *, cs;q=0.1"], .czech), (["Accept-Language: en;q=9, cs"], .english),
        ])
    func fields(fields: [String], expected: Language) {
        #expect(language(fields) == expected)
    }

    @Test("follows the country of the domain where no field helps")
    func country() {
        #expect(language([], from: "tester.cz") == .czech)
        #expect(language(["Content-Language: de"], from: "tester.sk") == .czech)
        #expect(language(["Accept-Language: en"], from: "tester.cz") == .english)
    }

    @Test(
        "is the operator's where nothing helps, and nonsense is nothing",
        arguments: [
            [], ["Content-Language:"], ["Content-Language: ,;=,"], ["Accept-Language: ;q=1,,q"],
            ["Accept-Language: cs;q=0"], ["Content-Language: čeština"], ["Content-Language: cze"],
        ])
    func standard(fields: [String]) {
        #expect(language(fields) == .english)
        let intake = Intake(
            names: Experiment.names, signer: Experiment.signer,
            authentication: Authentication(
                authservID: Experiment.authservID, acceptsDKIM: false, names: Experiment.names),
            language: .czech)
        let mail = InboundMail(
            envelope: .sample(), bytes: message([Stamp.spf, Stamp.received] + Stamp.message + fields),
            size: 0,
            receivedAt: Experiment.start)
        guard case .request(let request) = intake.sort(mail, at: Experiment.start) else {
            Issue.record("no request")
            return
        }
        #expect(request.language == .czech)
    }
}

import ReturnPathCore
import TestSupport
import Testing

@Suite("Signed addresses")
struct SignerTests {
    private let signer = Experiment.signer

    /// One signed local part and what it stands for.
    struct Sample: Sendable, CustomTestStringConvertible {
        let text: String
        let meaning: SignedAddress
        var testDescription: String { String(text.prefix { $0 != "-" }) }
    }

    static let samples: [Sample] =
        MailRole.all.flatMap { role in
            [
                Sample(
                    text: Experiment.signer.envelopeLocalPart(Experiment.id, role),
                    meaning: .envelope(Experiment.id, role)),
                Sample(
                    text: Experiment.signer.replyLocalPart(Experiment.id, role),
                    meaning: .reply(Experiment.id, role)),
            ]
        }
        + InvitationKind.allCases.map { kind in
            Sample(
                text: Experiment.signer.confirmationLocalPart(Experiment.id, kind),
                meaning: .confirmation(Experiment.id, kind))
        } + [Sample(text: Experiment.signer.stopLocalPart(Experiment.id), meaning: .stop(Experiment.id))]

    @Test("say again what they were made of", arguments: samples)
    func roundTrip(sample: Sample) {
        #expect(signer.verify(sample.text) == sample.meaning)
    }

    @Test("survive a mail system that folds their case", arguments: samples)
    func upperCase(sample: Sample) {
        #expect(signer.verify(sample.text.uppercased()) == sample.meaning)
    }

    @Test("fit into a local part and need no quoting", arguments: samples)
    func length(sample: Sample) {
        #expect(sample.text.utf8.count <= 64)
        #expect(sample.text.wholeMatch(of: /[a-z0-9]+-[a-z2-7]{32}/) != nil)
    }

    @Test("mean nothing once any character has changed", arguments: samples)
    func changed(sample: Sample) {
        let characters = Array(sample.text)
        for index in characters.indices {
            for replacement in ["a", "b", "-", "7", "é"] where replacement != String(characters[index]) {
                var changed = characters.map(String.init)
                changed[index] = replacement
                #expect(signer.verify(changed.joined()) != sample.meaning)
                if index > 0, !changed.joined().hasPrefix("c-") {
                    #expect(signer.verify(changed.joined()) == nil, "position \(index)")
                }
            }
        }
    }

    @Test("mean nothing under another key", arguments: samples)
    func wrongKey(sample: Sample) {
        #expect(Signer(secret: [UInt8](1..<33)).verify(sample.text) == nil)
    }

    @Test("are believed while their key is kept, and no longer", arguments: samples)
    func olderKey(sample: Sample) {
        let fresh = [UInt8](1..<33)
        let middle = [UInt8](2..<34)
        #expect(
            Signer(secret: fresh, older: [(middle, nil), (Experiment.secret, nil)]).verify(sample.text)
                == sample.meaning)
        #expect(Signer(secret: fresh, older: [(middle, nil)]).verify(sample.text) == nil)
        let rotated = Signer(secret: fresh, older: [(Experiment.secret, nil)])
        let signed = rotated.stopLocalPart(Experiment.id)
        #expect(Signer(secret: fresh).verify(signed) == .stop(Experiment.id))
        #expect(signer.verify(signed) == nil)
    }

    @Test("a page keeps its name while the key is kept that signed when its check was opened")
    func pageNames() {
        let rotated = Signer(secret: [UInt8](1..<33), since: 200, older: [(Experiment.secret, 100)])
        let earlier = Signer(secret: Experiment.secret, since: 100)
        for openedAt in [50, 100, 199] as [Moment] {
            #expect(
                rotated.pageName(Experiment.id, openedAt: openedAt)
                    == earlier.pageName(Experiment.id, openedAt: openedAt))
        }
        let fresh = Signer(secret: [UInt8](1..<33), since: 200)
        #expect(
            rotated.pageName(Experiment.id, openedAt: 200) == fresh.pageName(Experiment.id, openedAt: 200))
        #expect(
            fresh.pageName(Experiment.id, openedAt: 199) != earlier.pageName(Experiment.id, openedAt: 199))
    }

    @Test("names that stand for a text are one for each text and key, and outlive a new key")
    func pseudonyms() {
        let name = signer.pseudonym(of: "anna@tester.example")
        #expect(name.utf8.count == 16 && !name.contains("anna"))
        #expect(signer.pseudonym(of: "Anna@Tester.example") == name)
        #expect(signer.pseudonym(of: "hanna@tester.example") != name)
        #expect(
            Signer(secret: [UInt8](1..<33), older: [(Experiment.secret, nil)]).pseudonym(
                of: "anna@tester.example")
                == name)
        #expect(Signer(secret: [UInt8](1..<33)).pseudonym(of: "anna@tester.example") != name)
    }

    @Test("mean nothing when cut, lengthened or used for another purpose", arguments: samples)
    func wrongPurpose(sample: Sample) {
        #expect(signer.verify(String(sample.text.dropLast())) == nil)
        #expect(signer.verify(sample.text + "a") == nil)
        let token = sample.text.drop { $0 != "-" }
        let prefixes = MailRole.all.map(\.code) + ["reply", "stop", "confirm", "block", "", "x"]
        for prefix in prefixes where "\(prefix)\(token)" != sample.text {
            #expect(signer.verify("\(prefix)\(token)") == nil, "\(prefix)")
        }
    }

    @Test("of two checks never share a signature")
    func differentChecks() {
        let token = signer.stopLocalPart(Experiment.id).suffix(16)
        #expect(signer.verify("stop-\(Experiment.otherID)\(token)") == nil)
    }

    @Test(
        "are never read out of anything else",
        arguments: [
            "", "-", "test", "stop", "c-", "reply-" + String(repeating: "a", count: 32), "stop\u{0}-x",
        ])
    func rubbish(text: String) {
        #expect(signer.verify(text) == nil)
    }

    @Test("all differ from each other")
    func distinct() {
        #expect(Set(Self.samples.map(\.text)).count == Self.samples.count)
    }
}

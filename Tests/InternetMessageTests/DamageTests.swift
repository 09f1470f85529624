import InternetMessage
import TestSupport
import Testing

@Suite("Damage")
struct DamageTests {
    static func read(_ bytes: [UInt8], limits: Limits = .standard) -> Entity {
        Entity.read(bytes, limits: limits)
    }

    /// All that a message says, part by part: types, header fields, texts.
    static func outline(_ part: Entity) -> [String] {
        let fields = part.header.map { "\($0.name): \($0.text)" }
        return [part.contentType.mediaType, "\(part.body.count)"] + fields + [part.text]
            + part.children.flatMap(outline)
    }

    /// A multipart with every kind of encoding, a message inside, and a multipart inside that.
    static let whole = """
        From a@b.example Mon Nov 23 14:08:05 2026
        Received: from x (y [192.0.2.1])
        \tby z; Mon, 23 Nov 2026 14:08:05 +0100
        Subject: =?utf-8?q?p=C5=99=C3=ADklad?= =?utf-8?b?xZk=?=
        Content-Type: multipart/mixed;
         boundary*0="ou"; boundary*1=ter

        preamble
        --outer
        Content-Type: text/plain; charset=iso-8859-2
        Content-Transfer-Encoding: quoted-printable

        p=F8=EDklad =
        goes on
        --outer
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: base64

        xZnFmcWZ
        --outer
        Content-Type: message/rfc822

        Subject: inner
        Content-Type: multipart/alternative; boundary="in (ner)"

        --in (ner)

        one
        --in (ner)
        Content-Type: text/html

        <p>two
        --in (ner)--
        --outer--
        epilogue
        """

    @Test("at every octet: what is cut off there yields an entity, and no part that the whole has not")
    func truncated() {
        let bytes = Array(Self.whole.utf8)
        let most = Self.read(bytes)
        #expect(most.children.count == 3)
        for end in bytes.indices {
            let cut = Self.read(Array(bytes[..<end]))
            #expect(cut.children.count <= most.children.count)
            #expect(Self.outline(cut).allSatisfy { !$0.utf8.contains(0) })
        }
    }

    @Test("by line ends: every kind reads the same", arguments: ["\r\n", "\r", "\r\r\n"])
    func lineEnds(_ end: String) {
        let lines = Self.whole.split(separator: "\n", omittingEmptySubsequences: false)
        let twin = Self.read(Array(lines.joined(separator: end).utf8))
        #expect(Self.outline(twin) == Self.outline(Self.read(Array(Self.whole.utf8))))
        #expect(twin.allDefects.contains(.bareCarriageReturn) == (end == "\r"))
    }

    @Test("by line ends: another kind at every line reads the same", arguments: 0..<20)
    func mixedLineEnds(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var mixed = ""
        for line in Self.whole.split(separator: "\n", omittingEmptySubsequences: false) {
            let end = ["\n", "\r\n", "\r\r\n"].randomElement(using: &generator) ?? "\n"
            mixed += line + end
        }
        let plain = Self.whole + "\n"
        #expect(Self.outline(Self.read(Array(mixed.utf8))) == Self.outline(Self.read(Array(plain.utf8))))
    }

    @Test("of every octet in turn", arguments: [0x00, 0x0A, 0x0D, 0x2D, 0x3D, 0xFF])
    func overwritten(_ octet: UInt8) {
        let bytes = Array(Self.whole.utf8)
        for place in bytes.indices {
            var damaged = bytes
            damaged[place] = octet
            let entity = Self.read(damaged)
            #expect(entity.children.count <= 4)
            #expect(Self.outline(entity).allSatisfy { !$0.utf8.contains(0) })
        }
    }

    @Test("by random octets")
    func random() {
        var generator = SeededGenerator(seed: 7)
        let alphabet = Array("\n\n\r:;=\"()<>@-?,. \tab\0\u{80}".utf8)
        for _ in 0..<500 {
            let bytes = (0..<300).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
            let entity = Self.read(bytes)
            #expect(Self.outline(entity).allSatisfy { !$0.utf8.contains(0) })
            _ = entity.header.map { ($0.mailboxes, $0.date, $0.messageIDs) }
        }
    }

    @Test("to the header section alone, and to the body alone")
    func halves() {
        #expect(Self.read(Array("Subject: x\nTo: a@b.example".utf8)).header.count == 2)
        let folded = Self.read(Array("Subject: x\n y".utf8))
        #expect(folded.header["Subject"]?.text == "x y")
        #expect(folded.body.isEmpty)
        let body = Self.read(Array("\n\n\nonly a body\n".utf8))
        #expect(body.header.isEmpty)
        #expect(body.text == "\n\nonly a body\n")
        #expect(Self.read(Array("\n".utf8)).body.isEmpty)
    }

    @Test("by lines of a mailbox file", arguments: ["From a@b.example now\n", ">From a@b.example now\n"])
    func mailboxLine(_ line: String) {
        let entity = Self.read(Array((line + "Subject: x\n\nbody").utf8))
        #expect(entity.header["Subject"]?.text == "x")
        #expect(entity.text == "body")
        #expect(entity.defects == [.mailboxLine])
    }

    @Test("by a boundary that nothing names, and one that is named but missing")
    func boundaries() {
        let unnamed = Self.read(Array("Content-Type: multipart/report\n\n--b\n\nx\n--b--\n".utf8))
        #expect(unnamed.text == "--b\n\nx\n--b--\n")
        #expect(unnamed.defects == [.noBoundary])
        let missing = Self.read(Array("Content-Type: multipart/report; boundary=c\n\n--b\n\nx\n--b--\n".utf8))
        #expect(missing.text == "--b\n\nx\n--b--\n")
        #expect(missing.defects == [.boundaryNotFound])
    }

    @Test("by messages that are encoded again and again: two are opened")
    func encodedAgain() {
        let head = "Content-Type: message/rfc822\nContent-Transfer-Encoding: quoted-printable\n\n"
        let entity = Self.read(Array((String(repeating: head, count: 40) + "Subject: x\n\nbody").utf8))
        let second = entity.children.first?.children.first
        #expect(second?.children.isEmpty == true)
        #expect(second?.defects == [.depthExceeded])
    }

    @Test("by a header section without end", .timeLimit(.minutes(1)))
    func manyFields() {
        let bytes = Array(String(repeating: "X-Field: value\n and more\n", count: 200_000).utf8)
        let entity = Self.read(bytes)
        #expect(entity.header.count == Limits.standard.fields)
        #expect(entity.defects == [.fieldsExceeded, .noBody])
    }

    @Test("by a single field as long as the message", .timeLimit(.minutes(1)))
    func longField() {
        let entity = Self.read(Array("Subject: ".utf8) + [UInt8](repeating: 0x78, count: 20 << 20))
        #expect(entity.header["Subject"]?.rawValue.count == Limits.standard.fieldLength)
        #expect(entity.defects == [.fieldLengthExceeded, .noBody])
    }
}

import InternetMessage
import Testing

@Suite("Entities")
struct EntityTests {
    static func read(_ text: String, limits: Limits = .standard) -> Entity {
        Entity.read(Array(text.utf8), limits: limits)
    }

    static let twoParts = """
        From: a@b.example
        Content-Type: multipart/mixed; boundary=b

        preamble
        --b
        Content-Type: text/plain

        one
        --b
        Content-Type: message/rfc822

        Subject: inner

        two
        --b--
        epilogue
        """

    @Test("read the same with every line end", arguments: ["\n", "\r\n", "\r", "\r\r\n"])
    func lineEnds(_ end: String) {
        let entity = Self.read(
            Self.twoParts.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end))
        #expect(entity.children.count == 2)
        #expect(entity.children.first?.text == "one")
        let inner = entity.children.last?.children.first
        #expect(inner?.header["SUBJECT"]?.text == "inner")
        #expect(inner?.text == "two")
        #expect(entity.allDefects == (end == "\r" ? [.bareCarriageReturn] : []))
    }

    @Test("read with line ends of all kinds at once")
    func mixed() {
        let entity = Self.read("A: 1\r\nB: 2\rC: 3\n\nbody\r")
        #expect(entity.header.map(\.name) == ["A", "B", "C"])
        #expect(entity.text == "body\n")
    }

    static let damage: [(String, Defect)] = [
        ("", .emptyMessage),
        ("no header at all\nsecond line\n", .noHeader),
        ("Subject: header only\n", .noBody),
        ("Subject: x\nthis is no field\nTo: a@b.example\n\nbody", .malformedField),
        ("From a@b.example Mon Nov 23 14:08:05 2026\nSubject: x\n\nbody", .mailboxLine),
        ("Subject: a\0b\n\nbody", .nulOctets),
        ("Content-Type: multipart/mixed\n\n--b\n\nx\n--b--", .noBoundary),
        ("Content-Type: multipart/mixed; boundary=b\n\nnothing", .boundaryNotFound),
        ("Content-Type: multipart/mixed; boundary=b\n\n--b\n\ntext", .noEndBoundary),
        ("Content-Type: multipart/mixed; boundary=b\n\n--b\nA: 1\n--b--", .noBody),
    ]

    @Test("name what is wrong and go on", arguments: damage)
    func defects(_ text: String, _ expected: Defect) {
        #expect(Self.read(text).allDefects.contains(expected))
    }

    @Test("give the whole message as body where there is no header")
    func noHeader() {
        let entity = Self.read("no header at all\nsecond line\n")
        #expect(entity.text == "no header at all\nsecond line\n")
        #expect(entity.header.isEmpty)
    }

    @Test("end an inner multipart where the outer goes on")
    func missingInnerEnd() {
        let entity = Self.read(
            """
            Content-Type: multipart/mixed; boundary=outer

            --outer
            Content-Type: multipart/alternative; boundary=inner

            --inner

            a
            --outer

            b
            --outer--
            """)
        #expect(entity.children.count == 2)
        #expect(entity.children.first?.children.first?.text == "a")
        #expect(entity.children.last?.text == "b")
        #expect(entity.children.first?.defects == [.noEndBoundary])
        #expect(entity.defects.isEmpty)
    }

    @Test("do not take a longer boundary for a shorter one")
    func prefixBoundary() {
        let entity = Self.read("Content-Type: multipart/mixed; boundary=b\n\n--b\n\n--bb\nx\n--b-\n--b--\n")
        #expect(entity.children.map(\.text) == ["--bb\nx\n--b-"])
    }

    @Test("stop at ten thousand parts")
    func manyParts() {
        let part = "--b\n\nx\n"
        let text = "Content-Type: multipart/mixed; boundary=b\n\n" + String(repeating: part, count: 10_000)
        let entity = Self.read(text)
        #expect(entity.children.count == Limits.standard.parts)
        #expect(entity.defects.contains(.partsExceeded))
    }

    @Test("stop at a hundred levels", arguments: [true, false])
    func deep(_ isMultipart: Bool) {
        var text = ""
        for level in 0..<100 {
            text +=
                isMultipart
                ? "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n"
                : "Content-Type: message/rfc822\n\n"
        }
        let entity = Self.read(text + "\nx")
        #expect(entity.allDefects.contains(.depthExceeded))
    }

    @Test("stop at their limits")
    func limits() {
        let small = Limits(size: 100, depth: 2, parts: 2, fields: 2, fieldLength: 5)
        #expect(Self.read(String(repeating: "x", count: 200), limits: small).defects.contains(.sizeExceeded))
        let entity = Self.read("A: 1\nB: 123456789\nC: 3\n\n", limits: small)
        #expect(entity.header.count == 2)
        #expect(entity.header["B"]?.plainText == "1234")
        #expect(entity.defects.contains(.fieldsExceeded))
        #expect(entity.defects.contains(.fieldLengthExceeded))
    }

    @Test("read fifty megabytes without a line end", .timeLimit(.minutes(1)))
    func longLine() {
        let bytes = [UInt8](repeating: 0x78, count: 50 << 20)
        let entity = Entity.read(bytes)
        #expect(entity.body.count == Limits.standard.size)
        #expect(entity.defects.contains(.sizeExceeded))
    }

    @Test("find fields whatever their case, in their order")
    func fields() {
        let entity = Self.read("received: 1\nReceived: 2\nSubject : =?utf-8?q?=C5=99?=\n folded\n\n")
        #expect(entity.header.all("RECEIVED").map(\.plainText) == ["1", "2"])
        #expect(entity.header["subject"]?.text == "ř folded")
        #expect(entity.header["subject"]?.position == 2)
        #expect(entity.header["none"] == nil)
    }

    @Test("read a message in base64")
    func encodedMessage() {
        let entity = Self.read(
            "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nU3ViamVjdDogaW5uZXIKCnR3bw==\n"
        )
        #expect(entity.children.first?.header["Subject"]?.text == "inner")
    }

    @Test("read lists of message identifiers")
    func messageIDs() {
        let entity = Self.read("References: <a@b> (x) <c@d>\n <e@f>\nMessage-ID: bare@id\n\n")
        #expect(entity.header["References"]?.messageIDs == ["a@b", "c@d", "e@f"])
        #expect(entity.header["Message-ID"]?.messageIDs == ["bare@id"])
    }
}

import InternetMessage
import Testing

@Suite("Content")
struct ContentTests {
    struct Row: Sendable {
        let encoding: String
        let charset: String
        let body: String
        let text: String
        var defects: [Defect] = []
    }

    static let rows: [Row] = [
        Row(encoding: "7bit", charset: "us-ascii", body: "abc", text: "abc"),
        Row(encoding: "8bit", charset: "utf-8", body: "ř", text: "ř"),
        Row(encoding: "8bit", charset: "us-ascii", body: "ř", text: "ř"),
        Row(encoding: "base64", charset: "utf-8", body: "xZk=", text: "ř"),
        Row(encoding: "BASE64", charset: "utf-8", body: "xZ\nk", text: "ř"),
        Row(encoding: "base64", charset: "utf-8", body: "YQ==\nYg==", text: "ab"),
        Row(encoding: "base64", charset: "utf-8", body: "YQ0KYg==", text: "a\nb"),
        Row(
            encoding: "base64", charset: "utf-8", body: "This is: prose, and no base64.",
            text: "This is: prose, and no base64.", defects: [.malformedTransferEncoding]),
        Row(encoding: "quoted-printable", charset: "utf-8", body: "=C5=99=\nx", text: "řx"),
        Row(encoding: "quoted-printable", charset: "utf-8", body: "a= \nb", text: "ab"),
        Row(
            encoding: "quoted-printable", charset: "utf-8", body: "a=b and =", text: "a=b and ",
            defects: [.malformedTransferEncoding]),
        Row(encoding: "quoted-printable", charset: "iso-8859-2", body: "=F8", text: "ř"),
        Row(encoding: "quoted-printable", charset: "iso-8859-1", body: "=E9", text: "é"),
        Row(
            encoding: "quoted-printable", charset: "nobody-knows", body: "=E9", text: "é",
            defects: [.unknownCharset]),
        Row(
            encoding: "quoted-printable", charset: "utf-8", body: "=E9", text: "é",
            defects: [.malformedCharset]),
        Row(
            encoding: "quoted-printable", charset: "iso-2022-jp", body: "=1B$B%=", text: "\u{FFFD}",
            defects: [.malformedCharset]),
        Row(
            encoding: "x-odd", charset: "utf-8", body: "a=C5", text: "a=C5",
            defects: [.unknownTransferEncoding]),
        Row(encoding: "quoted-printable", charset: "utf-8", body: "a=00b", text: "ab"),
        Row(encoding: "8bit (really)", charset: "utf-8", body: "x", text: "x"),
    ]

    @Test("is decoded as far as it can be", arguments: rows)
    func decodes(_ row: Row) {
        let message = """
            Content-Type: text/plain; charset=\(row.charset)
            Content-Transfer-Encoding: \(row.encoding)

            \(row.body)
            """
        let entity = Entity.read(Array(message.utf8))
        let decoded = entity.decodedText
        #expect(decoded.text == row.text)
        #expect(Array(entity.decodedOctets.octets) == Array(row.text.utf8))
        #expect(decoded.defects == row.defects)
    }

    @Test("is decoded up to a limit, and no further than a whole character")
    func limited() {
        let entity = Entity.read(Array("Subject: x\n\nařž€😀".utf8))
        let texts = (0...13).map { Text.decode(entity.decodedOctets(limit: $0)) }
        // The characters take 1, 2, 2, 3 and 4 octets.
        let lengths = [0, 1, 1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 5]
        #expect(texts == lengths.map { String("ařž€😀".prefix($0)) })
    }
}

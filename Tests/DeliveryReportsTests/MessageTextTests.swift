@testable import DeliveryReports
import InternetMessage
import Testing

@Suite("Texts for people")
struct MessageTextTests {
    static let pages: [(String, String)] = [
        ("a<", "a"), ("a<b", "a"), ("a<br>b", "a\nb"), ("a&lt;b&", "a<b&"), ("a&#x3c;b&#60", "a<b&#60"),
        ("<style>x", ""), ("<style>x<", ""), ("<style>x</style>y", "y"), ("", ""), ("&", "&"), ("<", ""),
    ]

    @Test("are the words of a page, wherever it ends", arguments: pages)
    func page(_ html: String, _ text: String) {
        #expect(Array(HTMLText.plain(Array(html.utf8)[...])) == Array(text.utf8))
    }

    @Test("are cut where they are too long, however many there are")
    func limit() {
        let part = "--b\n\n" + String(repeating: "x", count: MessageText.limit) + "\n"
        let message = "Content-Type: multipart/mixed; boundary=b\n\n\(part)\(part)\(part)--b--\n"
        let text = MessageText(Entity.read(Array(message.utf8)))
        #expect((MessageText.limit...MessageText.limit + 3).contains(text.all.octets.count))
    }
}

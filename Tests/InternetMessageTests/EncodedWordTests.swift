import InternetMessage
import Testing

@Suite("Encoded words")
struct EncodedWordTests {
    static let rows: [(String, String)] = [
        ("plain", "plain"),
        ("=?utf-8?q?p=C5=99=C3=ADklad?=", "příklad"),
        ("=?UTF-8?B?cMWZw61rbGFk?=", "příklad"),
        ("=?iso-8859-2?q?p=F8=EDklad?=", "příklad"),
        ("=?windows-1250?b?cPjta2xhZA==?=", "příklad"),
        ("=?utf-8?q?a?= =?utf-8?q?b?=", "ab"),
        ("=?utf-8?q?a?= x =?utf-8?q?b?=", "a x b"),
        ("=?utf-8?q?a_b?= ", "a b "),
        // One character in two words.
        ("=?utf-8?q?=C5?= =?utf-8?q?=99?=", "ř"),
        ("=?utf-8*cs?q?p=C5=99?=", "př"),
        ("=?x-nobody-knows?q?abc?=", "abc"),
        ("=?x-nobody-knows?q?=E9?=", "é"),
        ("=?iso-2022-jp?b?GyRCJTUbKEI=?=", "サ"),
        ("=?utf-8?x?abc?=", "=?utf-8?x?abc?="),
        ("=?utf-8?q?never ended", "=?utf-8?q?never ended"),
        ("=?", "=?"), ("=", "="), ("=?utf-8?q", "=?utf-8?q"), ("=?a?b??=", ""),
        ("=?utf-8?q?=00a?=", "a"),
        ("=?../../x//TRANSLIT?q?a?=", "a"),
    ]

    @Test("are decoded, whatever they are", arguments: rows)
    func decodes(_ text: String, _ expected: String) {
        #expect(EncodedWord.decode(Array(text.utf8)[...]) == expected)
    }

    @Test("leave raw 8-bit text as UTF-8 or Latin-1")
    func raw() {
        #expect(EncodedWord.decode([0x70, 0xC5, 0x99]) == "př")
        #expect(EncodedWord.decode([0x63, 0x61, 0x66, 0xE9]) == "café")
    }
}

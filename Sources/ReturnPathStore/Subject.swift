import Foundation
import GRDB
import ReturnPathCore

/// Whom or what is asked about: one address, or a domain with all that is under it.
package struct Subject: Hashable, Sendable {
    /// In small letters.
    package let text: String
    package let isDomain: Bool
    /// Its octets as mail has them, with the domain in both of its forms, and as JSON has them where that is another
    /// form.
    private let needles: [[UInt8]]

    /// Takes an address where there is an `@`, else a domain; `nil` where it can be neither.
    package init?(_ text: String) {
        let text = text.lowercased()
        let at = text.utf8.lastIndex(of: UInt8(ascii: "@"))
        let domain = at.map { text[text.index(after: $0)...] } ?? text[...]
        guard domain.contains("."), domain.utf8.allSatisfy({ Self.isOfName($0) || $0 == 0x2E }),
            at.map({ Self.isLocalPart(text[..<$0].utf8) }) ?? true
        else { return nil }
        self.text = text
        isDomain = at == nil
        let local = text[..<domain.startIndex]
        let forms = [text, local + DomainName.canonical(domain), local + DomainName.readable(domain)]
        let escaped = forms.map { $0.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") }
        needles = Set(forms + escaped).map { Array($0.utf8) }
    }

    /// A word, or a quoted string with whatever can be seen (RFC 5321 §4.1.2).
    private static func isLocalPart(_ octets: Substring.UTF8View) -> Bool {
        let quote = UInt8(ascii: "\"")
        let isQuoted = octets.count >= 2 && octets.first == quote && octets.last == quote
        return !octets.isEmpty && (isQuoted || octets.first != quote)
            && octets.allSatisfy { octet in
                octet > 0x20 && octet != 0x7F && octet != UInt8(ascii: "@")
                    || isQuoted && (octet == 0x20 || octet == UInt8(ascii: "@"))
            }
    }

    /// Whether octets name it, in whatever case, and not as a part of a longer name: `anna@b.example` is not in
    /// `hanna@b.example`, nor in `anna@b.example.org`.
    package func isNamed(in octets: Data) -> Bool { needles.contains { isNamed($0, in: octets) } }

    private func isNamed(_ needle: [UInt8], in octets: Data) -> Bool {
        octets.withUnsafeBytes { haystack in
            guard haystack.count >= needle.count else { return false }
            for start in 0...(haystack.count - needle.count)
            where Self.small(haystack[start]) == needle[0] {
                var length = 1
                while length < needle.count, Self.small(haystack[start + length]) == needle[length] {
                    length += 1
                }
                if length == needle.count, isWhole(haystack, start, start + length) { return true }
            }
            return false
        }
    }

    /// Whether no longer name goes on before or behind.
    private func isWhole(_ octets: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Bool {
        if start > 0 {
            let before = octets[start - 1]
            if Self.isOfName(before) || !isDomain && [0x2E, 0x2B, 0x25].contains(before) { return false }
        }
        guard end < octets.count else { return true }
        if octets[end] == 0x2E { return end + 1 == octets.count || !Self.isOfName(octets[end + 1]) }
        return !Self.isOfName(octets[end])
    }

    private static func small(_ octet: UInt8) -> UInt8 {
        (0x41...0x5A).contains(octet) ? octet | 0x20 : octet
    }

    /// Letters, digits, `-`, `_`, and whatever is beyond ASCII.
    private static func isOfName(_ octet: UInt8) -> Bool {
        (0x61...0x7A).contains(octet | 0x20) || (0x30...0x39).contains(octet) || octet == 0x2D
            || octet == 0x5F
            || octet >= 0x80
    }

    /// Adds `names(value)`, whether a text or a blob names the subject, and `mentions(message)`, whether a message does
    /// as it stands or once its encodings are undone.
    func addFunctions(to database: Database, reader: @escaping MessageReader) {
        database.add(
            function: DatabaseFunction("names", argumentCount: 1, pure: true) { values in
                switch values.first?.storage {
                case .string(let text): isNamed(in: Data(text.utf8))
                case .blob(let data): isNamed(in: data)
                case .int64, .double, .null, nil: false
                }
            })
        database.add(
            function: DatabaseFunction("mentions", argumentCount: 1, pure: true) { values in
                guard case .blob(let data) = values.first?.storage else { return false }
                return isNamed(in: data) || reader(data).contains { isNamed(in: $0) }
            })
    }
}

/// What stands in a message once its encodings are undone, in UTF-8, piece by piece; what stands in it as it is need not
/// be there again. The store keeps octets and knows nothing of mail: whoever searches brings a reader.
package typealias MessageReader = @Sendable (Data) -> [Data]

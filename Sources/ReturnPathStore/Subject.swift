import Foundation
import GRDB

/// Whom or what is asked about: one address, or a domain with all that is under it.
package struct Subject: Hashable, Sendable {
    /// In small letters.
    package let text: String
    package let isDomain: Bool

    /// Takes an address where there is an `@`, else a domain; `nil` where it can be neither.
    package init?(_ text: String) {
        let parts = text.lowercased().split(separator: "@", omittingEmptySubsequences: false)
        guard let domain = parts.last, domain.contains("."), parts.count <= 2,
            parts.allSatisfy({ !$0.isEmpty }),
            domain.utf8.allSatisfy({ Self.isOfName($0) || $0 == 0x2E }),
            !text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F })
        else { return nil }
        self.text = parts.joined(separator: "@")
        isDomain = parts.count == 1
    }

    /// Whether octets name it, in whatever case, and not as a part of a longer name: `anna@b.example` is not in
    /// `hanna@b.example`, nor in `anna@b.example.org`.
    package func isNamed(in octets: Data) -> Bool {
        let needle = Array(text.utf8)
        return octets.withUnsafeBytes { haystack in
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

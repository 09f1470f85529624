/// How a letter is shown: as text for a terminal, or as HTML. Foreign words are made printable for either.
package enum LetterForm: String, CaseIterable, Hashable, Sendable {
    case text, html

    /// A paragraph or an item of a list.
    ///
    /// - Parameters:
    ///   - first: What the first line begins with, in text alone.
    ///   - rest: What every further line begins with, in text alone.
    func paragraph(_ text: String, first: String = "", rest: String = "") -> String {
        switch self {
        case .text: TextLayout.plain(TextLayout.wrap(text, first: first, rest: rest))
        case .html: TextLayout.printable(text)
        }
    }

    /// Foreign lines, verbatim as far as they can be printed.
    func quotation(_ lines: [String]) -> String {
        TextLayout.quote(lines, indent: self == .text ? "    " : "")
    }

    /// A line with addresses to write to: text with brackets around them, or values `words`, `address` and `link`.
    func line(_ pieces: [LinePiece]) -> Any {
        switch self {
        case .text:
            paragraph(
                pieces.map { piece in
                    switch piece {
                    case .words(let words): words
                    case .address(let address), .page(let address): "<\(address)>"
                    }
                }
                .joined())
        case .html:
            pieces.map { piece -> [String: String] in
                switch piece {
                case .words(let words): ["words": words]
                case .address(let address):
                    ["address": TextLayout.printable(address), "link": "mailto:" + MailLink.encode(address)]
                case .page(let address): ["address": address, "link": address]
                }
            }
        }
    }
}

/// The addresses of `mailto:` links (RFC 6068 §2).
enum MailLink {
    /// The address with everything but letters, digits and `@-._~` as an escape (RFC 3986 §2.1).
    static func encode(_ address: String) -> String {
        address.utf8.map { octet in
            switch octet {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: String(UnicodeScalar(octet))
            case UInt8(ascii: "@"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                String(UnicodeScalar(octet))
            default: "%" + Hexadecimal.pair(octet)
            }
        }
        .joined()
    }
}

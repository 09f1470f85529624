import Mustache

/// Fills the templates of the pages.
package struct PageRenderer: Sendable {
    private let library: MustacheLibrary

    /// Takes the templates apart.
    ///
    /// - Throws: The library's error where a template is malformed.
    package init() throws {
        MustacheContentTypes.register(MarkupText(), named: MarkupText.name)
        var library = MustacheLibrary()
        for (name, text) in PageTemplates.all {
            // In every template, for a partial begins with the library's own way of escaping.
            try library.register("{{% CONTENT_TYPE: \(MarkupText.name)}}" + text, named: name)
        }
        self.library = library
    }

    /// The page that a template makes of values; empty where there is no such template.
    func page(_ template: PageTemplates.Page, _ values: [String: Any]) -> String {
        library.render(values, withTemplate: template.rawValue) ?? ""
    }
}

/// Text as it stands in HTML, within quotes, too.
///
/// Octet by octet: the library compares whole characters, so that a quote with a combining accent behind it is none
/// for it, and one for every browser.
struct MarkupText: MustacheContentType {
    static let name = "MARKUP"

    func escapeText(_ text: String) -> String {
        var octets: [UInt8] = []
        octets.reserveCapacity(text.utf8.count)
        for octet in text.utf8 {
            switch octet {
            case UInt8(ascii: "<"): octets += Array("&lt;".utf8)
            case UInt8(ascii: ">"): octets += Array("&gt;".utf8)
            case UInt8(ascii: "&"): octets += Array("&amp;".utf8)
            case UInt8(ascii: "\""): octets += Array("&quot;".utf8)
            case UInt8(ascii: "'"): octets += Array("&#39;".utf8)
            default: octets.append(octet)
            }
        }
        return String(decoding: octets, as: UTF8.self)
    }
}

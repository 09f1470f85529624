import Mustache

/// Escapes values in HTML, octet by octet.
///
/// Mustache's own escaping looks at whole characters, and a quotation mark with a combining accent is not the
/// quotation mark that it looks for: such a value could leave its attribute.
struct HTMLEscaping: MustacheContentType {
    /// How a template asks for it.
    static let name = "ESCAPED"

    /// Makes it known to the library, once.
    static let registered: Void = MustacheContentTypes.register(HTMLEscaping(), named: name)

    func escapeText(_ text: String) -> String {
        var escaped: [UInt8] = []
        for octet in text.utf8 {
            switch octet {
            case UInt8(ascii: "<"): escaped += "&lt;".utf8
            case UInt8(ascii: ">"): escaped += "&gt;".utf8
            case UInt8(ascii: "&"): escaped += "&amp;".utf8
            case UInt8(ascii: "\""): escaped += "&quot;".utf8
            case UInt8(ascii: "'"): escaped += "&#39;".utf8
            default: escaped.append(octet)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}

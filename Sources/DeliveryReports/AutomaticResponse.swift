import InternetMessage

/// Tells answers that no person wrote (RFC 3834).
enum AutomaticResponse {
    /// Whether a header section says that the message answers another one by itself.
    ///
    /// `auto-generated` is not enough: reports of cron(8) say so, too (RFC 3834 §5). The other
    /// fields are what responders wrote before that RFC.
    static func isOne(_ header: HeaderSection) -> Bool {
        if let field = header["Auto-Submitted"] {
            let value = field.plainText.lowercased()
            if value.hasPrefix("auto-replied") { return true }
            if value.hasPrefix("no") { return false }
        }
        if header.has("X-Autoreply") || header.has("X-Autorespond") { return true }
        return header["Precedence"]?.plainText.lowercased() == "auto_reply"
    }
}

extension ReversePath {
    /// The mailbox behind the address, in small letters: what limits and the block list go by.
    ///
    /// One mailbox has as many addresses as its owner likes: a tag behind a plus (RFC 5233 §1), a signature of the day
    /// in front (BATV, draft-levine-smtp-batv), quotes around it (RFC 5321 §4.1.2), at Gmail dots anywhere. What differs in nothing else shares its
    /// limits, and its owner's wish to be left alone holds for all of them. Mail goes to ``text`` still.
    package var mailbox: String {
        var local = Substring(plainLocalPart.lowercased())
        if local.hasPrefix("prvs="), let end = local.dropFirst(5).firstIndex(of: "=") {
            local = local[local.index(after: end)...]
        }
        if let plus = local.dropFirst().firstIndex(of: "+") { local = local[..<plus] }
        let name = Self.ignoringDots.contains(domain) ? local.filter { $0 != "." } : String(local)
        return (Self.isDotString(name) ? name : Self.quoted(name)) + "@" + domain
    }

    /// One spelling of what cannot stand without quotes.
    private static func quoted(_ name: String) -> String {
        var text = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { text.append("\\") }
            text.append(scalar)
        }
        return "\"\(String(text))\""
    }

    private static let ignoringDots: Set<String> = ["gmail.com", "googlemail.com"]
}

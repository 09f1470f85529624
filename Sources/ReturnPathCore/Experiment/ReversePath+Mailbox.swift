extension ReversePath {
    /// The mailbox behind the address, in small letters: what limits and the block list go by.
    ///
    /// One mailbox has as many addresses as its owner likes: a tag behind a plus (RFC 5233 §1), a signature of the day
    /// in front (BATV, draft-levine-smtp-batv), at Gmail dots anywhere. What differs in nothing else shares its
    /// limits, and its owner's wish to be left alone holds for all of them. Mail goes to ``text`` still.
    package var mailbox: String {
        var local = Substring(localPart.lowercased())
        if local.hasPrefix("prvs="), let end = local.dropFirst(5).firstIndex(of: "=") {
            local = local[local.index(after: end)...]
        }
        if let plus = local.dropFirst().firstIndex(of: "+") { local = local[..<plus] }
        return (Self.ignoringDots.contains(domain) ? local.filter { $0 != "." } : String(local)) + "@"
            + domain
    }

    private static let ignoringDots: Set<String> = ["gmail.com", "googlemail.com"]
}

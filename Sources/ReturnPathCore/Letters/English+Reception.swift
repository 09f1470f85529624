extension English {
    /// What the log of our IPv6 mail host tells of the time before a request came through the fallback.
    package static func seen(_ reception: Reception) -> String {
        let span =
            "between \(MailDate.clock(reception.since)) and \(MailDate.clock(reception.until)) UTC, before your mail "
            + "came over IPv4"
        if let line = reception.deferred {
            return "Our IPv6 mail host put your server off \(span): \(TextLayout.printable(line))"
        }
        if let line = reception.seen {
            return
                "Our IPv6 mail host saw your server, or one that may be yours, \(span): \(TextLayout.printable(line))"
        }
        let others =
            switch reception.others {
            case 0: "nobody else either"
            case 1: "one connection of somebody else"
            default: "\(reception.others) connections of others"
            }
        return "Our IPv6 mail host saw nothing of your server \(span), and \(others)."
            + (reception.isWhole ? "" : " Its log does not tell of that whole time.")
    }
}

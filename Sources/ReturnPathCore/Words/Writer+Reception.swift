extension Writer {
    /// What the log of our IPv6 mail host tells of the time before a request came through the fallback.
    package func seen(_ reception: Reception) -> String {
        let time = say(
            .timeBefore,
            ["since": MailDate.clock(reception.since), "until": MailDate.clock(reception.until)])
        if let line = reception.deferred { return say(.hostPutOff, ["time": time, "line": line]) }
        if let line = reception.seen { return say(.hostSeen, ["time": time, "line": line]) }
        let others = reception.others == 0 ? say(.nobodyElse) : say(.othersSeen, count: reception.others)
        let nothing = say(.hostNotSeen, ["time": time, "others": others])
        return reception.isWhole ? nothing : "\(nothing) \(say(.logIncomplete))"
    }
}

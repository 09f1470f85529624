import InternetMessage
import ReturnPathCore

/// Where the time of the statistics begins.
package enum StatisticsTime {
    /// The moment that a day (`2026-01-31`, at its beginning in UTC) or a length of time (`90d`, `12h`, back from now)
    /// means; `nil` where the text is neither.
    package static func moment(_ text: String, at now: Moment) -> Moment? {
        let units: [Character: Seconds] = ["d": 86_400, "h": 3600]
        if let unit = text.last.flatMap({ units[$0] }), let number = UInt32(text.dropLast()) {
            return now - Seconds(number) * unit
        }
        // What is printed again as it was written is a day that there is, and nothing else.
        guard text.utf8.count == "2026-01-31".utf8.count, let moment = InternetDate.read(Bytes(text.utf8)),
            InternetDate.format(moment) == text + "T00:00:00Z"
        else { return nil }
        return moment
    }
}

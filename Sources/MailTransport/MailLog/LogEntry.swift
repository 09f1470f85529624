import Foundation
import ReturnPathCore

/// One line of a Postfix log, taken apart: `Nov 26 04:09:26 host postfix/smtp[725]: 4jZjjK36gMzV9: text`.
///
/// Time stamps are those of postlogd(8) and of syslog (RFC 3164 §4.1.2), in local time and without a year,
/// or those of RFC 3339.
struct LogEntry: Hashable, Sendable {
    let at: Moment
    /// The last part of the program's name: `smtp`, `qmgr`, `bounce`.
    let program: String
    let process: Int
    /// The mail that the line is about; `nil` where it names none.
    let queueID: String?
    /// What follows.
    let text: String
    /// The whole line.
    let line: String

    /// Takes a line apart; `nil` for one of another form.
    ///
    /// - Parameter now: The line is taken to be of the year before it that is nearest.
    init?(_ line: String, before now: Moment) {
        let words = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: true)
        guard words.count == 4 else { return nil }
        let tagged: Substring
        if let moment = Self.internetTime(words[0]) {
            at = moment
            tagged = line[words[2].startIndex...]
        } else if let moment = Self.logTime(words[0], words[1], words[2], before: now) {
            at = moment
            // The host's name ends at the next space.
            guard let space = words[3].firstIndex(of: " ") else { return nil }
            tagged = words[3][words[3].index(after: space)...]
        } else {
            return nil
        }
        guard let open = tagged.firstIndex(of: "["),
            let close = tagged[open...].firstRange(of: "]: "), let slash = tagged[..<open].lastIndex(of: "/"),
            let process = Int(tagged[tagged.index(after: open)..<close.lowerBound])
        else { return nil }
        program = String(tagged[tagged.index(after: slash)..<open])
        self.process = process
        self.line = line
        let rest = tagged[close.upperBound...]
        if let colon = rest.firstRange(of: ": "), Self.isQueueID(rest[..<colon.lowerBound]) {
            queueID = String(rest[..<colon.lowerBound])
            text = String(rest[colon.upperBound...])
        } else {
            queueID = nil
            text = String(rest)
        }
    }

    /// A short queue number has hexadecimal digits, a long one letters without vowels (Postfix
    /// `enable_long_queue_ids`); 6 to 20 characters hold both.
    private static func isQueueID(_ text: Substring) -> Bool {
        (6...20).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) }
            && text.utf8.contains { (0x30...0x39).contains($0) }
    }

    private static func internetTime(_ text: Substring) -> Moment? {
        guard text.utf8.count >= 20, text.utf8.dropFirst(10).first == UInt8(ascii: "T") else { return nil }
        let whole = Date.ISO8601FormatStyle(includingFractionalSeconds: false)
        let parts = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        let date = (try? whole.parse(String(text))) ?? (try? parts.parse(String(text)))
        return date.map { Moment($0.timeIntervalSince1970.rounded(.down)) }
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func logTime(
        _ month: Substring, _ day: Substring, _ time: Substring, before now: Moment
    ) -> Moment? {
        let clock = time.split(separator: ":").compactMap { Int32($0) }
        guard let month = months.firstIndex(of: String(month)), let day = Int32(day), clock.count == 3 else {
            return nil
        }
        var today = tm()
        var seconds = time_t(now)
        localtime_r(&seconds, &today)
        // The clock of whoever wrote the line may be a little ahead of ours.
        for year in [today.tm_year + 1, today.tm_year, today.tm_year - 1] {
            var parts = tm()
            (parts.tm_year, parts.tm_mon, parts.tm_mday) = (year, Int32(month), day)
            (parts.tm_hour, parts.tm_min, parts.tm_sec, parts.tm_isdst) = (clock[0], clock[1], clock[2], -1)
            let moment = Moment(mktime(&parts))
            if moment <= now + 3600 { return moment }
        }
        return nil
    }
}

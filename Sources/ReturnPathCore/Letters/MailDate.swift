/// Dates as mail and people read them, in UTC, without locale or time zone data.
package enum MailDate {
    private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `Tue, 24 Nov 2026 04:00:00 +0000` (RFC 5322 §3.3).
    package static func text(_ moment: Moment) -> String {
        let (year, month, day) = civil(moment.floorDivided(by: 86_400))
        let weekday = days[Int(moment.floorDivided(by: 86_400).modulo(7))]
        return "\(weekday), \(day) \(months[month - 1]) \(year) \(clock(moment)) +0000"
    }

    /// `2026-11-24 04:00:00`, for tables.
    package static func table(_ moment: Moment) -> String {
        let (year, month, day) = civil(moment.floorDivided(by: 86_400))
        return "\(year)-\(two(month))-\(two(day)) \(clock(moment))"
    }

    /// `2026-11-24T04:00:00Z` (RFC 3339 §5.6), for programs.
    package static func iso(_ moment: Moment) -> String {
        table(moment).replacing(" ", with: "T") + "Z"
    }

    /// `04:00:00`, the time of day.
    package static func clock(_ moment: Moment) -> String {
        let second = Int(moment.modulo(86_400))
        return "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// Year, month and day of a count of days since 1970-01-01, proleptic Gregorian.
    private static func civil(_ days: Int64) -> (year: Int64, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = shifted.floorDivided(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = Int(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
        let month = Int(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9)
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}

extension Int64 {
    fileprivate func floorDivided(by divisor: Int64) -> Int64 {
        (self - modulo(divisor)) / divisor
    }

    fileprivate func modulo(_ divisor: Int64) -> Int64 {
        let rest = self % divisor
        return rest < 0 ? rest + divisor : rest
    }
}

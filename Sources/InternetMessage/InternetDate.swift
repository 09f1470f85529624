/// Dates of messages (RFC 5322 §3.3 and §4.3), read leniently, as seconds since 1970.
public enum InternetDate {
    /// The moment a value names; nil where no day, month and year can be found in it.
    ///
    /// Takes RFC 5322 dates with every obsolete zone, ctime(3) dates and ISO 8601 dates, with any
    /// comment and with or without the day of the week. A missing time is midnight, a missing or
    /// unknown zone is UTC (RFC 5322 §4.3, `-0000`).
    public static func read(_ value: Bytes) -> Int64? {
        let words = words(of: value)
        if let first = words.first, let moment = iso8601(first, words.dropFirst().first) { return moment }
        var parts = Parts()
        for word in words { parts.take(word) }
        return parts.moment
    }

    /// The moment as text in UTC, as in `2026-11-23T14:08:05Z` (RFC 3339 §5.6).
    public static func format(_ moment: Int64) -> String {
        var (day, second) = moment.quotientAndRemainder(dividingBy: 86_400)
        if second < 0 { (day, second) = (day - 1, second + 86_400) }
        let date = civil(fromDays: day)
        // Years of four digits as such; what a hostile date says beyond them, in as many as it has.
        let isPlain = (0...9_999).contains(date.year)
        let year = isPlain ? "" : String(date.year)
        return String(unsafeUninitializedCapacity: 32 + year.utf8.count) { text in
            var count = 0
            func write(_ octet: UInt8) {
                text[count] = octet
                count += 1
            }
            func write(_ number: Int64) {
                write(ASCII.zero + UInt8(number / 10))
                write(ASCII.zero + UInt8(number % 10))
            }
            for octet in year.utf8 { write(octet) }
            if isPlain {
                write(date.year / 100)
                write(date.year % 100)
            }
            write(ASCII.hyphen)
            write(date.month)
            write(ASCII.hyphen)
            write(date.day)
            write(UInt8(ascii: "T"))
            write(second / 3600)
            write(ASCII.colon)
            write(second / 60 % 60)
            write(ASCII.colon)
            write(second % 60)
            write(UInt8(ascii: "Z"))
            return count
        }
    }

    private static func words(of value: Bytes) -> [Bytes] {
        var words: [Bytes] = []
        words.reserveCapacity(8)
        var index = value.startIndex
        var start: Int?
        func isSeparator(_ octet: UInt8) -> Bool { octet.isWhite || octet == ASCII.comma }
        while index < value.endIndex, words.count < 16 {
            if value[index] == ASCII.openParen {
                if let begin = start { words.append(value[begin..<index]) }
                start = nil
                index = Comment.end(in: value, from: index)
                continue
            }
            if isSeparator(value[index]) {
                if let begin = start { words.append(value[begin..<index]) }
                start = nil
            } else if start == nil {
                start = index
            }
            index += 1
        }
        if let begin = start { words.append(value[begin...]) }
        return words
    }

    /// `2026-11-23T14:08:05Z`, also with the time as a word of its own.
    private static func iso8601(_ word: Bytes, _ next: Bytes?) -> Int64? {
        guard word.count >= 10, word[word.startIndex + 4] == ASCII.hyphen,
            word[word.startIndex + 7] == ASCII.hyphen
        else { return nil }
        var parts = Parts()
        let start = word.startIndex
        parts.year = number(word[start..<(start + 4)])
        parts.month = number(word[(start + 5)..<(start + 7)])
        parts.day = number(word[(start + 8)..<(start + 10)])
        let rest = word.count > 11 ? word[(start + 11)...] : (next ?? [])
        let zone = rest.firstIndex { $0 == ASCII.plus || $0 == ASCII.hyphen || $0.isLetter }
        parts.takeTime(rest[..<(zone ?? rest.endIndex)])
        if let zone { parts.zone = Zone.offset(rest[zone...].filter { $0 != ASCII.colon }[...]) }
        return parts.moment
    }

    /// The number that a word of at most nine digits is.
    fileprivate static func number(_ word: Bytes) -> Int64? {
        guard !word.isEmpty, word.count <= 9, word.allSatisfy(\.isDigit) else { return nil }
        return word.reduce(0) { $0 * 10 + Int64($1 - ASCII.zero) }
    }

    /// Days since 1970-01-01 in the Gregorian calendar.
    fileprivate static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private static func civil(fromDays days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}

extension InternetDate {
    /// What the words of a date have told so far.
    fileprivate struct Parts {
        var year: Int64?
        var month: Int64?
        var day: Int64?
        var second: Int64 = 0
        var zone: Int64?
        private var hasTime = false

        /// Takes a word for what it can only be.
        mutating func take(_ word: Bytes) {
            if let number = InternetDate.number(word) {
                if day == nil, word.count <= 2 {
                    day = number
                } else if year == nil {
                    year = Parts.fullYear(number, digits: word.count)
                }
            } else if word.contains(ASCII.colon) {
                takeTime(word)
            } else if month == nil, let named = Parts.month(named: word) {
                month = named
            } else if month == nil, word.count(where: { $0 == ASCII.hyphen }) == 2 {
                for part in word.split(separator: ASCII.hyphen) { take(part) }
            } else if hasTime, zone == nil {
                zone = Zone.offset(word)
            }
        }

        /// Takes hours, minutes and, where there are any, seconds; what is no number counts as 0.
        mutating func takeTime(_ word: Bytes) {
            var rest = word
            guard !hasTime, let hour = Parts.timeField(&rest), let minute = Parts.timeField(&rest),
                hour <= 24,
                minute <= 59
            else { return }
            hasTime = true
            second = hour * 3600 + minute * 60 + min(Parts.timeField(&rest) ?? 0, 60)
        }

        /// The number up to the next colon, which is taken off, too; empty pieces are none.
        private static func timeField(_ rest: inout Bytes) -> Int64? {
            rest = rest.drop { $0 == ASCII.colon }
            guard !rest.isEmpty else { return nil }
            let field = rest.prefix { $0 != ASCII.colon }
            rest = rest[field.endIndex...]
            return InternetDate.number(field.prefix { $0.isDigit }) ?? 0
        }

        var moment: Int64? {
            guard let year, let month, let day, (1...12).contains(month), (1...31).contains(day) else {
                return nil
            }
            return InternetDate.days(year: year, month: month, day: day) * 86_400 + second - (zone ?? 0)
        }

        /// RFC 5322 §4.3: two digits are 1950 to 2049, three are counted from 1900.
        private static func fullYear(_ number: Int64, digits: Int) -> Int64 {
            switch digits {
            case ...2: number < 50 ? number + 2000 : number + 1900
            case 3: number + 1900
            default: number
            }
        }

        /// Three letters each.
        private static let months = Array("janfebmaraprmayjunjulaugsepoctnovdec".utf8)

        private static func month(named word: Bytes) -> Int64? {
            guard word.count >= 3 else { return nil }
            let start = word.startIndex
            for month in 0..<12
            where word[start] | 0x20 == months[3 * month] && word[start + 1] | 0x20 == months[3 * month + 1]
                && word[start + 2] | 0x20 == months[3 * month + 2]
            {
                return Int64(month) + 1
            }
            return nil
        }
    }

    /// Zones, numeric and obsolete (RFC 5322 §4.3).
    fileprivate enum Zone {
        private static let named: [String: Int64] = [
            "edt": -4, "est": -5, "cdt": -5, "cst": -6, "mdt": -6, "mst": -7, "pdt": -7, "pst": -8,
            "cet": 1, "cest": 2, "met": 1, "mest": 2, "eet": 2, "eest": 3, "bst": 1, "msk": 3, "jst": 9,
        ]

        /// The zone's distance from UTC in seconds; UTC where the zone is unknown, as the military
        /// letters are by now (RFC 5322 §4.3).
        static func offset(_ word: Bytes) -> Int64 {
            guard let sign = word.first, sign == ASCII.plus || sign == ASCII.hyphen else {
                return word.count == 1 ? 0 : (named[Text.decode(word).lowercased()] ?? 0) * 3600
            }
            guard let digits = InternetDate.number(word.dropFirst()) else { return 0 }
            let offset = word.count <= 3 ? digits * 3600 : digits / 100 * 3600 + digits % 100 * 60
            guard offset < 100 * 3600 else { return 0 }
            return sign == ASCII.hyphen ? -offset : offset
        }
    }
}

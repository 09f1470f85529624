/// An enhanced status code, class, subject and detail (RFC 3463 §2).
public struct EnhancedStatus: Hashable, Sendable, CustomStringConvertible {
    /// 2 success, 4 persistent transient failure, 5 permanent failure.
    public let `class`: Int
    /// What kind of thing failed: 1 address, 2 mailbox, 3 system, 4 network, 5 protocol, 6 content,
    /// 7 security or policy; 0 says nothing.
    public let subject: Int
    /// What exactly failed; 0 says nothing.
    public let detail: Int

    /// Creates a code; nil where RFC 3463 §2 knows no such class or the numbers are too long.
    public init?(class: Int, subject: Int, detail: Int) {
        guard `class` == 2 || `class` == 4 || `class` == 5, (0...999).contains(subject),
            (0...999).contains(detail)
        else {
            return nil
        }
        self.class = `class`
        self.subject = subject
        self.detail = detail
    }

    /// Reads a field's value like `5.1.1 (bad mailbox)`; nil where it is no code.
    public init?(_ text: String) {
        guard let found = Self.first(in: Array(text.utf8)) else { return nil }
        self = found
    }

    public var description: String { "\(self.class).\(subject).\(detail)" }

    /// Whether the code says no more than its class.
    public var isGeneric: Bool { subject == 0 && detail == 0 }

    /// Whether the code says no more than that it failed, or that it failed for too long (RFC 3463
    /// §3.5, X.4.7): any other code says why.
    var isVague: Bool { isGeneric || (subject == 4 && detail == 7) }

    /// The first code in a text that says why, else the first code.
    ///
    /// A detail of 0 says only what kind of thing failed (RFC 3463 §3): a later code of the same kind
    /// says more, as where Cisco's gateway puts its own code before the server's.
    ///
    /// Version numbers and addresses have the same form: a code's neighbours are no digits, dots or
    /// letters, and an address has four numbers.
    static func first(in text: [UInt8]) -> EnhancedStatus? {
        var vague: EnhancedStatus?
        var kind: EnhancedStatus?
        var index = 0
        while let dot = dot(in: text, from: index + 1) {
            guard let (status, end) = read(text, at: dot - 1) else {
                index = dot
                continue
            }
            index = end
            // Of two codes in a row the first is the server's, the second that of whoever made the reply.
            if let second = secondCode(in: text, at: end), second.class == status.class, second.detail > 0 {
                return second
            }
            if status.isVague {
                vague = vague?.isGeneric == false ? vague : status
            } else if status.detail > 0, kind?.isKind(of: status) ?? true {
                return status
            } else {
                kind = kind ?? status
            }
        }
        return kind ?? vague
    }

    /// Where the next dot stands, which every code has behind its first digit.
    private static func dot(in text: [UInt8], from start: Int) -> Int? {
        text.withUnsafeBufferPointer { start < $0.count ? $0.place(of: 0x2E, from: start) : nil }
    }

    private static func secondCode(in text: [UInt8], at end: Int) -> EnhancedStatus? {
        guard end < text.count, text[end] == 0x20 else { return nil }
        return read(text, at: end + 1)?.status
    }

    private func isKind(of other: EnhancedStatus) -> Bool {
        self.class == other.class && subject == other.subject
    }

    private static func read(_ text: [UInt8], at start: Int) -> (status: EnhancedStatus, end: Int)? {
        guard start < text.count else { return nil }
        let kind = text[start]
        guard kind == 0x32 || kind == 0x34 || kind == 0x35, start + 4 < text.count,
            text[start + 1] == 0x2E,
            start == 0 || !isPart(text[start - 1]) || isReplyCode(text, before: start),
            let (subject, afterSubject) = number(text, at: start + 2),
            afterSubject < text.count, text[afterSubject] == 0x2E,
            let (detail, end) = number(text, at: afterSubject + 1)
        else { return nil }
        if end < text.count, isPart(text[end]) {
            // A full stop may end the sentence.
            guard text[end] == 0x2E, end + 1 == text.count || !isPart(text[end + 1]) else { return nil }
        }
        return EnhancedStatus(class: Int(kind) - 0x30, subject: subject, detail: detail).map { ($0, end) }
    }

    /// Whether `550-` stands before a place: the code of each line of a long reply follows it.
    private static func isReplyCode(_ text: [UInt8], before start: Int) -> Bool {
        start >= 4 && text[start - 1] == 0x2D && text[start - 4] == text[start]
            && text[start - 3] &- 0x30 < 10 && text[start - 2] &- 0x30 < 10
            && (start == 4 || !isPart(text[start - 5]))
    }

    private static func number(_ text: [UInt8], at start: Int) -> (value: Int, end: Int)? {
        var value = 0
        var index = start
        while index < text.count, index < start + 3, text[index] &- 0x30 < 10 {
            value = value * 10 + Int(text[index]) - 0x30
            index += 1
        }
        return index > start ? (value, index) : nil
    }

    private static func isPart(_ octet: UInt8) -> Bool {
        octet == 0x2E || octet &- 0x30 < 10 || (octet | 0x20) &- 0x61 < 26 || octet == 0x2D || octet >= 0x80
    }
}

/// What a reporting MTA did with a message for one recipient (RFC 3464 §2.3.3).
public enum Action: String, Hashable, Sendable, CaseIterable {
    /// It could not be delivered and no further attempt is made.
    case failed
    /// It has not been delivered yet; attempts go on.
    case delayed
    /// It is in the recipient's mailbox, as far as the reporting MTA can know.
    case delivered
    /// It was handed on to a host that promises no reports of its own.
    case relayed
    /// It was delivered and handed on to several addresses.
    case expanded

    /// Whether the reporting MTA did what it was asked to do.
    public var isSuccess: Bool {
        switch self {
        case .delivered, .relayed, .expanded: true
        case .failed, .delayed: false
        }
    }

    /// The action a field's value names; comments like Sendmail's `(to mailbox)` are left out.
    init?(field value: String) {
        let word = value.utf8.prefix { ($0 | 0x20) &- 0x61 < 26 }.map { $0 | 0x20 }
        switch String(decoding: word, as: UTF8.self) {
        case "deliverable": self = .delivered
        case "expired", "fail", "failure": self = .failed
        case let word: self.init(rawValue: word)
        }
    }
}

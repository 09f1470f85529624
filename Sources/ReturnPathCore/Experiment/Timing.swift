/// When a check's letters go out, all in seconds.
package struct Timing: Hashable, Sendable {
    /// The longest wait before the first verdict, counted from the request.
    package let firstVerdict: Seconds
    /// How long a settled check must stay quiet before its letter goes out.
    ///
    /// A host that accepts and returns mail by itself does so within a second or two: one letter
    /// that knows of it is better than two.
    package let settle: Seconds
    /// The pause between two mails of one check.
    package let spacing: Seconds
    /// How long a probe may stay in flight before silence is concluded.
    package let window: DeliveryWindow
    /// How long the first verdict waits for a look at the domain, in seconds from the request: DNS and port 25
    /// answer within 20, or never.
    static let survey: Seconds = 60

    package init(firstVerdict: Seconds, settle: Seconds, spacing: Seconds, window: DeliveryWindow) {
        self.firstVerdict = firstVerdict
        self.settle = settle
        self.spacing = spacing
        self.window = window
    }
}

/// How long a probe may stay in flight before silence is concluded.
///
/// A window must outlast what it waits for: the sending instance's queue lifetime, its longest
/// backoff and an hour, or silence wins the race against the report of the expiry
/// (Postfix `maximal_queue_lifetime`, `maximal_backoff_time`).
package struct DeliveryWindow: Hashable, Sendable {
    /// The window's length, counted from the moment the probe was submitted.
    package let length: Seconds
    /// The shortest and the longest pause between two attempts of the instance.
    let backoff: ClosedRange<Seconds>

    /// Creates the window for an instance with the given queue.
    ///
    /// - Parameters:
    ///   - length: How long to wait; `nil` takes the shortest that is sound.
    ///   - queueLifetime: How long the instance keeps trying.
    ///   - minimalBackoff: The shortest pause between two of its attempts.
    ///   - backoff: The longest pause between two of its attempts.
    /// - Throws: ``TooShort`` when `length` ends before the last report can have come.
    package init(
        length: Seconds?, queueLifetime: Seconds, minimalBackoff: Seconds = 300, backoff: Seconds
    ) throws(TooShort) {
        let least = queueLifetime + backoff + 3600
        guard length ?? least >= least else { throw TooShort(least: least) }
        self.length = length ?? least
        self.backoff = min(minimalBackoff, backoff)...backoff
    }

    /// When a mail is tried again, at the earliest: Postfix waits as long again as the mail is old, within
    /// its bounds (qmgr(8), `minimal_backoff_time`, `maximal_backoff_time`).
    func nextAttempt(after attempt: Moment, since start: Moment) -> Moment {
        attempt + min(max(attempt - start, backoff.lowerBound), backoff.upperBound)
    }

    /// The window given leaves no time for the last report to arrive.
    package struct TooShort: Error, Hashable {
        /// The shortest window that is sound, in seconds.
        package let least: Seconds
    }
}

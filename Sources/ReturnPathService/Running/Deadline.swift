import Glibc

/// Ends a process that does not come to its end by itself: one that gets no memory for a thread waits for ever, and
/// would keep the runner's lock.
package enum Deadline {
    /// Starts the clock. What is committed stays, and the next run goes on.
    package static func start() { alarm(UInt32(EffectRunner.longest) + 120) }
}

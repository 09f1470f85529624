import Dispatch

/// Work that blocks its thread, such as look-ups and connections.
enum BlockingWork {
    /// Runs it on a thread of its own, so that mails go on.
    static func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: work()) }
        }
    }
}

import Glibc
import ReturnPathCore

/// What the timer's runs have left of themselves: a file whose time of change says when the last one came to its end,
/// and whose content says since when the clock has gone on from run to run without a leap.
///
/// A file, not a row: it is written after every run, and a crash may lose it. What follows then is a day's patience.
struct Heartbeat: Hashable, Sendable {
    /// When this run has begun.
    let begun: Moment
    /// The last run's end; `nil` where there was none.
    let last: Moment?
    /// The first run of those that came one after the other, as the clock says; this one where it has leapt.
    let steadySince: Moment

    /// The longest way that the clock may have gone since the last run, in seconds; more is a leap, or a machine
    /// that was off.
    static let longestStep: Seconds = 86_400
    /// How long the clock has to be steady before it is believed that something is past its time, in seconds.
    static let patience: Seconds = 86_400

    /// Looks at the file before a run.
    init(beside storePath: String, at now: Moment) {
        begun = now
        last = Self.last(beside: storePath)
        let path = Self.path(beside: storePath)
        let since = (try? SystemFile.read(path, most: 32).get()).flatMap(Self.moment)
        if let last, let since, (0...now).contains(since), now - last <= Self.longestStep {
            steadySince = since
        } else {
            steadySince = now
        }
    }

    /// How far the clock has leapt ahead since the last run, in seconds; `nil` where it has not.
    var leap: Seconds? { last.map { begun - $0 }.flatMap { $0 > Self.longestStep ? $0 : nil } }

    /// Whether the clock may be believed: a wrong one that is set right within a day never is.
    var isTrusted: Bool { begun - steadySince >= Self.patience }

    /// Writes down that the run has come to its end.
    func beat(beside storePath: String, at now: Moment) throws(ServiceError) {
        let path = Self.path(beside: storePath)
        let handle = try SystemFile.open(path, beside: storePath)
        defer { close(handle) }
        let since = now - begun <= Self.longestStep ? steadySince : now
        let text = Array("\(since)\n".utf8)
        guard pwrite(handle, text, text.count, 0) == text.count, ftruncate(handle, off_t(text.count)) == 0,
            futimens(handle, nil) == 0
        else {
            throw .cannotWrite(path: path, reason: SystemFailure(errno).words)
        }
    }

    /// When the timer last ran; `nil` where it never did.
    static func last(beside storePath: String) -> Moment? {
        var status = stat()
        guard stat(path(beside: storePath), &status) == 0 else { return nil }
        return Moment(status.st_mtim.tv_sec)
    }

    static func path(beside storePath: String) -> String { storePath + ".reconciled" }

    private static func moment(_ octets: [UInt8]) -> Moment? {
        Moment(String(decoding: octets.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
    }
}

import Foundation

extension QueueListing {
    /// Lines, that is messages, that are read at most; the rest is dropped and the listing marked.
    package static let mostLines = 100_000

    /// Reads the output of `postqueue -j`: one JSON object per line.
    ///
    /// - Parameters:
    ///   - output: The lines.
    ///   - isWhole: Whether this is all that postqueue(1) wrote; if not, the last line is a piece.
    ///   - isInstanceDown: Whether nobody but postqueue(1) looks after the queue.
    ///   - mostLines: How many lines are read at most.
    package init(
        reading output: [UInt8], isWhole: Bool, isInstanceDown: Bool = false,
        mostLines: Int = mostLines
    ) {
        var lines = output.split(separator: UInt8(ascii: "\n"), maxSplits: mostLines)
        // What stands behind the last line that is read; ends of lines alone are nothing.
        let rest = lines.count > mostLines ? lines.removeLast() : []
        let hasMore = rest.contains { $0 != UInt8(ascii: "\n") }
        if !hasMore, !isWhole, output.last != UInt8(ascii: "\n") { lines = lines.dropLast() }
        let decoder = JSONDecoder()
        let mails = lines.map { try? decoder.decode(QueuedMail.self, from: Data($0)) }
        let read = mails.compactMap { $0 }
        self.init(
            mails: read, brokenLines: mails.count - read.count, isComplete: isWhole && !hasMore,
            isInstanceDown: isInstanceDown)
    }
}

import Glibc
import ReturnPathCore

/// A log file that grows and is rotated, read a portion at a time.
///
/// A rotated file is found again by its number in the file system and its first bytes, under a name that
/// begins like the log's; it is read as long as it is there uncompressed, for its writer may go on for a
/// moment after it was renamed.
package struct LogFile: Sendable {
    package let path: String

    /// Bytes that one portion has at most.
    static let longestPortion = 1 << 20
    /// Bytes that tell two files of one number apart.
    static let longestHead = 64

    package init(_ path: String) {
        self.path = path
    }

    /// How far a log was read.
    package struct Position: Codable, Hashable, Sendable {
        var current: Mark
        var previous: Mark?
    }

    /// How far one file was read.
    struct Mark: Codable, Hashable, Sendable {
        let number: UInt64
        let head: String
        var offset: Int64
    }

    /// What was read at once.
    package struct Portion: Sendable {
        /// Whole lines, without their ends; foreign bytes are repaired.
        package let lines: [String]
        /// Where to go on.
        package let position: Position
        /// Whether there is more to read now.
        package let hasMore: Bool
        /// Whether a rotated file with unread lines could not be found.
        package let isInterrupted: Bool
    }

    /// The log cannot be opened or read.
    package struct ReadError: Error, Hashable {
        package let path: String
        /// The error number of the system (errno(3)).
        package let code: Int32

        package var problem: String { "\(path) cannot be read: \(String(cString: strerror(code)))" }
        package var remedy: String {
            "Let the user sixreturn read it, or name the log of the sending instance in sending.log"
        }
    }

    /// Reads on from a position.
    ///
    /// - Parameter position: `nil` reads from the beginning of the log.
    /// - Throws: ``ReadError`` where the log cannot be opened.
    package func read(after position: Position?) throws(ReadError) -> Portion {
        let file = try OpenFile(path)
        let head = file.head()
        guard let position else {
            return portion(file, Mark(number: file.number, head: head, offset: 0), nil)
        }
        if file.number == position.current.number, head.hasPrefix(position.current.head) {
            var mark = position.current
            if mark.offset > file.size { mark = Mark(number: mark.number, head: head, offset: 0) }
            if mark.head.isEmpty { mark = Mark(number: mark.number, head: head, offset: mark.offset) }
            return portion(file, mark, position.previous)
        }
        let fresh = Mark(number: file.number, head: head, offset: 0)
        let isFound = rotated(position.current) != nil
        return portion(file, fresh, isFound ? position.current : nil, isInterrupted: !isFound)
    }

    /// The rest of the rotated file first, then the log.
    private func portion(
        _ file: borrowing OpenFile, _ current: Mark, _ previous: Mark?, isInterrupted: Bool = false
    ) -> Portion {
        var bytes: [UInt8] = []
        var hasMore = false
        var earlier = previous
        if let mark = previous {
            if let old = rotated(mark) {
                let chunk = old.chunk(after: mark.offset)
                bytes = chunk.bytes
                hasMore = chunk.hasMore
                earlier?.offset = chunk.end
            } else {
                earlier = nil
            }
        }
        var now = current
        if !hasMore {
            let chunk = file.chunk(after: current.offset)
            bytes += chunk.bytes
            hasMore = chunk.hasMore
            now.offset = chunk.end
        }
        let lines = bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
        return Portion(
            lines: lines, position: Position(current: now, previous: earlier), hasMore: hasMore,
            isInterrupted: isInterrupted)
    }

    /// The file that the log was before, under its new name.
    private func rotated(_ mark: Mark) -> OpenFile? {
        guard let slash = path.lastIndex(of: "/") else { return nil }
        let name = path[path.index(after: slash)...]
        let folder = path[...slash]
        guard let directory = opendir(String(folder)) else { return nil }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            guard UInt64(entry.pointee.d_ino) == mark.number else { continue }
            let other = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard other.hasPrefix(name), other.count > name.count,
                let file = try? OpenFile(folder + other), file.number == mark.number,
                file.head().hasPrefix(mark.head)
            else { continue }
            return file
        }
        return nil
    }
}

/// A file open for reading.
struct OpenFile: ~Copyable {
    let number: UInt64
    let size: Int64
    private let descriptor: Int32

    init(_ path: String) throws(LogFile.ReadError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw LogFile.ReadError(path: path, code: errno) }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else {
            let code = errno
            close(descriptor)
            throw LogFile.ReadError(path: path, code: code)
        }
        number = UInt64(facts.st_ino)
        size = Int64(facts.st_size)
    }

    deinit { close(descriptor) }

    func head() -> String {
        String(
            decoding: bytes(LogFile.longestHead, after: 0).prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }

    /// Whole lines behind an offset; a line that fills a portion by itself is skipped.
    func chunk(after offset: Int64) -> (bytes: [UInt8], end: Int64, hasMore: Bool) {
        let read = bytes(LogFile.longestPortion, after: offset)
        let isFull = read.count == LogFile.longestPortion
        guard let last = read.lastIndex(of: UInt8(ascii: "\n")) else {
            return ([], isFull ? offset + Int64(read.count) : offset, isFull)
        }
        return (Array(read[...last]), offset + Int64(last) + 1, isFull)
    }

    /// The first entry behind an offset, past the line that the offset stands in.
    func firstEntry(after offset: Int64, before now: Moment) -> LogEntry? {
        var found: LogEntry?
        for line in bytes(1 << 16, after: offset).split(separator: UInt8(ascii: "\n")).dropFirst(
            offset > 0 ? 1 : 0)
        where found == nil {
            found = LogEntry(String(decoding: line, as: UTF8.self), before: now)
        }
        return found
    }

    /// Hands on whole lines behind an offset, one after the other.
    func forEachLine(after offset: Int64, _ body: (ArraySlice<UInt8>) -> Void) {
        var offset = offset
        while true {
            let portion = chunk(after: offset)
            portion.bytes.split(separator: UInt8(ascii: "\n")).forEach(body)
            guard portion.hasMore, portion.end > offset else { return }
            offset = portion.end
        }
    }

    private func bytes(_ most: Int, after offset: Int64) -> [UInt8] {
        guard offset < size else { return [] }
        return [UInt8](unsafeUninitializedCapacity: min(most, Int(size - offset))) { buffer, count in
            var taken = 0
            while taken < buffer.count {
                let rest = UnsafeMutableBufferPointer(rebasing: buffer[taken...])
                let read = pread(descriptor, rest.baseAddress, rest.count, off_t(offset) + off_t(taken))
                if read < 0, errno == EINTR { continue }
                guard read > 0 else { break }
                taken += read
            }
            count = taken
        }
    }
}

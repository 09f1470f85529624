import Glibc

/// What ended a body.
enum Stop {
    case endOfInput
    case delimiter(level: Int, isClosing: Bool)

    /// Whether it is a delimiter of the multipart at that level.
    func `is`(_ wanted: Int) -> Bool {
        if case .delimiter(wanted, _) = self { true } else { false }
    }
}

/// The boundaries of all multiparts that are open, the outermost first (RFC 2046 §5.1.2).
struct Boundaries {
    private var stack: [[UInt8]] = []

    /// How many are open.
    var count: Int { stack.count }

    mutating func open(_ boundary: [UInt8]) { stack.append(boundary) }

    mutating func closeLast() { stack.removeLast() }

    /// Which open boundary the line at that place is a delimiter of, the innermost first.
    func delimiter(at start: Int, in bytes: [UInt8]) -> Stop? {
        guard !stack.isEmpty, start + 2 < bytes.count, bytes[start] == ASCII.hyphen,
            bytes[start + 1] == ASCII.hyphen
        else { return nil }
        for level in stack.indices.reversed() where Self.stands(stack[level], at: start + 2, in: bytes) {
            var index = start + 2 + stack[level].count
            let isClosing =
                index + 1 < bytes.count && bytes[index] == ASCII.hyphen && bytes[index + 1] == ASCII.hyphen
            if isClosing { index += 2 }
            while index < bytes.count, bytes[index].isBlank { index += 1 }
            if index == bytes.count || bytes[index] == ASCII.lf {
                return .delimiter(level: level, isClosing: isClosing)
            }
        }
        return nil
    }

    private static func stands(_ boundary: [UInt8], at start: Int, in bytes: [UInt8]) -> Bool {
        guard bytes.count - start >= boundary.count else { return false }
        return bytes.withUnsafeBytes { all in
            boundary.withUnsafeBytes { wanted in
                guard let own = all.baseAddress, let other = wanted.baseAddress else { return wanted.isEmpty }
                return memcmp(own + start, other, wanted.count) == 0
            }
        }
    }
}

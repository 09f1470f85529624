/// Comments in structured fields (RFC 5322 §3.2.2).
enum Comment {
    /// The place behind the comment that opens at `start`; the end, where it is never closed.
    static func end(in bytes: Bytes, from start: Int) -> Int {
        var depth = 0
        var index = start
        while index < bytes.endIndex {
            switch bytes[index] {
            case ASCII.openParen: depth += 1
            case ASCII.closeParen:
                depth -= 1
                if depth == 0 { return index + 1 }
            case ASCII.backslash: index += 1
            default: break
            }
            index += 1
        }
        return bytes.endIndex
    }
}

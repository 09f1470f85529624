/// Makes every line of a message end in a single LF.
///
/// RFC 5322 §2.1 ends lines in CRLF; what a pipe hands over has LF, old Macs wrote CR, and repaired
/// messages have a mixture, `CR CR LF` among it. With one kind of line end every later step is
/// simpler, and a message reads the same whichever it came with. The usual message from a pipe has
/// no CR at all and is not copied.
enum LineEnds {
    /// The octets with LF as the only line end, and whether a lone CR was among the line ends.
    static func normalized(_ bytes: [UInt8]) -> (bytes: [UInt8], hadBareCR: Bool) {
        guard let first = bytes.place(of: ASCII.cr, from: 0, to: bytes.count) else {
            return (bytes, false)
        }
        var bare = false
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var position = 0
        var next: Int? = first
        while let found = next {
            result.append(contentsOf: bytes[position..<found])
            var after = found + 1
            while after < bytes.count, bytes[after] == ASCII.cr { after += 1 }
            if after < bytes.count, bytes[after] == ASCII.lf {
                result.append(ASCII.lf)
                after += 1
            } else {
                bare = true
                result.append(contentsOf: repeatElement(ASCII.lf, count: after - found))
            }
            position = after
            next = bytes.place(of: ASCII.cr, from: position, to: bytes.count)
        }
        result.append(contentsOf: bytes[position...])
        return (result, bare)
    }
}

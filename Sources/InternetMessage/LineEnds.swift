import Glibc

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
        var hadBareCR = false
        let result = [UInt8](room: bytes.count) { output, count in
            bytes.withUnsafeBufferPointer { input in
                guard let source = input.baseAddress, let target = output.baseAddress else { return }
                count = copy(source, input.count, from: first, to: target, &hadBareCR)
            }
        }
        return (result, hadBareCR)
    }

    /// Copies all octets, each run of CR with the LF behind it as one line end, or without one as many
    /// as it has CRs; never more octets than there were. Returns how many it wrote.
    private static func copy(
        _ source: UnsafePointer<UInt8>, _ size: Int, from first: Int, to target: UnsafeMutablePointer<UInt8>,
        _ hadBareCR: inout Bool
    ) -> Int {
        var position = 0
        var written = 0
        var found = first
        while true {
            memcpy(target + written, source + position, found - position)
            written += found - position
            guard found < size else { return written }
            position = found
            while position < size, source[position] == ASCII.cr { position += 1 }
            if position < size, source[position] == ASCII.lf {
                position += 1
                target[written] = ASCII.lf
                written += 1
            } else {
                hadBareCR = true
                memset(target + written, Int32(ASCII.lf), position - found)
                written += position - found
            }
            let next = memchr(source + position, Int32(ASCII.cr), size - position)
            found = next.map { UnsafeRawPointer($0) - UnsafeRawPointer(source) } ?? size
        }
    }
}

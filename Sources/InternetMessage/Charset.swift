import Glibc

/// Text in any charset the C library knows, as a string.
public enum Charset {
    /// Decodes octets; where the charset is unknown or missing, as UTF-8 or else as Latin-1.
    ///
    /// - Parameters:
    ///   - bytes: The text's octets.
    ///   - label: The charset's name, as in a `charset` parameter.
    public static func decode(
        _ bytes: Bytes, label: String?
    ) -> (text: String, defects: [Defect]) {
        let name = (label ?? "us-ascii").lowercased()
        switch name {
        case "us-ascii", "ascii", "utf-8", "utf8", "", "unknown-8bit":
            // ASCII is often a lie; UTF-8 is the most likely truth (RFC 6532 §3).
            if let text = String(validating: bytes, as: UTF8.self) { return (withoutNUL(text), []) }
            return (Text.decode(bytes), [.malformedCharset])
        case "iso-8859-1", "latin1":
            return (Text.latin1(bytes), [])
        default:
            guard let converted = convert(bytes, from: name) else {
                return (Text.decode(bytes), [.unknownCharset])
            }
            return (withoutNUL(converted.text), converted.isClean ? [] : [.malformedCharset])
        }
    }

    private static func withoutNUL(_ text: String) -> String {
        text.utf8.contains(ASCII.nul) ? Text.decode(Array(text.utf8)) : text
    }

    /// Converts by iconv(3); nil when it does not know the charset.
    private static func convert(_ bytes: Bytes, from name: String) -> (text: String, isClean: Bool)? {
        // A slash would be read as an option of the C library's own, as in //TRANSLIT.
        guard name.utf8.count <= 40, !name.utf8.contains(ASCII.slash),
            let handle = iconv_open("UTF-8", name), Int(bitPattern: handle) != -1
        else { return nil }
        defer { iconv_close(handle) }
        var input = Array(bytes)
        var output: [UInt8] = []
        output.reserveCapacity(input.count * 2)
        let isClean = run(handle, &input, into: &output)
        return (Text.decode(output), isClean)
    }

    /// Feeds the converter; an octet that it cannot take becomes U+FFFD.
    private static func run(
        _ handle: iconv_t, _ input: inout [UInt8], into output: inout [UInt8]
    ) -> Bool {
        var isClean = true
        var chunk = [CChar](repeating: 0, count: 4096)
        let count = input.count
        input.withUnsafeMutableBytes { raw in
            var source = raw.bindMemory(to: CChar.self).baseAddress
            var left = count
            while left > 0 {
                let (result, code) = step(handle, &source, &left, &chunk, &output)
                guard result == -1, code != E2BIG else { continue }
                isClean = false
                output += "\u{FFFD}".utf8
                // EINVAL: the text ends inside a character (iconv(3)).
                if code == EINVAL { return }
                source = source.map { $0 + 1 }
                left -= 1
            }
        }
        return isClean
    }

    private static func step(
        _ handle: iconv_t, _ source: inout UnsafeMutablePointer<CChar>?, _ left: inout Int,
        _ chunk: inout [CChar], _ output: inout [UInt8]
    ) -> (result: Int, code: Int32) {
        chunk.withUnsafeMutableBufferPointer { buffer in
            var target = buffer.baseAddress
            var room = buffer.count
            let result = iconv(handle, &source, &left, &target, &room)
            let code = errno
            output.append(contentsOf: UnsafeRawBufferPointer(buffer).prefix(buffer.count - room))
            return (result, code)
        }
    }
}

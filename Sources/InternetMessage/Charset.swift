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
        let (octets, defects) = octets(bytes, label: label)
        return (Text.string(octets), defects)
    }

    /// The same in UTF-8; what is UTF-8 already is not copied.
    static func octets(_ bytes: Bytes, label: String?) -> (octets: Bytes, defects: [Defect]) {
        let name = Array((label ?? "").utf8)[...]
        if name.isEmpty || unicode.contains(where: name.isEqualIgnoringCase) {
            // ASCII is often a lie; UTF-8 is the most likely truth (RFC 6532 §3).
            if let valid = Text.validOctets(bytes) { return (valid, []) }
            return (Text.latin1(bytes), [.malformedCharset])
        }
        if extendsASCII(name), bytes.isASCII { return (Text.octets(bytes), []) }
        if latin.contains(where: name.isEqualIgnoringCase) { return (Text.latin1(bytes), []) }
        guard let converted = convert(bytes, from: Text.decode(name)) else {
            return (Text.octets(bytes), [.unknownCharset])
        }
        return (Text.octets(converted.octets), converted.isClean ? [] : [.malformedCharset])
    }

    private static let unicode = ["utf-8", "us-ascii", "ascii", "utf8", "unknown-8bit"]
    private static let latin = ["iso-8859-1", "latin1"]

    /// Whether text in that charset that has ASCII octets alone is ASCII, so that iconv(3), which
    /// loads a library for each charset, need not be asked.
    private static func extendsASCII(_ name: Bytes) -> Bool {
        ["iso-8859-", "windows-125", "koi8-"].contains(where: name.hasPrefix)
    }

    /// Whether no character of that charset has one octet alone, as in UTF-16.
    static func isWide(_ label: String) -> Bool {
        let name = Array(label.utf8)[...]
        return ["utf-16", "utf-32", "ucs-", "iso-10646-"].contains(where: name.hasPrefix)
    }

    /// Converts by iconv(3); nil when it does not know the charset.
    private static func convert(_ bytes: Bytes, from name: String) -> (octets: Bytes, isClean: Bool)? {
        // A slash would be read as an option of the C library's own, as in //TRANSLIT.
        guard name.utf8.count <= 40, !name.utf8.contains(ASCII.slash),
            let handle = iconv_open("UTF-8", name), Int(bitPattern: handle) != -1
        else { return nil }
        defer { iconv_close(handle) }
        var input = Array(bytes)
        var output: [UInt8] = []
        output.reserveCapacity(input.count * 2)
        let isClean = run(handle, &input, into: &output)
        return (output[...], isClean)
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

extension Bytes {
    fileprivate func hasPrefix(_ text: String) -> Bool {
        prefix(text.utf8.count).isEqualIgnoringCase(to: text)
    }
}

import InternetMessage

/// Encoded words, parameters, dates, identifiers and charsets (RFC 2047, RFC 2231, RFC 5322 §3.3).
enum WordsTarget {
    static func run(_ bytes: [UInt8]) {
        let value = bytes[...]
        demandClean(EncodedWord.decode(value))
        demandClean(Text.decode(value))
        let type = ContentType.read(value)
        demandClean(type.mediaType)
        let parameters = ParameterizedValue.read(value).parameters
        for name in parameters.names { demandClean(parameters[name] ?? "") }
        if let date = InternetDate.read(value) { demandClean(InternetDate.format(date)) }
        for id in MessageID.readList(value) { demandClean(id) }
        _ = TransferEncoding(label: value)
        // The first line names the charset of the rest.
        let label = value.prefix { $0 != 0x0A }
        demandClean(Charset.decode(value.dropFirst(label.count), label: Text.decode(label)).text)
    }
}

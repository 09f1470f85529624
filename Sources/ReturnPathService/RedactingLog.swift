import Logging
import ReturnPathCore

/// A log on standard error that names nobody: where an address of a person stood, there is `~` and its pseudonym.
///
/// Whatever a program or an error says passes through here, so that no line has to think of it.
package struct RedactingLog: LogHandler {
    private var log: StreamLogHandler
    private let signer: Signer

    package init(_ label: String, signer: Signer) {
        log = StreamLogHandler.standardError(label: label)
        self.signer = signer
    }

    package var metadata: Logger.Metadata {
        get { log.metadata }
        set { log.metadata = newValue }
    }

    package var logLevel: Logger.Level {
        get { log.logLevel }
        set { log.logLevel = newValue }
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { log[metadataKey: key] }
        set { log[metadataKey: key] = newValue }
    }

    package func log(event: LogEvent) {
        var event = event
        event.message = "\(Self.redacted(event.message.description, signer))"
        log.log(event: event)
    }

    /// The text with pseudonyms in place of all that has the form of an address.
    static func redacted(_ text: String, _ signer: Signer) -> String {
        guard text.utf8.contains(UInt8(ascii: "@")) else { return text }
        var out = ""
        var word = ""
        for character in text + "\n" {
            if isOfAddress(character) {
                word.append(character)
            } else {
                // Before the sign stood a quoted local part.
                if word.first == "@", let quote = openingQuote(out) {
                    word = out[quote...] + word
                    out = String(out[..<quote])
                }
                out += redacted(word: word, signer)
                out.append(character)
                word = ""
            }
        }
        return String(out.dropLast())
    }

    /// Where the quoted string begins that a text ends with (RFC 5322 §3.2.4); `nil` where it ends with none.
    private static func openingQuote(_ text: String) -> String.Index? {
        guard text.last == "\"" else { return nil }
        var index = text.index(before: text.endIndex)
        while let quote = text[..<index].lastIndex(of: "\"") {
            if text[..<quote].reversed().prefix(while: { $0 == "\\" }).count.isMultiple(of: 2) {
                return quote
            }
            index = quote
        }
        return nil
    }

    private static func redacted(word: String, _ signer: Signer) -> String {
        guard let at = word.lastIndex(of: "@") else { return word }
        // `from=anna@tester.example`; the local part of a tagged address has such a sign, too.
        let sign = word.first == "\"" ? nil : word[..<at].lastIndex(of: "=")
        let start = sign.map { word.index(after: $0) } ?? word.startIndex
        let address = word[start...].reversed().drop { $0 == "." }.reversed()
        let rest = word[start...].dropFirst(address.count)
        return "\(word[..<start])~\(signer.pseudonym(of: String(address)))\(rest)"
    }

    private static func isOfAddress(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || "@.!#$%&'*+/=?^_`{|}~-".contains(character)
    }
}

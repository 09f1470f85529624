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
                out += redacted(word: word, signer)
                out.append(character)
                word = ""
            }
        }
        return String(out.dropLast())
    }

    private static func redacted(word: String, _ signer: Signer) -> String {
        guard let at = word.lastIndex(of: "@") else { return word }
        // `from=anna@tester.example`; the local part of a tagged address has such a sign, too.
        let start = word[..<at].lastIndex(of: "=").map { word.index(after: $0) } ?? word.startIndex
        let address = word[start...].reversed().drop { $0 == "." }.reversed()
        let rest = word[start...].dropFirst(address.count)
        return "\(word[..<start])~\(signer.pseudonym(of: String(address)))\(rest)"
    }

    private static func isOfAddress(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || "@.!#$%&'*+/=?^_`{|}~-".contains(character)
    }
}

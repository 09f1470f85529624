import Foundation
import GRDB

/// Values of ours as JSON text with sorted keys: equal values are equal texts.
enum JSON {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func value<Value: Decodable>(_ type: Value.Type, of text: String) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: Self.data(text))
        } catch {
            throw DatabaseError(
                resultCode: .SQLITE_CORRUPT, message: "a stored \(type) is malformed: \(error)")
        }
    }

    private static func data(_ text: String) -> Data {
        var text = text
        return text.withUTF8 { Data(buffer: $0) }
    }
}

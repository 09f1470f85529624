import Foundation
import InternetMessage

/// Writes statuses for programs.
package enum StatusJSON {
    /// One document with sorted keys; what no terminal should get is escaped.
    package static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return escaped(String(decoding: try encoder.encode(value), as: UTF8.self)) + "\n"
    }

    /// The document with what is invisible outside ASCII escaped: it can stand in strings alone.
    private static func escaped(_ document: String) -> String {
        func isHidden(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x7F && scalar.isInvisible }
        if document.utf8.allSatisfy({ $0 < 0x7F }) { return document }
        var out = String.UnicodeScalarView()
        for scalar in document.unicodeScalars {
            if isHidden(scalar) {
                out.append(contentsOf: scalar.escapedForJSON.unicodeScalars)
            } else {
                out.append(scalar)
            }
        }
        return String(out)
    }
}

import TOMLKit

/// Texts in TOML, with the places of what stands in them.
enum TOMLText {
    /// Takes a text apart.
    ///
    /// - Throws: What is wrong with it, with its line.
    static func table(_ text: String) throws(ConfigurationError.Fault) -> TOMLTable {
        do {
            return try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw ConfigurationError.Fault(
                line: error.source.begin.line, problem: error.description,
                remedy:
                    "A line is: key = \"text\", key = number or key = [\"list\"]; [section] opens a section.")
        } catch {
            throw ConfigurationError.Fault(line: nil, problem: "\(error)", remedy: "Correct the file.")
        }
    }

    /// Where each key and section stands; TOML's own rules have been checked before. Asked for faults
    /// alone, and not by every message's process.
    static func lines(_ text: String) -> [String: Int] {
        var lines: [String: Int] = [:]
        var section = ""
        for (index, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated()
        {
            let line = raw.drop { $0 == " " || $0 == "\t" }
            if line.first == "[", let end = line.firstIndex(of: "]") {
                section = line[line.index(after: line.startIndex)..<end].filter { $0 != " " }
                lines[section] = index + 1
            } else if let equals = line.firstIndex(of: "="), line.first != "#" {
                let name = line[..<equals].filter { $0 != " " && $0 != "\t" && $0 != "\"" }
                lines[section.isEmpty ? name : "\(section).\(name)"] = index + 1
            }
        }
        return lines
    }
}

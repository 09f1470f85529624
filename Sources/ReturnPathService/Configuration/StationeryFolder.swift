import Glibc
import ReturnPathCore
import TOMLKit

/// The operator's folder with templates and words for our mails (docs/letters.md).
///
/// What is missing there is built in; so is what is wrong there, for a mail must not wait for a template.
package struct StationeryFolder: Sendable {
    package let stationery: Stationery
    private let path: String
    private let readingFaults: [ConfigurationError.Fault]

    /// Everything that is wrong, with file, line and column.
    package var faults: [ConfigurationError.Fault] {
        readingFaults
            + stationery.faults.map { fault in
                ConfigurationError.Fault(
                    file: "\(path)/\(fault.template.rawValue)", line: fault.line, column: fault.column,
                    problem: fault.problem,
                    remedy: "Correct the template; until then the built-in one is used.")
            }
    }

    /// Reads the folder; `nil` reads nothing.
    package init(_ path: String?) {
        guard let path else {
            self.init(path: "", stationery: Stationery(), faults: [])
            return
        }
        var faults: [ConfigurationError.Fault] = []
        var templates: [LetterTemplate: String] = [:]
        var words: [Language: [Phrase: String]] = [:]
        for template in LetterTemplate.allCases {
            templates[template] = Self.text("\(path)/\(template.rawValue)", &faults)
        }
        for language in Language.allCases {
            let file = "\(path)/words.\(language.rawValue).toml"
            words[language] = Self.text(file, &faults).map {
                Self.words($0, in: language, file: file, &faults)
            }
        }
        if access(path, R_OK | X_OK) != 0 {
            faults.append(Self.unreadable(path, SystemFailure(errno)))
        }
        self.init(path: path, stationery: Stationery(templates: templates, words: words), faults: faults)
    }

    private init(path: String, stationery: Stationery, faults: [ConfigurationError.Fault]) {
        self.path = path
        self.stationery = stationery
        readingFaults = faults
    }

    /// A file's text; `nil` where there is no such file.
    private static func text(_ path: String, _ faults: inout [ConfigurationError.Fault]) -> String? {
        switch SystemFile.read(path, most: 1 << 20) {
        case .success(let bytes): return String(decoding: bytes, as: UTF8.self)
        case .failure(let failure):
            if failure.number != ENOENT { faults.append(unreadable(path, failure)) }
            return nil
        }
    }

    private static func unreadable(_ path: String, _ failure: SystemFailure) -> ConfigurationError.Fault {
        ConfigurationError.Fault(
            file: path, line: nil, problem: "cannot be read: \(failure.words)",
            remedy: "It must be readable for user sixreturn.")
    }

    /// The words of a file that are right.
    private static func words(
        _ text: String, in language: Language, file: String, _ faults: inout [ConfigurationError.Fault]
    ) -> [Phrase: String] {
        let table: TOMLTable
        do {
            table = try TOMLText.table(text)
        } catch {
            faults.append(
                ConfigurationError.Fault(
                    file: file, line: error.line, problem: error.problem, remedy: error.remedy))
            return [:]
        }
        let lines = TOMLText.lines(text)
        let phrases = Dictionary(uniqueKeysWithValues: Phrase.all.map { ($0.key, $0) })
        let book = Phrasebook(language)
        var words: [Phrase: String] = [:]
        for section in table.keys.sorted() {
            let names = table[section]?.table?.keys.sorted() ?? []
            if names.isEmpty {
                faults.append(unknown(section, file, lines[section]))
            }
            for name in names {
                let key = "\(section).\(name)"
                guard let phrase = phrases[key], let text = table[section]?.table?[name]?.string else {
                    faults.append(unknown(key, file, lines[key]))
                    continue
                }
                guard let problem = book.fault(in: text, for: phrase) else {
                    words[phrase] = text
                    continue
                }
                let usual = book.forms(of: phrase).joined(separator: "|")
                faults.append(
                    ConfigurationError.Fault(
                        file: file, line: lines[key], problem: "\(key) \(problem)",
                        remedy: "The built-in words are: \(usual)"))
            }
        }
        return words
    }

    private static func unknown(_ key: String, _ file: String, _ line: Int?) -> ConfigurationError.Fault {
        ConfigurationError.Fault(
            file: file, line: line,
            problem: "there are no words called \(TextLayout.printable(String(key.prefix(80))))",
            remedy: "A line is name = \"words\" below its [section]; docs/letters.md says which there are.")
    }
}

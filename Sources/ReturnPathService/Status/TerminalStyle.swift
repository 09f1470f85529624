import ReturnPathCore

/// What a terminal can show, and in which language its person reads.
package struct TerminalStyle: Hashable, Sendable {
    package var width = 80
    /// Whether colours are wanted (no-color.org).
    package var isColoured = false
    /// Whether it shows more than ASCII.
    package var hasSymbols = true
    package var language = Language.english

    package init() {}

    /// Reads the environment: `LC_ALL`, `LC_MESSAGES`, `LC_CTYPE`, `LANG` (locale(7)), `NO_COLOR`, `TERM`, `COLUMNS`.
    ///
    /// - Parameter columns: How wide the terminal is; `nil` where the output is none, which has 80 and no colours.
    package init(_ environment: [String: String], columns: Int?) {
        func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        let messages = value("LC_ALL") ?? value("LC_MESSAGES") ?? value("LANG") ?? ""
        let characters = (value("LC_ALL") ?? value("LC_CTYPE") ?? value("LANG") ?? "").lowercased()
        language = Language(rawValue: String(messages.prefix { $0.isLetter })) ?? .english
        hasSymbols = characters.contains("utf-8") || characters.contains("utf8")
        isColoured = columns != nil && value("NO_COLOR") == nil && value("TERM") != "dumb"
        width = max(40, value("COLUMNS").flatMap { Int($0) } ?? columns ?? 80)
    }

    /// A text in the colour of an outcome.
    func coloured(_ text: String, _ outcome: Outcome) -> String {
        switch outcome {
        case .passed: escape(text, "32")
        case .failed: escape(text, "31")
        case .inconclusive, .notReached: escape(text, "33")
        case .waiting: escape(text, "36")
        case .notSeen: escape(text, "2")
        }
    }

    /// A heading.
    func heading(_ text: String) -> String { escape(text, "1") }

    /// The sign of an outcome.
    func symbol(_ outcome: Outcome) -> String {
        guard !hasSymbols else { return outcome.symbol }
        switch outcome {
        case .passed: return "+"
        case .failed: return "-"
        case .inconclusive: return "?"
        case .waiting: return "."
        case .notSeen, .notReached: return " "
        }
    }

    /// An arrow that says over which address family.
    func arrow(_ family: String?) -> String {
        let words = family == "ipv6" ? "IPv6" : family == "ipv4" ? "IPv4" : ""
        return hasSymbols ? "──\(words)──▶" : "--\(words)-->"
    }

    /// Only what the terminal can show: in ASCII alone, every other letter is a question mark.
    func shown(_ text: String) -> String {
        let plain = TextLayout.plain(text)
        return hasSymbols ? plain : String(plain.map { $0.isASCII ? $0 : "?" })
    }

    private func escape(_ text: String, _ code: String) -> String {
        isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

extension Verdict.Overall {
    /// The outcome of an ability that stands for the whole.
    var outcome: Outcome {
        switch self {
        case .passed: .passed
        case .failed: .failed
        case .inconclusive: .inconclusive
        case .waiting: .waiting
        }
    }
}

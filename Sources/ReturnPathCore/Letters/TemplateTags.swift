/// The tags of a template that Mustache has found well-formed: which names they ask for.
///
/// Mustache shows nothing for a name that it does not know, so that a slip of the operator's would take the outcome out of
/// all verdicts.
struct TemplateTags {
    /// What a tag asks for that there is not.
    struct Unknown: Error, Equatable {
        /// Counted from 1.
        let line: Int
        /// Counted from 1.
        let column: Int
        let problem: String
    }

    private let source: Substring
    private var rest: Substring
    private var opening = "{{"
    private var closing = "}}"

    private init(_ source: String) {
        self.source = source[...]
        rest = self.source
    }

    /// The first tag that asks for something else than names, with its place.
    static func firstUnknown(in source: String, but names: Set<String>) -> Unknown? {
        var tags = TemplateTags(source)
        while let (place, tag) = tags.next() {
            guard let problem = problem(of: tag, names) else { continue }
            let before = source[..<place].split(separator: "\n", omittingEmptySubsequences: false)
            return Unknown(line: before.count, column: (before.last?.count ?? 0) + 1, problem: problem)
        }
        return nil
    }

    /// The next tag, without its delimiters, and where it begins.
    private mutating func next() -> (String.Index, Substring)? {
        guard let start = rest.firstRange(of: opening) else { return nil }
        let isTriple = opening == "{{" && rest[start.upperBound...].first == "{"
        let ending = isTriple ? "}}}" : closing
        let inside = rest[start.upperBound...].dropFirst(isTriple ? 1 : 0)
        guard let end = inside.firstRange(of: ending) else { return nil }
        let tag = inside[..<end.lowerBound]
        rest = inside[end.upperBound...]
        if tag.first == "=" {
            let delimiters = tag.dropFirst().dropLast().split(separator: " ")
            if delimiters.count == 2 { (opening, closing) = (String(delimiters[0]), String(delimiters[1])) }
        }
        return (start.lowerBound, tag)
    }

    /// What is wrong with what a tag asks for.
    private static func problem(of tag: Substring, _ names: Set<String>) -> String? {
        switch tag.first {
        case "!", "=", "%", "$": return nil
        case ">", "<": return "no other template can be included"
        case "#", "^", "/", "&": return problem(of: tag.dropFirst(), names)
        default: break
        }
        // What stands before a bracket is what is done with the value.
        var name = tag.filter { $0 != " " }
        if let bracket = name.lastIndex(of: "(") {
            name = String(name[name.index(after: bracket)...].prefix { $0 != ")" })
        }
        let unknown = name.split(separator: ".").first { !names.contains(String($0)) }
        return unknown.map { "there is no value called \(TextLayout.printable(String($0.prefix(80))))" }
    }
}

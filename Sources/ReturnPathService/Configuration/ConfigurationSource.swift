import ReturnPathCore
import TOMLKit

/// A configuration file's keys with their lines, not yet judged.
struct ConfigurationSource {
    /// What stands behind keys, by `section.name`.
    private(set) var values = ShortTable<Value>()
    /// Keys and sections that nobody knows.
    private(set) var faults: [ConfigurationError.Fault] = []
    private let text: String

    /// What stands behind a key.
    enum Value: Hashable {
        case text(String)
        case number(Int)
        case flag(Bool)
        case list([String])
        case other

        /// The value as it can be shown in a sentence.
        var words: String {
            switch self {
            case .text(let text): "\"\(TextLayout.printable(String(text.prefix(80))))\""
            case .number(let number): "\(number)"
            case .flag(let flag): "\(flag)"
            case .list(let items): "[\(items.map { Value.text($0).words }.joined(separator: ", "))]"
            case .other: "a value of that type"
            }
        }
    }

    /// Takes a file apart.
    ///
    /// - Throws: ``ConfigurationError`` with the line where the text is no TOML.
    init(text: String, path: String) throws(ConfigurationError) {
        self.text = text
        let table: TOMLTable
        do {
            table = try TOMLText.table(text)
        } catch {
            throw ConfigurationError(path: path, faults: [error])
        }
        for section in table.keys.sorted() {
            let keys = ConfigurationKey.all.filter { $0.section == section }
            guard !keys.isEmpty, let inner = table[section]?.table else {
                faults.append(unknown(section, among: ConfigurationKey.all.map(\.section), as: "section"))
                continue
            }
            for name in inner.keys.sorted() {
                guard let key = keys.first(where: { $0.name == name }) else {
                    faults.append(
                        unknown("\(section).\(name)", among: ConfigurationKey.all.map(\.path), as: "key"))
                    continue
                }
                values.add(inner[name].map(Self.value) ?? .other, for: key.path)
            }
        }
    }

    /// The line on which a key or section stands.
    func line(of key: String) -> Int? { TOMLText.lines(text)[key] }

    private static func value(_ value: any TOMLValueConvertible) -> Value {
        if let text = value.string { return .text(text) }
        if let flag = value.bool { return .flag(flag) }
        if let number = value.int { return .number(number) }
        if let array = value.array {
            let items = array.compactMap(\.string)
            return items.count == array.count ? .list(items) : .other
        }
        return .other
    }

    private func unknown(_ key: String, among known: [String], as what: String) -> ConfigurationError.Fault {
        let nearest = known.min { (Self.distance(key, $0), $0) < (Self.distance(key, $1), $1) }
        let isNear = nearest.map { Self.distance(key, $0) <= 3 } ?? false
        return ConfigurationError.Fault(
            line: line(of: key),
            problem: "there is no \(what) \(TextLayout.printable(String(key.prefix(80))))",
            remedy: isNear
                ? "Did you mean \(nearest ?? "")?" : "Remove it; sixreturn config lists what there is.")
    }

    /// How many letters must change to make one word the other (Levenshtein).
    private static func distance(_ left: String, _ right: String) -> Int {
        let right = Array(right)
        var row = Array(0...right.count)
        for (index, letter) in left.enumerated() {
            var previous = row[0]
            row[0] = index + 1
            for column in right.indices {
                let above = row[column + 1]
                row[column + 1] = min(
                    above + 1, row[column] + 1, previous + (letter == right[column] ? 0 : 1))
                previous = above
            }
        }
        return row[right.count]
    }
}

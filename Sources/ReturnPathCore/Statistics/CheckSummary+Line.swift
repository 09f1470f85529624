/// A summary as one line, which is read much faster than JSON: a site keeps one for each check, the store one for each
/// check that is gone.
extension CheckSummary {
    /// The summary as text without line breaks.
    package var line: String {
        let results = Ability.allCases.compactMap { ability in
            self.results[ability].map {
                "\(ability.rawValue)=\($0.outcome.rawValue)=\($0.cause?.rawValue ?? "")"
            }
        }
        return [
            domain, "\(openedAt)", isSettled ? "1" : "0", results.joined(separator: ","), sender ?? "",
            provider?.pseudonym ?? "", provider?.name ?? "",
            destinations.map { found in
                [found.hosts, found.ipv4, found.ipv6, found.ipv6Asked, found.ipv6Answering].map {
                    $0.sorted().joined(separator: ",")
                }.joined(separator: "/")
            } ?? Self.none,
        ].map { $0.filter { $0 != "|" } }.map(TextLayout.printable).joined(separator: "|")
    }

    /// Stands for a survey that there is not.
    private static let none = "-"

    /// Reads such a line; `nil` where it is none.
    package init?(line: String) {
        let parts = Self.split(line, "|")
        guard parts.count == 8, let openedAt = Moment(parts[1]) else { return nil }
        var results: [Ability: Result] = [:]
        for part in Self.split(parts[3], ",") {
            let words = Self.split(part, "=")
            guard words.count == 3, let ability = Ability(rawValue: words[0]),
                let outcome = Outcome(rawValue: words[1])
            else { return nil }
            results[ability] = Result(outcome, Cause(rawValue: words[2]))
        }
        self.init(
            domain: parts[0], openedAt: openedAt, isSettled: parts[2] == "1", results: results,
            sender: parts[4].isEmpty ? nil : parts[4],
            provider: parts[5].isEmpty
                ? nil : Provider(pseudonym: parts[5], name: parts[6].isEmpty ? nil : parts[6]),
            destinations: parts[7] == Self.none
                ? nil : Destinations(sets: Self.split(parts[7], "/").map { Set(Self.split($0, ",")) }))
    }

    /// The parts of a text, empty ones too; nothing of a text that is empty.
    private static func split(_ text: String, _ separator: Unicode.Scalar) -> [String] {
        guard !text.isEmpty else { return [] }
        return text.utf8.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
    }
}

extension CheckSummary.Destinations {
    fileprivate init?(sets: [Set<String>]) {
        guard sets.count == 5 else { return nil }
        self.init(
            hosts: sets[0], ipv4: sets[1], ipv6: sets[2], ipv6Asked: sets[3], ipv6Answering: sets[4])
    }
}

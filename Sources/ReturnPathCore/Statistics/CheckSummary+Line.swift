/// A summary as one line, which is read much faster than JSON: a site keeps one for each check.
extension CheckSummary {
    /// The summary as text without line breaks; of a survey only what is counted.
    package var line: String {
        let results = Ability.allCases.compactMap { ability in
            self.results[ability].map {
                "\(ability.rawValue)=\($0.outcome.rawValue)=\($0.cause?.rawValue ?? "")"
            }
        }
        return [
            domain, "\(openedAt)", isSettled ? "1" : "0", results.joined(separator: ","), sender ?? "",
            survey.map { $0.hosts.map(Self.line).joined(separator: ";") } ?? Self.none,
        ].map(TextLayout.printable).joined(separator: "|")
    }

    /// Stands for a survey that there is not.
    private static let none = "-"

    private static func line(_ host: MailHost) -> String {
        let six = host.ipv6.addresses.filter { $0.scope == .global }
            .map { "\($0.address.text)=\($0.port?.outcome.rawValue ?? "")" }
        let four = host.ipv4.addresses.map(\.address.text)
        return [
            host.name, "\(host.preference)", four.joined(separator: ","), six.joined(separator: ","),
        ].map { $0.filter { !"|;/".contains($0) } }.joined(separator: "/")
    }

    /// Reads such a line; `nil` where it is none.
    package init?(line: String) {
        let parts = Self.split(line, "|")
        guard parts.count == 6, let openedAt = Moment(parts[1]) else { return nil }
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
            survey: parts[5] == Self.none
                ? nil
                : DomainSurvey(route: .exchangers, hosts: Self.split(parts[5], ";").compactMap(Self.host)))
    }

    private static func host(_ text: String) -> MailHost? {
        let parts = split(text, "/")
        guard parts.count == 4, let preference = Int(parts[1]) else { return nil }
        let four = split(parts[2], ",").compactMap { IPAddress($0) }.map { HostAddress($0, .global) }
        let six = split(parts[3], ",").compactMap { text -> HostAddress? in
            let words = split(text, "=")
            guard words.count == 2, let address = IPAddress(words[0]) else { return nil }
            let port = PortAnswer.Outcome(rawValue: words[1]).map { PortAnswer($0, at: 0) }
            return HostAddress(address, .global, port: port)
        }
        return MailHost(
            name: parts[0], preference: preference, isAlias: false, ipv4: AddressLookup(.found, four),
            ipv6: AddressLookup(.found, six))
    }

    /// The parts of a text, empty ones too; nothing of a text that is empty.
    private static func split(_ text: String, _ separator: Unicode.Scalar) -> [String] {
        guard !text.isEmpty else { return [] }
        return text.utf8.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
    }
}

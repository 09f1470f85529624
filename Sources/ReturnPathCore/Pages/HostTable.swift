/// The mail hosts of a domain, and how far each of them got: MX, AAAA, port 25, accepted, confirmed.
struct HostTable {
    private let words: PageWords.Hosts
    private let mask: PageMask

    /// Addresses of a host that are shown, at most.
    private static let mostAddresses = 4

    init(_ words: PageWords.Hosts, _ mask: PageMask) {
        self.words = words
        self.mask = mask
    }

    /// The values of the template.
    func values(_ survey: DomainSurvey?, _ mails: [[MailOutcome]]) -> [String: Any] {
        let mails = mails.flatMap(\.self)
        let listed = survey?.hosts ?? []
        let known = Set(listed.map { shown($0.name).lowercased() })
        let others = Set(mails.compactMap { $0.report?.remoteMTA?.lowercased() }).subtracting(known).sorted()
        let isMX = survey?.route == .exchangers
        let rows =
            listed.map { row($0, isMX: isMX, mails) }
            + others.map { row(unlisted: $0, isLooked: survey != nil, mails) }
        var notes = [survey.flatMap { words.route($0.route) }].compactMap(\.self)
        if survey?.hasDNS64 == true { notes.append(words.dns64) }
        if let more = survey?.omittedHosts, more > 0 { notes.append(words.more(more)) }
        return [
            "heading": words.heading, "notes": notes, "hasRows": !rows.isEmpty, "rows": rows,
            "columns": [words.host, "MX", "AAAA", words.port, words.accepted, words.confirmed],
        ]
    }

    /// A part of a cell.
    private typealias Line = [String: Any]

    private func line(_ tone: Tone, _ symbol: String, _ text: String) -> Line {
        ["tone": tone.rawValue, "symbol": symbol, "text": mask.text(text)]
    }

    private func shown(_ host: String) -> String { mask.text(host, most: PageMask.longestName) }

    private func row(_ host: MailHost, isMX: Bool, _ mails: [MailOutcome]) -> [String: Any] {
        let preference =
            host.isAlias
            ? line(.bad, "✗", "\(host.preference), \(words.alias)")
            : isMX ? line(.good, "✓", "\(host.preference)") : line(.open, "–", words.none)
        let addresses = host.ipv6.addresses
        return row(
            host.name,
            [[preference], exist(host.ipv6), addresses.prefix(Self.mostAddresses).map(port)]
                + outcomes(host.name, mails))
    }

    private func row(unlisted host: String, isLooked: Bool, _ mails: [MailOutcome]) -> [String: Any] {
        row(
            host,
            [[line(.open, "–", isLooked ? words.unlisted : words.notAsked)], [], []] + outcomes(host, mails))
    }

    private func row(_ host: String, _ cells: [[Line]]) -> [String: Any] {
        ["host": shown(host), "cells": cells.map { ["lines": $0] }]
    }

    private func exist(_ lookup: AddressLookup) -> [Line] {
        switch lookup.outcome {
        case .found:
            let more = lookup.addresses.count - Self.mostAddresses
            return lookup.addresses.prefix(Self.mostAddresses).map { found in
                let scope = words.scope(found.scope)
                return line(
                    scope == nil ? .good : .bad, scope == nil ? "✓" : "✗",
                    found.address.text + (scope.map { " (\($0))" } ?? ""))
            } + (more > 0 ? [line(.open, "…", words.more(more))] : [])
        case .noData, .noName: return [line(.bad, "✗", words.none)]
        case .failed, .timedOut: return [line(.open, "?", words.noAnswer)]
        }
    }

    private func port(_ address: HostAddress) -> Line {
        guard let answer = address.port?.outcome else { return line(.open, "–", words.notAsked) }
        switch answer {
        case .answers, .silent: return line(.good, "✓", words.portAnswer(answer))
        case .refuses, .noAnswer, .unreachable: return line(.bad, "✗", words.portAnswer(answer))
        case .noWayOut: return line(.open, "?", words.portAnswer(answer))
        }
    }

    /// What the host took and refused, and what the person found in the mailbox.
    private func outcomes(_ host: String, _ mails: [MailOutcome]) -> [[Line]] {
        let mine = mails.filter { $0.report?.remoteMTA?.lowercased() == shown(host).lowercased() }
        func numbers(_ wanted: (ProbeState) -> Bool) -> String? {
            let numbers = Set(mine.filter { wanted($0.state) }.map(\.probe.kind.number)).sorted()
            return numbers.isEmpty ? nil : numbers.map { "\($0)" }.joined(separator: ", ")
        }
        let accepted = numbers { Tone($0) == .good }.map { line(.good, "✓", words.mails($0)) }
        let refused = numbers { Tone($0) == .bad }.map { line(.bad, "✗", words.refused($0)) }
        let confirmed = numbers { if case .confirmed = $0 { true } else { false } }
            .map { line(.good, "★", words.mails($0)) }
        return [[accepted, refused].compactMap(\.self), [confirmed].compactMap(\.self)]
    }
}

import MailTransport
import ReturnPathCore

/// Who may send for our names, and in whose name.
extension NameExaminer {
    func policy() -> Examination {
        var problems: [Examination.Problem] = []
        for name in [names.dual, names.six] {
            let records = SenderPolicy.records(ask(name, .txt).texts)
            guard records.count == 1, let record = records.first else {
                problems.append(
                    .init(
                        records.isEmpty
                            ? "\(name) has no SPF record." : "\(name) has more than one SPF record.",
                        "Publish one TXT record: \(suggestedPolicy)"))
                continue
            }
            for address in identity.addresses
            where !record.passes(address, lookup: { policyAddresses($0, name) }) {
                problems.append(
                    .init(
                        "The SPF record of \(name) does not let \(address.text) send.",
                        "Publish: \(suggestedPolicy)"))
            }
        }
        return Examination(.policy, "both envelope domains let both addresses send", problems: problems)
    }

    private var suggestedPolicy: String {
        let terms = identity.addresses.map { "\($0.family == .ipv4 ? "ip4" : "ip6"):\($0.text)" }
        return "\"v=spf1 \(terms.joined(separator: " ")) -all\""
    }

    /// The addresses that the mechanisms `a` and `mx` stand for.
    private func policyAddresses(_ mechanism: SenderPolicy.Reference, _ name: String) -> Set<IPAddress> {
        let hosts = mechanism == .host ? [name] : hosts(of: name)
        return Set(hosts.flatMap { addresses($0, .a) + addresses($0, .aaaa) })
    }

    /// The public key that our signatures are checked with (RFC 6376 §3.6.1).
    func signatureKey() -> Examination {
        guard !signature.isEmpty else {
            return Examination(.signature, unknown: "sending.dkim_record names no record of our key.")
        }
        let tags = ask(Question(signature, .txt)).texts.map { text in
            text.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
        }
        guard tags.count == 1, tags[0].contains(where: { $0.hasPrefix("p=") && $0 != "p=" }) else {
            return Examination(
                .signature,
                problem: tags.count > 1
                    ? "\(signature) has more than one TXT record."
                    : "\(signature) has no TXT record with a DKIM key (p=).",
                remedy: "Publish the record that the signer's key generator wrote, and nothing else there.")
        }
        return Examination(.signature, "\(signature) has a key")
    }

    /// Our mails differ in envelope and author domain on purpose, so alignment must be relaxed.
    func alignment() -> Examination {
        var problems: [Examination.Problem] = []
        var seen: Set<String> = []
        for name in [names.author, names.six] {
            let found = Self.policyDomains(of: name).lazy.map { domain in
                (domain, ask("_dmarc.\(domain)", .txt).texts.filter { $0.hasPrefix("v=DMARC1") })
            }.first { !$0.1.isEmpty }
            guard let (domain, records) = found, seen.insert(domain).inserted else { continue }
            let tags = records[0].split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
            if records.count > 1 {
                problems.append(.init("_dmarc.\(domain) has more than one record.", "Leave one."))
            }
            for tag in ["adkim=s", "aspf=s"] where tags.contains(tag) {
                problems.append(
                    .init(
                        "_dmarc.\(domain) says \(tag): our mails for \(name) would fail DMARC.",
                        "Write \(tag.dropLast())r, which is the default, too."))
            }
        }
        return Examination(.alignment, "alignment is relaxed", problems: problems)
    }

    func reverse() -> Examination {
        guard identity.addresses.count == 2, !identity.helo.isEmpty else {
            return Examination(.reverse, unknown: "The sending instance names no addresses to look up.")
        }
        var problems: [Examination.Problem] = []
        for address in identity.addresses {
            let names = ask(Question(namesOf: address)).names
            if names != [identity.helo] {
                problems.append(
                    .init(
                        "The PTR record of \(address.text) gives \(names.first ?? "nothing"), and HELO says "
                            + "\(identity.helo).",
                        "Let whoever runs that network set it to \(identity.helo)."))
            }
            let type: Question.RecordType = address.family == .ipv4 ? .a : .aaaa
            if !addresses(identity.helo, type).contains(address) {
                problems.append(
                    .init(
                        "\(identity.helo) does not lead back to \(address.text).",
                        "Add \(type.article) record."))
            }
        }
        return Examination(.reverse, "\(identity.helo) for both addresses", problems: problems)
    }
}

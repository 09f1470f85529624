import MailTransport
import ReturnPathCore

/// Judges what the DNS says of the five names, of our address records and of the sending addresses.
struct NameExaminer {
    let names: Names
    let identity: Identity
    /// The name of our DKIM key's record; empty where it is not known.
    let signature: String
    private let answers: [Question: Answer]

    /// The checks of this examiner.
    static let checks: [DoctorCheck] = [
        .resolver, .dual, .author, .six, .test, .bare, .policy, .signature, .alignment, .reverse,
    ]

    /// A name that has IPv4 addresses and never an IPv6 one, unless a resolver makes it up (RFC 7050 §2).
    static let ipv4Only = "ipv4only.arpa"

    /// What has to be asked first; then the addresses of all mail hosts.
    static func questions(_ names: Names, _ identity: Identity, signature: String) -> [Question] {
        var questions = [
            Question(ipv4Only, .aaaa), Question(identity.helo, .a), Question(identity.helo, .aaaa),
        ]
        for name in names.all {
            questions += [Question.RecordType.mx, .a, .aaaa, .txt].map { Question(name, $0) }
            questions += policyDomains(of: name).map { Question("_dmarc.\($0)", .txt) }
        }
        if !signature.isEmpty { questions.append(Question(signature, .txt)) }
        return questions + identity.addresses.map { Question(namesOf: $0) }
    }

    /// A name and the domains above it, down to two labels: any of them may hold the DMARC record.
    static func policyDomains(of name: String) -> [String] {
        let labels = name.split(separator: ".")
        return (0..<max(1, labels.count - 1)).map { labels[$0...].joined(separator: ".") }
    }

    init(_ names: Names, _ identity: Identity, signature: String, _ answers: [Question: Answer]) {
        self.names = names
        self.identity = identity
        self.signature = signature
        self.answers = answers
    }

    func examinations() -> [Examination] {
        [
            resolver(), both(.dual, names.dual), both(.author, names.author), six(), test(), bare(), policy(),
            signatureKey(), alignment(), reverse(),
        ]
    }

    // MARK: The resolver

    private func resolver() -> Examination {
        let answer = ask(Self.ipv4Only, .aaaa)
        if let address = answer.addresses.first {
            return Examination(
                .resolver,
                problem:
                    "The resolver makes up IPv6 addresses (DNS64): \(Self.ipv4Only) has \(address.text).",
                remedy:
                    "Name a resolver without DNS64 in /etc/resolv.conf: every domain would seem to have AAAA."
            )
        }
        guard answer.isConclusive else {
            return Examination(
                .resolver, problem: "The DNS does not answer: \(answer.words).",
                remedy: "Look at /etc/resolv.conf and at the resolver that it names.")
        }
        return Examination(.resolver, "answers, and makes nothing up")
    }

    // MARK: The names

    /// Dual and author: mail hosts of both families.
    private func both(_ check: DoctorCheck, _ name: String) -> Examination {
        judged(check, name) { hosts in
            var problems: [Examination.Problem] = []
            for type in [Question.RecordType.a, .aaaa] where hosts.allSatisfy({ addresses($0, type).isEmpty })
            {
                problems.append(
                    .init(
                        "No mail host of \(name) has \(type.article) record.",
                        "Add \(type.article) record for \(hosts[0])."))
            }
            return problems
        }
    }

    /// Six: AAAA only, everywhere.
    private func six() -> Examination {
        judged(.six, names.six) { hosts in
            var problems = onlySix(names.six, needsAddress: false)
            for host in hosts where host != names.six { problems += onlySix(host, needsAddress: true) }
            if hosts.contains(names.six), addresses(names.six, .aaaa).isEmpty {
                problems.append(missing(.aaaa, names.six))
            }
            return problems
        }
    }

    /// Test: first IPv6 only, then IPv4 only.
    private func test() -> Examination {
        judged(.test, names.test) { hosts in
            var problems = onlySix(hosts[0], needsAddress: true)
            let fallback = hosts.dropFirst().filter { !addresses($0, .a).isEmpty }
            if fallback.isEmpty {
                problems.append(
                    .init(
                        "\(names.test) has no second mail host with an A record: whoever has IPv4 only gets no answer.",
                        "Add a second MX record, of higher preference value, to a host with an A record alone."
                    ))
            }
            for host in fallback where !addresses(host, .aaaa).isEmpty {
                problems.append(
                    .init("\(host) has an AAAA record, too.", "Remove it: the fallback must be IPv4 only."))
            }
            return problems
        }
    }

    /// Bare: AAAA and nothing else.
    private func bare() -> Examination {
        let name = names.bare
        if let problem = unanswered([Question(name, .mx), Question(name, .aaaa), Question(name, .a)]) {
            return Examination(.bare, "", problems: [problem])
        }
        var problems = onlySix(name, needsAddress: true)
        if !ask(name, .mx).exchanges.isEmpty {
            problems.append(
                .init("\(name) has an MX record.", "Remove it: this name is found by its AAAA record alone."))
        }
        return Examination(.bare, "\(name) \(addressText(name)), no MX", problems: problems)
    }

    /// Judges a name that needs mail hosts.
    private func judged(
        _ check: DoctorCheck, _ name: String, _ judge: ([String]) -> [Examination.Problem]
    ) -> Examination {
        if let problem = unanswered([Question(name, .mx)]) {
            return Examination(check, "", problems: [problem])
        }
        let hosts = hosts(of: name)
        guard !hosts.isEmpty, !hosts.contains("") else {
            return Examination(
                check, problem: "\(name) has no MX record that names a host.",
                remedy: "Add one (docs/install.md, \"Names in DNS\").")
        }
        let questions = hosts.flatMap { [Question($0, .a), Question($0, .aaaa)] }
        if let problem = unanswered(questions + [Question(name, .a)]) {
            return Examination(check, "", problems: [problem])
        }
        let text = hosts.map { "\($0) \(addressText($0))" }.joined(separator: ", then ")
        return Examination(check, text, problems: judge(hosts))
    }

    private func onlySix(_ host: String, needsAddress: Bool) -> [Examination.Problem] {
        var problems: [Examination.Problem] = []
        if let address = addresses(host, .a).first {
            problems.append(
                .init("\(host) has an A record (\(address.text)).", "Remove it: it must have IPv6 alone."))
        }
        if needsAddress, addresses(host, .aaaa).isEmpty { problems.append(missing(.aaaa, host)) }
        return problems
    }

    private func missing(_ type: Question.RecordType, _ host: String) -> Examination.Problem {
        .init("\(host) has no \(type.rawValue.uppercased()) record.", "Add \(type.article) record.")
    }

    // MARK: Answers

    func ask(_ name: String, _ type: Question.RecordType) -> Answer { ask(Question(name, type)) }

    func ask(_ question: Question) -> Answer { answers[question] ?? .unaskable }

    func addresses(_ name: String, _ type: Question.RecordType) -> [IPAddress] {
        ask(name, type).addresses
    }

    /// Mail hosts by preference, in lower case.
    func hosts(of name: String) -> [String] {
        ask(name, .mx).exchanges.sorted { ($0.preference, $0.host) < ($1.preference, $1.host) }
            .map { $0.host.lowercased() }
    }

    private func addressText(_ host: String) -> String {
        "[\((addresses(host, .aaaa) + addresses(host, .a)).map(\.text).joined(separator: ", "))]"
    }

    /// The first question that nobody could answer.
    private func unanswered(_ questions: [Question]) -> Examination.Problem? {
        questions.first { !ask($0).isConclusive }.map {
            .init(
                "Nobody could say the \($0.type.rawValue.uppercased()) records of \($0.name): \(ask($0).words).",
                "Look at the name servers of that domain.")
        }
    }
}

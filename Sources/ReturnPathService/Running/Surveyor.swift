import Logging
import MailTransport
import ReturnPathCore
import ReturnPathStore

/// Looks at the domain of a check in DNS and at port 25 of its mail hosts, and appends what it saw.
struct Surveyor: Sendable {
    private let store: Store
    private let domains: DomainSurveyor
    private let health: HealthKeeper
    private let log: Logger

    /// No address is asked more often than this, whoever asks, in seconds.
    static let pause: Seconds = 86_400
    /// How old a check may be to be surveyed still, in seconds.
    static let latest: Seconds = 900
    /// Surveys at a time: each keeps a thread for as long as DNS and port 25 take.
    static let mostAtOnce = 16

    init(_ installation: Installation, _ store: Store, log: Logger) {
        self.store = store
        self.log = log
        health = HealthKeeper(installation.configuration)
        domains = DomainSurveyor(
            resolver: Resolver(patience: .seconds(2), deadline: .seconds(8)), ours: MachineAddresses.all(),
            documentationIsGlobal: installation.configuration.documentationIsGlobal)
    }

    /// Surveys one check; what cannot be looked at leaves the check without a survey.
    func survey(_ check: Check) async {
        do {
            let health = await health.health()
            try store.write { transaction in
                guard try transaction.check(check.id) != nil else { return }
                try transaction.append(Evidence(at: SystemClock.now(), fact: .examined(health)), to: check.id)
            }
            guard let seen = await look(check.reversePath.domain) else {
                return try store.write { try $0.setSurveyed(check.id, at: SystemClock.now()) }
            }
            let now = SystemClock.now()
            let answers = try await ports(of: seen, at: now)
            try store.write { transaction in
                try transaction.setSurveyed(check.id, at: now)
                for (address, answer) in answers { try transaction.keep(answer, of: address) }
                guard try transaction.check(check.id) != nil else { return }
                try transaction.append(Evidence(at: now, fact: .surveyed(seen.with(answers))), to: check.id)
            }
        } catch {
            log.warning("survey of \(check.id): \(error)")
            try? store.write { try $0.setSurveyed(check.id, at: SystemClock.now()) }
        }
    }

    private func look(_ domain: String) async -> DomainSurvey? {
        let result = await BlockingWork.run { () -> Result<DomainSurvey, ResolverError> in
            Result { () throws(ResolverError) in try domains.survey(domain) }
        }
        switch result {
        case .success(let survey): return survey
        case .failure(let error):
            log.warning("\(error.problem). \(error.remedy)")
            return nil
        }
    }

    /// What port 25 of the most preferred global addresses says, or said within the last day.
    private func ports(of survey: DomainSurvey, at now: Moment) async throws -> [IPAddress: PortAnswer] {
        let wanted = survey.addresses.filter { $0.scope == .global }.map(\.address).prefix(
            DomainSurvey.mostPorts)
        var answers = try store.read { try $0.portAnswers(of: Array(wanted), since: now - Self.pause) }
        let fresh = wanted.filter { answers[$0] == nil }
        guard !fresh.isEmpty else { return answers }
        let asked = await BlockingWork.run { PortSurvey().ask(Array(fresh), at: now) }
        answers.merge(asked) { $1 }
        return answers
    }
}

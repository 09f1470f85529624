import Logging
import MailTransport
import ReturnPathCore
import ReturnPathStore

/// Looks at the domain of a check in DNS and at port 25 of its mail hosts, and appends what it saw.
struct Surveyor: Sendable {
    private let store: Store
    private let domains: DomainSurveyor
    private let health: HealthKeeper
    private let receiving: Configuration.Receiving
    private let reception: ReceptionLog
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
        let configuration = installation.configuration
        let machine = MachineAddresses.all()
        health = HealthKeeper(configuration)
        receiving = configuration.receiving
        reception = ReceptionLog(
            configuration.receiving.log,
            ours: machine.union(configuration.authentication.relay?.addresses ?? []))
        domains = DomainSurveyor(
            resolver: Resolver(patience: .seconds(2), deadline: .seconds(8)), ours: machine,
            documentationIsGlobal: configuration.documentationIsGlobal)
    }

    /// Surveys one check; what cannot be looked at leaves the check without a survey.
    func survey(_ check: Check) async {
        do {
            let health = await health.health()
            try store.write { transaction in
                guard try transaction.check(check.id) != nil else { return }
                try transaction.append(Evidence(at: SystemClock.now(), fact: .examined(health)), to: check.id)
            }
            if let fact = try await watched(check) {
                try store.write { transaction in
                    guard try transaction.check(check.id) != nil else { return }
                    try transaction.append(Evidence(at: SystemClock.now(), fact: fact), to: check.id)
                }
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

    /// Whether the sender of a request that came through the fallback had tried IPv6.
    private func watched(_ check: Check) async throws -> Fact? {
        let arrivals = try store.read { try $0.evidence(of: check.id) }.compactMap { item in
            if case .arrived(let arrival) = item.fact { (at: item.at, arrival: arrival) } else { nil }
        }
        guard let first = arrivals.min(by: { $0.at < $1.at }),
            !arrivals.contains(where: { $0.arrival.isOverIPv6 })
        else { return nil }
        let host = SenderHost(first.arrival, domain: check.reversePath.domain)
        let (reception, since) = (reception, first.at - receiving.lookBack)
        let result = await BlockingWork.run { () -> Result<Reception, LogFile.ReadError> in
            Result { () throws(LogFile.ReadError) in
                try reception.look(for: host, since: since, until: first.at)
            }
        }
        switch result {
        case .success(let seen): return .watched(seen)
        case .failure(let error):
            log.warning("\(error.problem). Let the user sixreturn read it, or name another in receiving.log")
            return nil
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

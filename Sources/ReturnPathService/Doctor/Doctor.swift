import Glibc
import MailTransport
import ReturnPathCore

/// Looks at the real system, changes nothing, and says what is wrong and what to do about it.
///
/// Each part first gathers what is there and then judges it; the judging is without side effects.
package struct Doctor: Sendable {
    /// Examines everything; a part that cannot be looked at says so.
    ///
    /// - Parameter path: The configuration file.
    /// - Returns: One examination for each ``DoctorCheck``, in its order.
    package static func examine(_ path: String) async -> [Examination] {
        let configuration: Configuration
        do {
            configuration = try ConfigurationReader.read(path)
        } catch {
            let problems = problems(error.faults, path)
            return DoctorCheck.allCases.map { check in
                check == .configuration
                    ? Examination(.configuration, "", problems: problems)
                    : Examination(check, unknown: "The configuration must be right first.")
            }
        }
        let doctor = Doctor(configuration)
        let sending = await doctor.sending()
        let letters = StationeryFolder(configuration.templateFolder)
        return [Examination(.configuration, path, problems: problems(letters.faults, path))]
            + StoreExaminer(configuration, now: SystemClock.now()).examinations()
            + (await doctor.instances(sending))
            + doctor.names(Identity((try? sending.get())?.parameters ?? [:]))
    }

    private static func problems(_ faults: [ConfigurationError.Fault], _ path: String)
        -> [Examination.Problem]
    {
        faults.map { Examination.Problem("\($0.place(in: path)): \($0.problem)", $0.remedy) }
    }

    /// Our own side alone, as far as it can spoil the answer to a probe.
    ///
    /// What could not be looked at is no fault.
    package static func health(_ configuration: Configuration) async -> Health {
        let doctor = Doctor(configuration)
        let sending = await doctor.sending()
        let identity = Identity((try? sending.get())?.parameters ?? [:])
        let examinations =
            await doctor.sender(sending).examinations() + BlockingWork.run { doctor.names(identity) }
        return Health(
            faults: examinations.flatMap { examination in
                guard let kind = examination.check.spoils else { return [Health.Fault]() }
                return examination.problems.map { Health.Fault(kind, $0.problem) }
            })
    }

    private let configuration: Configuration
    private let reader: PostfixSettingsReader

    private init(_ configuration: Configuration) {
        self.configuration = configuration
        let program = configuration.sending.sendmail
        reader = PostfixSettingsReader(
            folder: program.lastIndex(of: "/").map { String(program[..<$0]) } ?? "/usr/sbin")
    }

    /// What is in force in the sending instance.
    private func sending() async -> Result<PostfixSettings, InstanceError> {
        let instance = PostfixInstance(configurationDirectory: configuration.sending.configurationDirectory)
        return await result { () throws(InstanceError) in try await reader.read(instance) }
    }

    /// Both Postfix instances.
    private func instances(_ settings: Result<PostfixSettings, InstanceError>) async -> [Examination] {
        let sending = await sender(settings)
        let own = await result { () throws(InstanceError) in try await reader.read(nil) }
        var transports: [String: Result<String?, InstanceError>] = [:]
        if case .success(let settings) = own {
            for name in configuration.names.all {
                transports[name] = await result { () throws(InstanceError) in
                    try await reader.look(up: "test@\(name)", in: settings.list("transport_maps"))
                }
            }
        }
        return sending.examinations()
            + OperatorExaminer(configuration, settings: own, transports: transports).examinations()
    }

    /// The instance that sends.
    private func sender(_ settings: Result<PostfixSettings, InstanceError>) async -> SendingExaminer {
        let instance = PostfixInstance(configurationDirectory: configuration.sending.configurationDirectory)
        let queue = MailQueue(program: configuration.sending.postqueue, instance: instance)
        return SendingExaminer(
            configuration, settings: settings, addresses: MachineAddresses.all(),
            listing: await result { () throws(InstanceError) in try await queue.read() })
    }

    /// The names in DNS, asked in two rounds: the second is about the mail hosts that the first named.
    private func names(_ identity: Identity) -> [Examination] {
        let resolver = Resolver(patience: .seconds(3), deadline: .seconds(15))
        do {
            var answers = try resolver.resolve(
                NameExaminer.questions(
                    configuration.names, identity, signature: configuration.sending.dkimRecord))
            let hosts = answers.values.flatMap(\.exchanges).map(\.host)
            answers.merge(
                try resolver.resolve(hosts.flatMap { [Question($0, .a), Question($0, .aaaa)] })
            ) { $1 }
            return NameExaminer(
                configuration.names, identity, signature: configuration.sending.dkimRecord, answers
            ).examinations()
        } catch {
            return NameExaminer.checks.map { Examination($0, "", problems: [.init(error)]) }
        }
    }

    private func result<Value>(
        _ work: () async throws(InstanceError) -> Value
    ) async -> Result<Value, InstanceError> {
        do {
            return .success(try await work())
        } catch {
            return .failure(error)
        }
    }
}

/// Who this machine says it is when it sends: name and addresses of the sending instance.
struct Identity: Hashable, Sendable {
    /// What it says in HELO, in lower case; empty where nothing is set.
    let helo: String
    let ipv4: IPAddress?
    let ipv6: IPAddress?

    /// Taken from the sending instance's parameters.
    init(_ parameters: [String: String]) {
        helo = parameters["smtp_helo_name"]?.lowercased() ?? ""
        ipv4 = parameters["smtp_bind_address"].flatMap { IPAddress($0) }
        ipv6 = parameters["smtp_bind_address6"].flatMap { IPAddress($0) }
    }

    /// Both addresses, as far as they are set.
    var addresses: [IPAddress] { [ipv4, ipv6].compactMap(\.self) }
}

/// The addresses that this machine's interfaces have.
enum MachineAddresses {
    static func all() -> Set<IPAddress> {
        var first: UnsafeMutablePointer<ifaddrs>?
        guard getifaddrs(&first) == 0 else { return [] }
        defer { freeifaddrs(first) }
        var found: Set<IPAddress> = []
        for interface in sequence(first: first, next: { $0?.pointee.ifa_next }) {
            guard let address = interface?.pointee.ifa_addr, let text = text(address) else { continue }
            if let address = IPAddress(text) { found.insert(address) }
        }
        return found
    }

    /// A socket address as text, without its zone; `nil` for other families.
    private static func text(_ address: UnsafeMutablePointer<sockaddr>) -> String? {
        let length: Int
        switch Int32(address.pointee.sa_family) {
        case AF_INET: length = MemoryLayout<sockaddr_in>.size
        case AF_INET6: length = MemoryLayout<sockaddr_in6>.size
        default: return nil
        }
        var name = [CChar](repeating: 0, count: Int(NI_MAXHOST))
        guard
            getnameinfo(
                address, socklen_t(length), &name, socklen_t(name.count), nil, 0, NI_NUMERICHOST) == 0
        else { return nil }
        return name.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { String(cString: $0) }?.split(separator: "%").first.map(String.init)
        }
    }
}

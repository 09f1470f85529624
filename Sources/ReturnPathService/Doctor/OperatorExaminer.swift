import MailTransport
import ReturnPathCore

/// Looks at the operator's own Postfix, which receives for our names.
struct OperatorExaminer {
    private let configuration: Configuration
    private let settings: Result<PostfixSettings, InstanceError>
    private let transports: [String: Result<String?, InstanceError>]

    /// - Parameter transports: For each of our names, what the transport tables say of it.
    init(
        _ configuration: Configuration, settings: Result<PostfixSettings, InstanceError>,
        transports: [String: Result<String?, InstanceError>]
    ) {
        self.configuration = configuration
        self.settings = settings
        self.transports = transports
    }

    func examinations() -> [Examination] {
        switch settings {
        case .failure(let error):
            return [
                DoctorCheck.operatorNames, .operatorPipe, .operatorPolicy, .operatorInstances, .operatorRelay,
                .operatorLog,
            ].map {
                Examination($0, "", problems: [.init(error)])
            }
        case .success(let settings):
            return [
                names(settings), PipeService(instance: .operator).examination(.operatorPipe, settings),
                PolicyRestriction.examination(settings), instances(settings), relay(settings), log(settings),
            ]
        }
    }

    private func names(_ settings: PostfixSettings) -> Examination {
        let again = "Run deploy/postfix-v6only/install again."
        let taken = ["virtual_mailbox_domains", "relay_domains", "mydestination", "virtual_alias_domains"]
            .flatMap(settings.list)
        var problems: [Examination.Problem] = []
        for name in configuration.names.all {
            if !taken.contains(where: { $0.lowercased() == name }) {
                problems.append(.init("Your own Postfix takes no mail for \(name).", again))
                continue
            }
            switch transports[name] {
            case .failure(let error): problems.append(.init(error))
            case .success(let transport?) where transport.hasPrefix("sixreturn:"): break
            case .success(let transport):
                problems.append(
                    .init(
                        "Mail for \(name) goes to \(transport ?? "no transport of its own"), not to sixreturn.",
                        again))
            case nil: problems.append(.init("Nobody has asked where mail for \(name) goes.", again))
            }
        }
        return Examination(.operatorNames, "mail for all five names goes to sixreturn", problems: problems)
    }

    private func instances(_ settings: PostfixSettings) -> Examination {
        let directory = configuration.sending.configurationDirectory
        let isKnown = settings.list("multi_instance_directories").contains(directory)
        let isManaged = !(settings.parameters["multi_instance_wrapper"] ?? "").isEmpty
        guard isKnown, isManaged else {
            return Examination(
                .operatorInstances, problem: "postfix start does not start the instance of \(directory).",
                remedy: "Run deploy/postfix-v6only/install again.")
        }
        return Examination(.operatorInstances, "postfix start starts \(directory), too")
    }

    /// Only this log tells whether somebody who came through the fallback had tried IPv6.
    private func log(_ settings: PostfixSettings) -> Examination {
        let path = configuration.receiving.log
        let written = settings.parameters["maillog_file"] ?? ""
        guard written.isEmpty || written == path else {
            return Examination(
                .operatorLog, problem: "Your own Postfix logs to \(written), and \(path) is read.",
                remedy: "Write log of [receiving] as maillog_file is.")
        }
        return Examination(
            .operatorLog, log: path,
            ifMissing:
                "Let syslog write facility mail there, or set maillog_file, and write its path as log of "
                + "[receiving].")
    }

    /// A relay that may not say who its client was makes all its mail seem to come from itself.
    private func relay(_ settings: PostfixSettings) -> Examination {
        guard let relay = configuration.authentication.relay else {
            return Examination(.operatorRelay, "there is no relay")
        }
        let allowed = settings.list("smtpd_authorized_xforward_hosts")
        let problems = relay.addresses.map(\.text).sorted().filter { address in
            // As host or as network (Postfix proto/postconf.proto, smtpd_authorized_xforward_hosts).
            !allowed.contains { $0 == address || $0 == "[\(address)]" || $0.hasPrefix("[\(address)]/") }
        }.map { address in
            Examination.Problem(
                "Your own Postfix does not listen to what the relay \(address) says of its clients.",
                "Add [\(address)]\(address.contains(":") ? "/128" : "") to smtpd_authorized_xforward_hosts.")
        }
        return Examination(.operatorRelay, "the relay may say who its clients are", problems: problems)
    }
}

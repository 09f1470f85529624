import Glibc
import MailTransport
import ReturnPathCore

/// Looks at the instance that sends.
struct SendingExaminer {
    private let configuration: Configuration
    private let settings: Result<PostfixSettings, InstanceError>
    private let addresses: Set<IPAddress>
    private let listing: Result<QueueListing, InstanceError>

    init(
        _ configuration: Configuration, settings: Result<PostfixSettings, InstanceError>,
        addresses: Set<IPAddress>, listing: Result<QueueListing, InstanceError>
    ) {
        self.configuration = configuration
        self.settings = settings
        self.addresses = addresses
        self.listing = listing
    }

    func examinations() -> [Examination] {
        switch settings {
        case .failure(let error):
            let unknown = [
                DoctorCheck.sendingAddresses, .sendingRunning, .sendingPipe, .sendingMilter, .sendingLog,
            ]
            return [Examination(.sendingSettings, "", problems: [.init(error)])]
                + unknown.map { Examination($0, unknown: "Its settings must be readable first.") }
        case .success(let settings):
            return [
                parameters(settings), bindings(settings), running(),
                PipeService(instance: .v6only).examination(.sendingPipe, settings),
                MilterSocket.examination(settings), log(settings),
            ]
        }
    }

    private func parameters(_ settings: PostfixSettings) -> Examination {
        let directory = configuration.sending.configurationDirectory
        var problems = SettingRule.all.compactMap { $0.problem(settings, directory: directory) }
        if let problem = window(settings) { problems.append(problem) }
        let dual = settings.services.first { $0.name == "dualsmtp" }?.command ?? ""
        if !dual.contains("inet_protocols=all") || !dual.contains("smtp_address_preference=ipv4") {
            problems.append(
                .init(
                    "master.cf has no client dualsmtp that takes both families, IPv4 first.",
                    "Run deploy/postfix-v6only/install again."))
        }
        return Examination(.sendingSettings, directory, problems: problems)
    }

    /// The configured window must outlast what the instance really does.
    private func window(_ settings: PostfixSettings) -> Examination.Problem? {
        let lifetime = PostfixTime.seconds(settings.parameters["maximal_queue_lifetime"], unit: "d") ?? 0
        let backoff = PostfixTime.seconds(settings.parameters["maximal_backoff_time"], unit: "s") ?? 0
        let window = configuration.timing.window.length
        guard let least = try? DeliveryWindow(length: nil, queueLifetime: lifetime, backoff: backoff).length,
            window < least
        else { return nil }
        return .init(
            "The instance tries for \(lifetime) s with pauses of up to \(backoff) s, and silence is concluded "
                + "after \(window) s.",
            "Write queue_lifetime and maximal_backoff of [sending] as maximal_queue_lifetime and "
                + "maximal_backoff_time are.")
    }

    /// The log must be written where it is read, and be readable for the service's account.
    private func log(_ settings: PostfixSettings) -> Examination {
        let path = configuration.sending.log
        let written = settings.parameters["maillog_file"] ?? ""
        guard written == path else {
            return Examination(
                .sendingLog,
                problem: "The instance logs to \(written.isEmpty ? "syslog" : written), and \(path) is read.",
                remedy: "Write log of [sending] as maillog_file is.")
        }
        return Examination(
            .sendingLog, log: path,
            ifMissing: "Run: postfix -c \(configuration.sending.configurationDirectory) logrotate")
    }

    private func bindings(_ settings: PostfixSettings) -> Examination {
        let problems = ["smtp_bind_address6", "smtp_bind_address"].compactMap {
            name -> Examination.Problem? in
            let value = settings.parameters[name] ?? ""
            if let address = IPAddress(value), addresses.contains(address) { return nil }
            return .init(
                value.isEmpty
                    ? "\(name) is not set: the kernel chooses an address."
                    : "\(name) is \(value), which is no address of this machine.",
                "Write an address of this machine that has a PTR record, and install again.")
        }
        let text = Identity(settings.parameters).addresses.map(\.text).joined(separator: ", ")
        return Examination(.sendingAddresses, text, problems: problems)
    }

    private func running() -> Examination {
        switch listing {
        case .failure(let error): return Examination(.sendingRunning, "", problems: [.init(error)])
        case .success(let listing) where listing.isInstanceDown:
            let directory = configuration.sending.configurationDirectory
            return Examination(
                .sendingRunning, problem: "The instance of \(directory) is not running.",
                remedy: "Run: postfix -c \(directory) start")
        case .success(let listing):
            return Examination(.sendingRunning, "\(listing.mails.count) mails in its queue")
        }
    }
}

/// What a parameter of the sending instance must be, and why.
struct SettingRule: Sendable {
    let parameter: String
    let demand: Demand
    /// What happens otherwise.
    let consequence: String

    enum Demand: Sendable {
        case equal(String), containing(String), present
    }

    static let all: [SettingRule] = [
        .init("inet_protocols", .equal("ipv6"), "probe 2 would leave over IPv4, too"),
        .init("relayhost", .equal(""), "another host would send, over whatever it likes"),
        .init("default_transport", .equal("smtp"), "probe 2 would not take the IPv6-only client"),
        .init("sender_dependent_default_transport_maps", .present, "every mail would leave over IPv6 only"),
        .init("smtp_discard_ehlo_keywords", .containing("dsn"), "acceptance would not be reported by us"),
        .init("smtp_dns_reply_filter", .present, "MX records of private addresses would be followed"),
        .init("smtp_helo_name", .present, "the name in HELO would not be that of the PTR records"),
        .init("transport_maps", .present, "its reports would not come to sixreturn"),
        .init("master_service_disable", .containing("inet"), "it would listen on the network"),
        .init("authorized_submit_users", .containing("sixreturn"), "sixreturn could not send"),
        .init("multi_instance_enable", .equal("yes"), "postfix start would not start it"),
    ]

    init(_ parameter: String, _ demand: Demand, _ consequence: String) {
        self.parameter = parameter
        self.demand = demand
        self.consequence = consequence
    }

    func problem(_ settings: PostfixSettings, directory: String) -> Examination.Problem? {
        let value = settings.parameters[parameter] ?? ""
        let expected: String
        switch demand {
        case .equal(let text):
            if value == text { return nil }
            expected = text
        case .containing(let item):
            if settings.list(parameter).contains(item) { return nil }
            expected = (settings.list(parameter) + [item]).joined(separator: ", ")
        case .present:
            if !value.isEmpty { return nil }
            return .init(
                "\(parameter) is empty: \(consequence).", "Run deploy/postfix-v6only/install again.")
        }
        return .init(
            "\(parameter) is \(value.isEmpty ? "empty" : value): \(consequence).",
            "Run: postconf -c \(directory) -e '\(parameter) = \(expected)'")
    }
}

/// Spans of time as Postfix writes them (postconf(5), "time units").
enum PostfixTime {
    /// - Parameter unit: What a number without a letter means for this parameter.
    static func seconds(_ text: String?, unit: Character) -> Seconds? {
        guard let text, let last = text.last else { return nil }
        let hasUnit = !last.isNumber
        guard let number = Int64(hasUnit ? text.dropLast() : text[...]) else { return nil }
        switch hasUnit ? last : unit {
        case "s": return number
        case "m": return number * 60
        case "h": return number * 3600
        case "d": return number * 86_400
        case "w": return number * 604_800
        default: return nil
        }
    }
}

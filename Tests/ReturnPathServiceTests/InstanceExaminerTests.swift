import MailTransport
import ReturnPathCore
import Testing

@testable import ReturnPathService

@Suite("The doctor and the Postfix instances")
struct InstanceExaminerTests {
    static let parameters = [
        "inet_protocols": "ipv6", "relayhost": "", "default_transport": "smtp",
        "sender_dependent_default_transport_maps": "regexp:/etc/postfix-v6only/clients",
        "smtp_discard_ehlo_keywords": "dsn", "smtp_dns_reply_filter": "regexp:/x",
        "smtp_helo_name": "mx.check.example", "transport_maps": "regexp:/y", "master_service_disable": "inet",
        "authorized_submit_users": "root, sixreturn", "multi_instance_enable": "yes",
        "maximal_queue_lifetime": "24h", "maximal_backoff_time": "4000s",
        "smtp_bind_address": "192.0.2.25", "smtp_bind_address6": "2001:db8:25::25",
        "non_smtpd_milters": "unix:/nonexistent/milter.sock", "maillog_file": "/nonexistent/v6only.log",
    ]
    static let pipe = PostfixSettings.Service(
        name: "sixreturn", type: "unix",
        command: "pipe -o soft_bounce=yes flags=hu user=sixreturn argv=/bin/true receive --instance=v6only")
    static let client = PostfixSettings.Service(
        name: "dualsmtp", type: "unix", command: "smtp -o inet_protocols=all -o smtp_address_preference=ipv4")

    static func configuration(invites: Bool = false) throws -> Configuration {
        try ConfigurationReader.parse(
            """
            [names]
            dual = "dual.check.example"
            author = "author.check.example"
            six = "six.check.example"
            test = "test.check.example"
            bare = "bare.check.example"
            [service]
            operator = "postmaster@check.example"
            [sending]
            log = "/nonexistent/v6only.log"
            [receiving]
            log = "/nonexistent/mail.log"
            [authentication]
            authserv_id = "mx.check.example"
            invite = \(invites)
            [relay]
            addresses = ["2001:db8::40"]
            """, path: "test.toml")
    }

    private func sending(
        _ changes: [String: String] = [:], services: [PostfixSettings.Service] = [pipe, client],
        isDown: Bool = false
    ) throws -> [DoctorCheck: Examination] {
        let settings = PostfixSettings(
            parameters: Self.parameters.merging(changes) { $1 }, services: services)
        let addresses = Set(["192.0.2.25", "2001:db8:25::25"].compactMap { IPAddress($0) })
        let examinations = SendingExaminer(
            try Self.configuration(), settings: .success(settings), addresses: addresses,
            listing: .success(
                QueueListing(mails: [], brokenLines: 0, isComplete: true, isInstanceDown: isDown))
        ).examinations()
        return Dictionary(uniqueKeysWithValues: examinations.map { ($0.check, $0) })
    }

    @Test("has nothing to say of the instance as it is installed, but that nobody signs")
    func installed() throws {
        let found = try sending()
        for check in [DoctorCheck.sendingSettings, .sendingAddresses, .sendingRunning, .sendingPipe] {
            #expect(found[check]?.result == .ok, "\(String(describing: found[check]))")
        }
        #expect(found[.sendingMilter]?.problems.first?.problem.contains("No such file") == true)
        #expect(
            try sending(["non_smtpd_milters": ""])[.sendingMilter]?.problems.first?.problem.contains(
                "Nothing signs") == true)
        #expect(try sending(["non_smtpd_milters": "inet:[::1]:8891"])[.sendingMilter]?.result == .unknown)
    }

    @Test("demands that the log is written where it is read, and that sixreturn can read it")
    func log() throws {
        #expect(try sending()[.sendingLog]?.problems.first?.problem.contains("does not exist") == true)
        #expect(
            try sending(["maillog_file": ""])[.sendingLog]?.problems.first?.problem
                == "The instance logs to syslog, and /nonexistent/v6only.log is read.")
    }

    @Test("demands every setting that the experiment stands on", arguments: SettingRule.all.map(\.parameter))
    func settings(parameter: String) throws {
        let other = parameter == "relayhost" ? "[relay.example]" : ""
        let found = try #require(try sending([parameter: other])[.sendingSettings])
        #expect(found.problems.count == 1)
        #expect(found.problems.first?.problem.hasPrefix("\(parameter) is ") == true)
    }

    @Test("names what else is wrong")
    func others() throws {
        func words(_ found: [DoctorCheck: Examination], _ check: DoctorCheck) -> String {
            found[check]?.problems.map(\.problem).joined(separator: "\n") ?? ""
        }
        #expect(words(try sending(services: [Self.pipe]), .sendingSettings).contains("no client dualsmtp"))
        #expect(
            words(try sending(["maximal_queue_lifetime": "5d"]), .sendingSettings).contains(
                "tries for 432000 s"))
        #expect(words(try sending(["maximal_queue_lifetime": "2"]), .sendingSettings).contains("172800 s"))
        #expect(
            words(try sending(["smtp_bind_address6": "2001:db8::1"]), .sendingAddresses).contains(
                "no address of this machine"))
        #expect(words(try sending(["smtp_bind_address": ""]), .sendingAddresses).contains("is not set"))
        #expect(words(try sending(isDown: true), .sendingRunning).contains("is not running"))
        #expect(words(try sending(services: [Self.client]), .sendingPipe).contains("no service sixreturn"))
        let wrong = PostfixSettings.Service(
            name: "sixreturn", type: "unix", command: "pipe user=nobody argv=/nonexistent/sixreturn")
        let found = words(try sending(services: [wrong, Self.client]), .sendingPipe)
        for word in [
            "user=sixreturn", "soft_bounce=yes", "receive", "--instance=v6only", "cannot be executed",
        ] { #expect(found.contains(word)) }
    }

    @Test("an instance that is not there is one fault, and the rest is not looked at")
    func missing() throws {
        let error = InstanceError.instanceMissing(configurationDirectory: "/etc/postfix-v6only")
        let found = SendingExaminer(
            try Self.configuration(), settings: .failure(error), addresses: [], listing: .failure(error)
        ).examinations()
        #expect(found.filter { $0.result == .fault }.map(\.check) == [.sendingSettings])
        #expect(found.filter { $0.result == .unknown }.count == 5)
    }

    private static let policy = PostfixSettings.Service(
        name: "sixreturn-policy", type: "unix", command: "spawn user=sixreturn argv=/usr/bin/sixreturn policy"
    )

    @Test("looks where the operator's own Postfix sends mail for our names, and whom it asks at RCPT")
    func own() throws {
        func examine(
            _ parameters: [String: String], _ transport: String?,
            policy: PostfixSettings.Service = Self.policy
        ) throws -> [DoctorCheck: Examination] {
            let configuration = try Self.configuration()
            let service = PostfixSettings.Service(
                name: "sixreturn", type: "unix",
                command: "pipe -o soft_bounce=yes user=sixreturn argv=/bin/true receive --instance=operator")
            let examinations = OperatorExaminer(
                configuration,
                settings: .success(.init(parameters: parameters, services: [service, policy])),
                transports: Dictionary(
                    uniqueKeysWithValues: configuration.names.all.map { ($0, .success(transport)) })
            ).examinations()
            return Dictionary(uniqueKeysWithValues: examinations.map { ($0.check, $0) })
        }
        let right = [
            "virtual_mailbox_domains": "dual.check.example, author.check.example, SIX.check.example",
            "relay_domains": "test.check.example bare.check.example",
            "multi_instance_directories": "/etc/postfix-v6only", "multi_instance_wrapper": "postmulti -p --",
            "smtpd_authorized_xforward_hosts": "127.0.0.1, [2001:db8::40]/128",
            "smtpd_recipient_restrictions":
                "permit_mynetworks, reject_unauth_destination, check_policy_service "
                + "unix:private/sixreturn-policy, permit",
        ]
        let found = try examine(right, "sixreturn:")
        #expect(found.values.allSatisfy { $0.result == .ok || $0.check == .operatorLog }, "\(found)")
        #expect(found[.operatorLog]?.problems.first?.problem == "/nonexistent/mail.log does not exist.")
        let elsewhere = try examine(["maillog_file": "/var/log/postfix.log"], "sixreturn:")
        #expect(
            elsewhere[.operatorLog]?.problems.first?.problem
                == "Your own Postfix logs to /var/log/postfix.log, and /nonexistent/mail.log is read.")
        #expect(try examine(right, nil)[.operatorNames]?.problems.count == 5)
        #expect(try examine(right, "lmtp:x")[.operatorNames]?.problems.count == 5)
        let wrong = PostfixSettings.Service(
            name: "sixreturn-policy", type: "unix",
            command: "spawn user=nobody argv=/usr/bin/sixreturn policy")
        let asNobody = try examine(right, "sixreturn:", policy: wrong)[.operatorPolicy]
        #expect(asNobody?.problems.first?.problem.contains("lacks user=sixreturn") == true)
        let late = right.merging([
            "smtpd_recipient_restrictions": "permit check_policy_service unix:private/sixreturn-policy"
        ]) { $1 }
        let isLate = try examine(late, "sixreturn:")[.operatorPolicy]
        #expect(isLate?.problems.first?.problem.contains("permits everything before") == true)
        let bare = try examine([:], "sixreturn:")
        #expect(bare[.operatorPolicy]?.problems.first?.problem.contains("does not ask") == true)
        #expect(bare[.operatorNames]?.problems.first?.problem.contains("takes no mail for") == true)
        #expect(bare[.operatorInstances]?.result == .fault)
        #expect(
            bare[.operatorRelay]?.problems.map(\.remedy) == [
                "Add [2001:db8::40]/128 to smtpd_authorized_xforward_hosts."
            ])
    }
}

import Glibc
import MailTransport
import ReturnPathCore

/// The service in master.cf that hands mail to `sixreturn receive`.
struct PipeService {
    /// Whose master.cf it stands in.
    let instance: Envelope.Instance

    func examination(_ check: DoctorCheck, _ settings: PostfixSettings) -> Examination {
        let again = "Run deploy/postfix-v6only/install again."
        guard let service = settings.services.first(where: { $0.name == "sixreturn" && $0.type == "unix" })
        else {
            return Examination(check, problem: "master.cf has no service sixreturn.", remedy: again)
        }
        let words = service.command.split { $0 == " " || $0 == "{" || $0 == "}" }.map(String.init)
        var problems: [Examination.Problem] = []
        for (word, consequence) in [
            ("pipe", "it is no pipe"), ("user=\(Initializer.account)", "it would run as another account"),
            ("soft_bounce=yes", "a report could be lost for good"), ("receive", "it would not take mail in"),
            ("--instance=\(instance.rawValue)", "reports of our own instance could not be told from others"),
        ] where !words.contains(word) {
            problems.append(.init("The service sixreturn lacks \(word): \(consequence).", again))
        }
        let program = words.first { $0.hasPrefix("argv=") }?.dropFirst("argv=".count) ?? ""
        if access(String(program), X_OK) != 0 {
            problems.append(
                .init("The service sixreturn runs \(program), which cannot be executed.", "Run: make install")
            )
        }
        return Examination(check, String(program), problems: problems)
    }
}

/// The milter that signs what the sending instance sends.
enum MilterSocket {
    static func examination(_ settings: PostfixSettings) -> Examination {
        let milters = settings.list("non_smtpd_milters")
        guard !milters.isEmpty else {
            return Examination(
                .sendingMilter, problem: "Nothing signs our mail: non_smtpd_milters is empty.",
                remedy:
                    "Name the milter in the site's file and install again: probes 3 and 4 pass DMARC by their "
                    + "signature alone.")
        }
        let base = settings.parameters["queue_directory"] ?? ""
        var problems: [Examination.Problem] = []
        var unknown: [String] = []
        for milter in milters {
            // inet: milters answer over the network; whether they do shows when mail is deferred.
            guard milter.hasPrefix("unix:") else {
                unknown.append("\(milter) is not a local socket")
                continue
            }
            let name = String(milter.dropFirst("unix:".count))
            let path = name.hasPrefix("/") ? name : base + "/" + name
            switch connect(path) {
            case 0: break
            case EACCES: unknown.append("\(path) may be looked at by root only")
            case let number:
                problems.append(
                    .init(
                        "The milter at \(path) does not answer: \(SystemFailure(number).words).",
                        "Start it (opendkim, rspamd); until then all our mail waits in the queue."))
            }
        }
        if problems.isEmpty, !unknown.isEmpty {
            return Examination(.sendingMilter, unknown: unknown.joined(separator: "; "))
        }
        return Examination(.sendingMilter, milters.joined(separator: ", "), problems: problems)
    }

    /// Opens and closes a connection.
    ///
    /// - Returns: 0, or the system's error number.
    private static func connect(_ path: String) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let room = MemoryLayout.size(ofValue: address.sun_path)
        guard path.utf8.count < room, !path.utf8.contains(0) else { return ENAMETOOLONG }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let handle = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard handle >= 0 else { return errno }
        defer { close(handle) }
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(handle, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        return result == 0 ? 0 : errno
    }
}

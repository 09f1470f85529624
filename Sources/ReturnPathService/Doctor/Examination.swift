import ReturnPathCore

/// One thing that `sixreturn doctor` looks at, in the order in which it looks.
///
/// Each has a heading in docs/doctor.md and a fault in deploy/lab/faults that makes it speak.
package enum DoctorCheck: String, CaseIterable, Codable, Hashable, Sendable {
    case configuration, key, database, permissions, disk, messages, outbox, timer
    case sendingSettings = "sending.settings"
    case sendingAddresses = "sending.addresses"
    case sendingRunning = "sending.running"
    case sendingPipe = "sending.pipe"
    case sendingMilter = "sending.milter"
    case sendingLog = "sending.log"
    case operatorNames = "operator.names"
    case operatorPipe = "operator.pipe"
    case operatorPolicy = "operator.policy"
    case operatorInstances = "operator.instances"
    case operatorRelay = "operator.relay"
    case operatorLog = "operator.log"
    case resolver
    case dual = "dns.dual"
    case author = "dns.author"
    case six = "dns.six"
    case test = "dns.test"
    case bare = "dns.bare"
    case policy = "dns.spf"
    case signature = "dns.dkim"
    case alignment = "dns.dmarc"
    case reverse = "dns.ptr"

    /// What answers to our probes a fault of this kind can spoil; `nil`: none.
    var spoils: Health.Kind? {
        switch self {
        case .sendingSettings, .sendingAddresses, .sendingRunning, .sendingMilter, .resolver: .network
        case .reverse: .reverseName
        case .policy, .signature, .alignment: .authentication
        case .dual, .author, .six: .names
        case .test: .reception
        case .configuration, .key, .database, .permissions, .disk, .messages, .outbox, .timer, .sendingPipe,
            .sendingLog, .operatorNames, .operatorPipe, .operatorPolicy, .operatorInstances, .operatorRelay,
            .operatorLog, .bare:
            nil
        }
    }
}

/// What was seen of one thing.
package struct Examination: Codable, Hashable, Sendable {
    package let check: DoctorCheck
    package let result: Result
    /// What is there, or why it could not be looked at; empty where problems say it.
    package let text: String
    package let problems: [Problem]

    /// How it came out.
    package enum Result: String, Codable, Hashable, Sendable {
        case ok, fault, unknown
    }

    /// One thing that is wrong, and what to do about it.
    package struct Problem: Codable, Hashable, Sendable {
        package let problem: String
        package let remedy: String

        init(_ problem: String, _ remedy: String) {
            self.problem = problem
            self.remedy = remedy
        }

        init(_ error: any Explained) {
            self.init(error.problem, error.remedy)
        }
    }

    /// All is well unless there are problems.
    init(_ check: DoctorCheck, _ text: String, problems: [Problem] = []) {
        self.check = check
        self.result = problems.isEmpty ? .ok : .fault
        self.text = problems.isEmpty ? text : ""
        self.problems = problems
    }

    /// One problem.
    init(_ check: DoctorCheck, problem: String, remedy: String) {
        self.init(check, "", problems: [Problem(problem, remedy)])
    }

    /// It could not be looked at.
    init(_ check: DoctorCheck, unknown reason: String) {
        self.check = check
        self.result = .unknown
        self.text = reason
        self.problems = []
    }
}

import DeliveryReports
import Glibc
import InternetMessage

/// What is fuzzed: one of the readers of what comes from outside, and what must hold of it whatever it is given.
enum Target: String, CaseIterable {
    case header, tree, report, address, words
    case policy, log, queue, configuration, dns

    /// The one that the environment names.
    static let chosen = getenv("FUZZ_TARGET").flatMap { Target(rawValue: String(cString: $0)) }

    /// Reads the octets and traps where the result is not as it must be.
    func run(_ bytes: [UInt8]) {
        switch self {
        case .header: HeaderTarget.run(bytes)
        case .tree: TreeTarget.run(bytes)
        case .report: ReportTarget.run(bytes)
        case .address: AddressTarget.run(bytes)
        case .words: WordsTarget.run(bytes)
        case .policy: PolicyTarget.run(bytes)
        case .log: LogTarget.run(bytes)
        case .queue: QueueTarget.run(bytes)
        case .configuration: ConfigurationTarget.run(bytes)
        case .dns: ResponseTarget.run(bytes)
        }
    }
}

/// Ends the run with a finding where something does not hold.
func demand(_ holds: Bool, _ what: @autoclosure () -> String) {
    if holds { return }
    complain("Does not hold: \(what())\n")
    abort()
}

/// Writes to the standard error.
func complain(_ text: String) {
    let octets = Array(text.utf8)
    _ = octets.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
}

/// Demands what every text of the library promises: no NUL, ever.
func demandClean(_ text: String) {
    demand(!text.utf8.contains(0), "a text has no NUL")
}

extension [UInt8] {
    /// The same message with CRLF at every line's end; nil where it has a CR already.
    var withCRLF: [UInt8]? {
        guard !contains(0x0D) else { return nil }
        return flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    }
}

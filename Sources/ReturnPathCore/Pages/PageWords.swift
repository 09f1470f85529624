import DeliveryReports

/// The texts of the pages in one language: a file each, and the compiler demands every text of each.
///
/// What is said of a finding is no part of it: ``PageSentences``.
struct PageWords: Sendable {
    let frame: Frame
    let start: Start
    let check: Check
    let statistics: StatisticsWords
    let outcome: @Sendable (Outcome) -> String
    let ability: @Sendable (Ability) -> String
    let cause: @Sendable (Cause) -> String

    /// The texts of a language.
    static func of(_ language: Language) -> PageWords {
        switch language {
        case .english: english
        case .czech: czech
        }
    }

    /// What stands around every page.
    struct Frame: Sendable {
        let skip: String
        let navigation: String
        let start: String
        let statistics: String
        let otherLanguage: String
        let questions: String
    }

    /// The start page.
    struct Start: Sendable {
        let title: String
        let lead: String
        /// The subject of the mail; something fresh is put behind it.
        let subject: String
        let write: String
        let byHand: String
        let steps: String
        let findsUs: String
        let threeMore: String
        /// By minutes.
        let result: @Sendable (Int) -> String
        let answer: String
        let connection: Connection
        let kept: String
        /// By the days that mails and checks are kept.
        let keptText: @Sendable (Int, Int) -> String
        let noStrangers: String
    }

    /// The part of the start page that tells how the visitor's browser is connected.
    struct Connection: Sendable {
        let heading: String
        let cameOver: String
        let asking: String
        let name: String
        let answer: String
        let ipv4Only: String
        let ipv6Only: String
        let dual: String
        let none: String
        let both6: String
        let both4: String
        let both: String
        let only4: String
        let only6: String
        let nothing: String
        let noScript: String
    }

    /// The page of a check.
    struct Check: Sendable {
        /// By outcome, without any name.
        let title: @Sendable (Verdict.Overall) -> String
        let refreshes: String
        /// By the time of opening, and that of the latest news.
        let times: @Sendable (String, String) -> String
        let findings: String
        let journey: Journey
        let remedies: String
        let ours: String
        let hosts: Hosts
        let words: String
        let wordsNote: String
        let evidence: String
        /// By the number of lines left out.
        let omitted: @Sendable (Int) -> String
        let fact: Facts
        let notes: String
        let accepted: String
        let masked: String
        /// By days.
        let removed: @Sendable (Int) -> String
    }

    /// The picture of the way there and back.
    struct Journey: Sendable {
        let heading: String
        let yourServer: String
        let notHere: String
        let overIPv6: String
        let throughFallback: String
        let ourName: String
        let ourFallback: String
        let mail: @Sendable (ProbeKind) -> String
        let again: String
        let state: @Sendable (ProbeState) -> String
        /// The state of a mail that is not known to have got to any host.
        let noHost: @Sendable (ProbeState) -> String
    }

    /// The table of mail hosts.
    struct Hosts: Sendable {
        let heading: String
        let host: String
        let port: String
        let accepted: String
        let confirmed: String
        let none: String
        let alias: String
        let notAsked: String
        let noAnswer: String
        let unlisted: String
        let route: @Sendable (DomainSurvey.Route) -> String?
        let scope: @Sendable (AddressScope) -> String?
        let portAnswer: @Sendable (PortAnswer.Outcome) -> String
        /// By the numbers of the mails.
        let mails: @Sendable (String) -> String
        let refused: @Sendable (String) -> String
        let dns64: String
        /// By how many more there are.
        let more: @Sendable (Int) -> String
        let scroll: String
    }

    /// The time line.
    struct Facts: Sendable {
        let arrived: @Sendable (String, String) -> String
        let submitted: String
        let queued: String
        let attempt: @Sendable (DeliveryAttempt.Outcome, String) -> String
        let report: @Sendable (Action, String) -> String
        let ourServer: String
        let someServer: String
        let confirmed: String
        let automatic: String
        let stopped: String
        let watched: String
        let healthy: String
        let faults: String
        /// By the number of hosts.
        let surveyed: @Sendable (Int) -> String
    }

    /// The statistics.
    struct StatisticsWords: Sendable {
        let title: String
        /// By checks, domains and the day.
        let lead: @Sendable (Int, Int, String) -> String
        let empty: String
        let download: String
        let abilities: String
        let abilitiesNote: String
        let ability: String
        let notTried: String
        let funnel: String
        let funnelStages: [String]
        let months: String
        let month: String
        let causes: String
        let cause: String
        let providers: String
        let provider: String
        let providersNote: String
        let domains: String
        let others: String
        let systems: String
        let system: String
        let number: String
        let hosts: String
        let ipv4Addresses: String
        let ipv6Addresses: String
        let ipv6Asked: String
        let ipv6Answering: String
        let senders: String
        let sendersIPv6: String
        let sendersFallback: String
        let method: String
        let methodLines: [String]
        let chart: @Sendable (String) -> String
    }
}

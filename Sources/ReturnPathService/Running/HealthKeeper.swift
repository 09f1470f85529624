import MailTransport
import ReturnPathCore

/// Looks at our own side at most once a minute, however many checks ask.
actor HealthKeeper {
    private let configuration: Configuration
    private var latest: (health: Task<Health, Never>, at: Moment)?

    /// How long an examination holds, in seconds.
    static let validity: Seconds = 60

    init(_ configuration: Configuration) {
        self.configuration = configuration
    }

    /// How our side is.
    func health() async -> Health {
        let now = SystemClock.now()
        if let latest, now - latest.at < Self.validity { return await latest.health.value }
        let configuration = configuration
        let task = Task { await Doctor.health(configuration) }
        latest = (task, now)
        return await task.value
    }
}

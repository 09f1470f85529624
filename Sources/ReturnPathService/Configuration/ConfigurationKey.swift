import ReturnPathCore

/// One key of the configuration file: what it is called, what may stand there, what it is for.
///
/// The table is the only list of keys: the file is read by it, `sixreturn init` writes a file from
/// it, `sixreturn config` prints by it, and docs/configuration.md is held against it by a test.
package struct ConfigurationKey: Hashable, Sendable {
    package let section: String
    package let name: String
    package let kind: Kind
    /// What holds where the key is absent; `nil` where it must be given.
    package let standard: String?
    /// One sentence for people.
    package let summary: String

    /// What may stand behind the equals sign.
    package enum Kind: Hashable, Sendable {
        /// A name in DNS of at least two labels.
        case domain
        /// A name in DNS that needs no host, such as that of a DKIM key; may be empty.
        case name
        /// A mail address.
        case address
        /// An absolute path.
        case path
        /// The absolute path of a folder; may be empty.
        case folder
        /// A short printable text in ASCII; may be empty.
        case text
        /// A span such as `90s`, `15m`, `24h` or `30d`.
        case duration
        /// A whole number within bounds.
        case count(ClosedRange<Int>)
        /// `true` or `false`.
        case flag
        /// One of these words.
        case word([String])
        /// A list of some of these words.
        case words([String])
        /// A list of IP addresses; may be empty.
        case addresses
        /// The address at which a site begins; may be empty.
        case site
        /// A list of names in DNS; may be empty.
        case domains

        /// What to write, as the end of a sentence.
        package var expectation: String {
            switch self {
            case .domain: "a name in DNS, such as \"dual.example.org\""
            case .name: "a name in DNS, such as \"key._domainkey.example.org\", or nothing"
            case .address: "a mail address, such as \"postmaster@example.org\""
            case .path: "an absolute path, such as \"/var/lib/sixreturn\""
            case .folder: "an absolute path, such as \"/etc/sixreturn/letters\", or nothing"
            case .text: "a text of at most 60 ASCII characters"
            case .duration: "a span, such as \"90s\", \"15m\", \"24h\" or \"30d\""
            case .count(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
            case .flag: "true or false"
            case .word(let words): "one of these: \(Self.quoted(words))"
            case .words(let words): "a list of some of these: \(Self.quoted(words))"
            case .addresses: "a list of IP addresses, such as [\"2001:db8::25\"]"
            case .site: "the address of a site, such as \"https://check.example.org/\", or nothing"
            case .domains: "a list of names in DNS, such as [\"mail.example\"]"
            }
        }

        private static func quoted(_ words: [String]) -> String {
            words.map { "\"\($0)\"" }.joined(separator: ", ")
        }
    }

    init(_ section: String, _ name: String, _ kind: Kind, _ standard: String?, _ summary: String) {
        self.section = section
        self.name = name
        self.kind = kind
        self.standard = standard
        self.summary = summary
        path = "\(section).\(name)"
    }

    /// Section and name, as the file's reader thinks of them.
    package let path: String

    /// All keys, in the order of the file.
    package static let all: [ConfigurationKey] = names + surroundings + policy

    private static let names: [ConfigurationKey] = [
        .init(
            "names", "dual", .domain, nil, "A and AAAA, its own MX: the return path, and where answers go."),
        .init("names", "author", .domain, nil, "A and AAAA, its own MX: the From: of our mails."),
        .init("names", "six", .domain, nil, "AAAA only, its own MX: the IPv6-only sender; takes requests."),
        .init(
            "names", "test", .domain, nil,
            "First MX with AAAA only, second with A only: where people write to."),
        .init("names", "bare", .domain, nil, "AAAA only and no MX: takes requests by implicit MX."),
        .init("service", "operator", .address, nil, "Where people with questions write to."),
        .init(
            "service", "display_name", .text, "",
            "The service's name in From:; empty: its name in the language of the mail."),
        .init(
            "service", "language", .word(Language.allCases.map(\.rawValue)), Language.english.rawValue,
            "What people are written to in where neither they nor their domain's country say."),
        .init(
            "service", "templates", .folder, "",
            "A folder with templates and words of your own for the mails; empty: the built-in ones."),
    ]

    private static let surroundings: [ConfigurationKey] = [
        .init("store", "path", .path, "/var/lib/sixreturn/sixreturn.sqlite", "The database."),
        .init("store", "key_file", .path, "/etc/sixreturn/key", "The secret that signs our addresses."),
        .init("sending", "config_directory", .path, "/etc/postfix-v6only", "The sending Postfix instance."),
        .init("sending", "sendmail", .path, "/usr/sbin/sendmail", "Postfix's sendmail program."),
        .init("sending", "postqueue", .path, "/usr/sbin/postqueue", "Postfix's postqueue program."),
        .init("sending", "log", .path, "/var/log/postfix-v6only.log", "maillog_file of that instance."),
        .init(
            "sending", "dkim_record", .name, "",
            "Where our DKIM key is published; empty: the doctor and the surveys do not look at it."),
        .init("sending", "queue_lifetime", .duration, "24h", "maximal_queue_lifetime of that instance."),
        .init("sending", "minimal_backoff", .duration, "300s", "minimal_backoff_time of that instance."),
        .init("sending", "maximal_backoff", .duration, "4000s", "maximal_backoff_time of that instance."),
        .init("receiving", "log", .path, "/var/log/mail.log", "The log of your own Postfix."),
        .init(
            "receiving", "look_back", .duration, "1h",
            "How long before a request through the fallback its sender may have tried IPv6."),
        .init(
            "authentication", "authserv_id", .domain, nil,
            "How our mail server calls itself in Authentication-Results."),
        .init(
            "authentication", "methods", .words(["spf", "dkim"]), "spf dkim",
            "What vouches for a sender, as our mail server's Authentication-Results say."),
        .init(
            "authentication", "invite", .flag, "false",
            "Whether a sender for whom neither vouches is asked by mail to confirm the request."),
        .init(
            "relay", "addresses", .addresses, "", "Where our IPv4 relay connects to us from, if there is one."
        ),
        .init("relay", "authserv_id", .name, "", "How that relay calls itself in Authentication-Results."),
    ]

    private static let policy: [ConfigurationKey] = [
        .init("timing", "first_verdict", .duration, "15m", "The longest wait before the first verdict."),
        .init("timing", "settle", .duration, "2s", "How long all must be quiet before a verdict goes out."),
        .init("timing", "spacing", .duration, "5s", "The pause between two mails of one check."),
        .init(
            "timing", "window", .duration, "", "When silence is concluded; empty: the shortest that is sound."
        ),
        .init("limits", "per_address", .count(1...1000), "4", "Checks a day for one address."),
        .init("limits", "per_domain", .count(1...100_000), "40", "Checks a day for one domain."),
        .init("limits", "per_network", .count(1...100_000), "40", "Checks a day from one client network."),
        .init(
            "limits", "per_provider", .count(1...100_000), "400",
            "Checks a day for a shared provider's addresses from one of its networks."),
        .init("limits", "total", .count(1...1_000_000), "2000", "Checks a day in all."),
        .init("limits", "hourly_per_address", .count(1...1000), "3", "Checks an hour for one address."),
        .init("limits", "hourly_per_domain", .count(1...100_000), "30", "Checks an hour for one domain."),
        .init(
            "limits", "hourly_per_network", .count(1...100_000), "30",
            "Checks an hour from one client network."),
        .init(
            "limits", "hourly_per_provider", .count(1...100_000), "100",
            "Checks an hour for a shared provider's addresses from one of its networks."),
        .init("limits", "hourly_total", .count(1...1_000_000), "400", "Checks an hour in all."),
        .init(
            "limits", "shared_providers", .domains, "",
            "Domains under which anybody can have an address, beside those that are known."),
        .init(
            "limits", "message_size", .count(16_384...33_554_432), "262144", "How much of a message is kept."),
        .init(
            "policy", "on_failure", .word(["dunno", "defer"]), "dunno",
            "What sixreturn policy says where it cannot look: nothing against it, or come again."),
        .init("retention", "messages", .duration, "14d", "How long messages are kept."),
        .init("retention", "checks", .duration, "90d", "How long checks and their evidence are kept."),
        .init(
            "web", "url", .site, "",
            "Where the pages are served; ipv4. and ipv6. before its name lead to it over one family alone."),
        .init(
            "survey", "documentation_addresses", .flag, "false",
            "Whether documentation addresses count as global: in a lab alone."),
    ]
}

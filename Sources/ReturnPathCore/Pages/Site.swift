/// What all pages of an installation have in common, and where each of them stands.
package struct Site: Hashable, Sendable {
    /// The service's name; `nil`: what each language calls it.
    package let displayName: String?
    package let operatorAddress: String
    package let names: Names
    /// Where the pages are served; `nil` where nobody has said it.
    package let address: WebAddress?
    /// The longest wait before the first verdict.
    package let firstVerdict: Seconds
    /// How long messages and checks are kept.
    package let messagesKept: Seconds
    package let checksKept: Seconds

    package init(
        displayName: String?, operatorAddress: String, names: Names, address: WebAddress?,
        firstVerdict: Seconds, messagesKept: Seconds, checksKept: Seconds
    ) {
        self.displayName = displayName
        self.operatorAddress = operatorAddress
        self.names = names
        self.address = address
        self.firstVerdict = firstVerdict
        self.messagesKept = messagesKept
        self.checksKept = checksKept
    }

    /// The folder of the pages of checks.
    package static let checks = "c"
    package static let styleSheet = "style.css"
    package static let script = "connection.js"
    package static let statisticsData = "statistics.json"

    /// The folder of a language's pages, with a slash where it is none of its own.
    private static func folder(_ language: Language) -> String {
        language == .english ? "" : language.rawValue + "/"
    }

    /// The path of a language's start page.
    package static func start(_ language: Language) -> String { folder(language) + "index.html" }

    /// The path of a language's statistics.
    package static func statistics(_ language: Language) -> String { folder(language) + "statistics.html" }

    /// The file name of a check's page: it cannot be guessed, and tells nothing of the check's other secrets.
    package static func file(of check: CheckID, openedAt: Moment, _ signer: Signer) -> String {
        signer.pageName(check, openedAt: openedAt) + ".html"
    }

    /// Where the page of a check can be read; `nil` where nobody has said where the pages are.
    package func page(of check: Check, _ signer: Signer) -> String? {
        address.map {
            $0.text + Self.checks + "/" + Self.file(of: check.id, openedAt: check.openedAt, signer)
        }
    }

    /// The name that is reached over IPv4 only: below the site's own.
    package static let ipv4Label = "ipv4"
    /// The name that is reached over IPv6 only.
    package static let ipv6Label = "ipv6"

    /// What the start page's script asks: over IPv4 only, over IPv6 only, over both.
    var questions: (ipv4: String, ipv6: String, dual: String)? {
        address.map {
            (
                "\($0.scheme)://\(Self.ipv4Label).\($0.authority)/address",
                "\($0.scheme)://\(Self.ipv6Label).\($0.authority)/address",
                "\($0.scheme)://\($0.authority)/address"
            )
        }
    }
}

/// Where a site begins, such as `https://check.example.org/`.
package struct WebAddress: Hashable, Sendable {
    let scheme: String
    /// The host, with its port where that is not the usual one.
    let authority: String
    private let path: String

    /// Parses it; what has a user, a query or a fragment is none.
    package init?(parsing text: String) {
        guard let scheme = ["http", "https"].first(where: { text.hasPrefix($0 + "://") }) else { return nil }
        let rest = text.dropFirst(scheme.count + 3)
        let authority = rest.prefix { $0 != "/" }
        let path = rest.dropFirst(authority.count)
        func isMadeOf(_ text: Substring, _ others: String) -> Bool {
            text.utf8.allSatisfy { octet in
                (0x30...0x39).contains(octet) || (0x61...0x7A).contains(octet) || others.utf8.contains(octet)
            }
        }
        guard authority.contains("."), authority.first != ".", isMadeOf(authority, ".-:"),
            isMadeOf(path, "/.-_~ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        else { return nil }
        self.scheme = scheme
        self.authority = String(authority)
        self.path = path.hasSuffix("/") ? String(path) : path + "/"
    }

    /// The address with a slash at its end.
    package var text: String { "\(scheme)://\(authority)\(path)" }
}

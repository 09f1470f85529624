/// Why a mail of the experiment did not get through.
package enum Cause: String, CaseIterable, Codable, Hashable, Sendable {
    // About the variable: these count against the ability.
    case noIPv6Address = "no-ipv6-address"
    case mailHostNotFound = "mail-host-not-found"
    case dnsServerFails = "dns-server-fails"
    case connectionRefused = "connection-refused"
    case noAnswer = "no-answer"
    case unreachable
    case loopsBack = "loops-back"
    case refusesIPv6 = "refuses-ipv6"
    case sixSenderRefused = "six-sender-refused"
    case sixAuthorRefused = "six-author-refused"

    // Ours to mend: the ability stays open.
    case ourReverseName = "our-reverse-name"
    case ourAuthentication = "our-authentication"
    case ourReputation = "our-reputation"

    // About something else: the ability stays open.
    case userUnknown = "user-unknown"
    case mailboxFull = "mailbox-full"
    case mailboxUnavailable = "mailbox-unavailable"
    case contentRefused = "content-refused"
    case notAcceptingMail = "not-accepting-mail"
    case temporarilyRefused = "temporarily-refused"
    case forwardingFailed = "forwarding-failed"
    case controlFailed = "control-failed"
    case controlOtherFamily = "control-other-family"
    case fallbackUsed = "fallback-used"
    case silence
    case unclear

    /// Whether it counts against the ability where the control was accepted.
    package var countsAgainst: Bool {
        switch self {
        case .noIPv6Address, .mailHostNotFound, .dnsServerFails, .connectionRefused, .noAnswer, .unreachable,
            .loopsBack, .refusesIPv6, .sixSenderRefused, .sixAuthorRefused:
            true
        case .ourReverseName, .ourAuthentication, .ourReputation, .userUnknown, .mailboxFull,
            .mailboxUnavailable, .contentRefused, .notAcceptingMail, .temporarilyRefused, .forwardingFailed,
            .controlFailed, .controlOtherFamily, .fallbackUsed, .silence, .unclear:
            false
        }
    }

    /// Who can mend it.
    package var owner: Owner {
        switch self {
        case .noIPv6Address, .connectionRefused, .noAnswer, .unreachable, .refusesIPv6, .sixSenderRefused,
            .sixAuthorRefused, .contentRefused, .notAcceptingMail:
            .mailAdministrator
        case .mailHostNotFound, .dnsServerFails, .loopsBack: .domainOwner
        case .ourReverseName, .ourAuthentication, .ourReputation: .us
        case .userUnknown, .mailboxFull, .mailboxUnavailable: .tester
        case .forwardingFailed: .forwarder
        case .fallbackUsed: .sendingProvider
        case .temporarilyRefused, .controlFailed, .controlOtherFamily, .silence, .unclear: .nobody
        }
    }

    /// Who has to act.
    package enum Owner: String, Codable, Hashable, Sendable, CaseIterable {
        case mailAdministrator = "mail-administrator"
        case domainOwner = "domain-owner"
        case sendingProvider = "sending-provider"
        case forwarder
        case tester
        case us
        case nobody
    }
}

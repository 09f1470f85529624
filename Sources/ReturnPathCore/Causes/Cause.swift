/// Why a mail of the experiment did not get through.
///
/// What each means, the wording it was seen in and how to mend it is in docs/causes.md.
package enum Cause: String, CaseIterable, Codable, Hashable, Sendable {
    // About the variable: these count against the ability.
    case noIPv6Address = "no-ipv6-address"
    case addressNotGlobal = "address-not-global"
    case mailHostNotFound = "mail-host-not-found"
    case dnsServerFails = "dns-server-fails"
    case connectionRefused = "connection-refused"
    case noAnswer = "no-answer"
    case unreachable
    case stalls
    case loopsBack = "loops-back"
    case refusesIPv6 = "refuses-ipv6"
    case clientHidden = "client-hidden"
    case sixSenderRefused = "six-sender-refused"
    case sixAuthorRefused = "six-author-refused"
    case deliversOverIPv4Only = "delivers-over-ipv4-only"

    // Ours to mend: the ability stays open.
    case ourNetwork = "our-network"
    case ourReverseName = "our-reverse-name"
    case ourAuthentication = "our-authentication"
    case ourReputation = "our-reputation"
    case ourEncryption = "our-encryption"
    case ourNames = "our-names"

    // About something else: the ability stays open.
    case userUnknown = "user-unknown"
    case mailboxFull = "mailbox-full"
    case mailboxUnavailable = "mailbox-unavailable"
    case contentRefused = "content-refused"
    case notAcceptingMail = "not-accepting-mail"
    case takesNoMail = "takes-no-mail"
    case theirResolver = "their-resolver"
    case temporarilyRefused = "temporarily-refused"
    case forwardingFailed = "forwarding-failed"
    case controlFailed = "control-failed"
    case controlOtherFamily = "control-other-family"
    case fallbackUsed = "fallback-used"
    case unsteady
    case silence
    case unclear

    /// Whether it counts against the ability where the control was accepted.
    ///
    /// What is our fault, and what would have hit any mail, never does.
    package var countsAgainst: Bool {
        switch self {
        case .noIPv6Address, .addressNotGlobal, .mailHostNotFound, .dnsServerFails, .connectionRefused,
            .noAnswer,
            .unreachable, .stalls, .loopsBack, .refusesIPv6, .clientHidden, .sixSenderRefused,
            .sixAuthorRefused, .deliversOverIPv4Only:
            true
        case .ourNetwork, .ourReverseName, .ourAuthentication, .ourReputation, .ourEncryption, .ourNames,
            .userUnknown, .mailboxFull, .mailboxUnavailable, .contentRefused, .notAcceptingMail, .takesNoMail,
            .theirResolver, .temporarilyRefused, .forwardingFailed, .controlFailed, .controlOtherFamily,
            .fallbackUsed, .unsteady, .silence, .unclear:
            false
        }
    }

    /// Whether one report is enough: what DNS says is the same for everybody who asks.
    ///
    /// Any other refusal is tried once more beside a fresh control before it is called a failure.
    package var isCertain: Bool {
        switch self {
        case .noIPv6Address, .addressNotGlobal, .mailHostNotFound, .loopsBack: true
        default: false
        }
    }

    /// Who can mend it.
    package var owner: Owner {
        switch self {
        case .connectionRefused, .noAnswer, .unreachable, .stalls, .refusesIPv6, .clientHidden,
            .sixSenderRefused,
            .sixAuthorRefused, .contentRefused, .notAcceptingMail, .theirResolver, .noIPv6Address:
            .mailAdministrator
        case .addressNotGlobal, .mailHostNotFound, .dnsServerFails, .loopsBack, .takesNoMail: .domainOwner
        case .ourNetwork, .ourReverseName, .ourAuthentication, .ourReputation, .ourEncryption, .ourNames: .us
        case .userUnknown, .mailboxFull, .mailboxUnavailable: .tester
        case .forwardingFailed: .forwarder
        case .fallbackUsed, .deliversOverIPv4Only: .sendingProvider
        case .temporarilyRefused, .controlFailed, .controlOtherFamily, .unsteady, .silence, .unclear: .nobody
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

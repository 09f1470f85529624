import ReturnPathCore

/// Everything that can be set, as values. Where it is written: ``ConfigurationKey``.
package struct Configuration: Hashable, Sendable {
    package let path: String
    package let names: Names
    package let operatorAddress: String
    /// The service's name in `From:`; `nil` where it is that of the letter's language.
    package let displayName: String?
    /// What people are written to in who ask for no language.
    package let language: Language
    /// Where the operator's templates and words for our mails are.
    package let templateFolder: String?
    package let storePath: String
    package let keyPath: String
    package let sending: Sending
    package let receiving: Receiving
    package let authentication: AuthenticationSettings
    package let timing: Timing
    package let limits: CheckLimits
    /// What the policy service says where it cannot look.
    package let policyOnFailure: PolicyAnswer
    /// The longest part of a message that is kept, in octets.
    package let messageSize: Int
    package let retention: Retention
    /// Where the pages of `sixreturn publish` are served; `nil` where nobody has said it.
    package let web: WebAddress?
    /// Whether mail hosts with documentation addresses are looked at like others; true in a lab alone.
    package let documentationIsGlobal: Bool

    /// The Postfix instance that sends.
    package struct Sending: Hashable, Sendable {
        package let configurationDirectory: String
        package let sendmail: String
        package let postqueue: String
        package let log: String
        /// The name of the record that holds our DKIM key; empty where it is not known.
        package let dkimRecord: String
    }

    /// The operator's own Postfix, which takes mail for our names.
    package struct Receiving: Hashable, Sendable {
        package let log: String
        /// How long before a request through the fallback its sender may have tried IPv6, in seconds.
        package let lookBack: Seconds
    }

    /// Whose word counts for a request's sender.
    package struct AuthenticationSettings: Hashable, Sendable {
        package let authservID: String
        /// Whether a signature can vouch for a sender, too.
        package let acceptsDKIM: Bool
        /// Whether a sender for whom nobody vouches is asked to confirm.
        package let invites: Bool
        /// Our IPv4 relay, if there is one.
        package let relay: Relay?
    }

    /// How long things are kept, in seconds.
    package struct Retention: Hashable, Sendable {
        package let messages: Seconds
        package let checks: Seconds
    }

    /// Where the configuration is looked for unless the command says otherwise.
    package static let defaultPath = "/etc/sixreturn/sixreturn.toml"
}

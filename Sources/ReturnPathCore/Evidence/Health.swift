/// How our own side was when a check's mails left: what is wrong there speaks for no tester's failure.
package struct Health: Hashable, Sendable {
    /// What was wrong; empty where all was well.
    package let faults: [Fault]

    package init(faults: [Fault]) {
        self.faults = faults
    }

    /// One thing that was wrong.
    package struct Fault: Hashable, Sendable {
        package let kind: Kind
        /// A sentence for people.
        package let text: String

        package init(_ kind: Kind, _ text: String) {
            self.kind = kind
            self.text = text
        }
    }

    /// What part of our side a fault is about.
    package enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
        /// The sending addresses, the sending instance, our resolver.
        case network
        /// The PTR records of the sending addresses, and the way back from them.
        case reverseName = "reverse-name"
        /// SPF, DKIM and DMARC.
        case authentication
        /// The records of our five names.
        case names
        /// The way of requests to us over IPv6: it spoils no answer to a probe.
        case reception

        /// The cause that such a fault gives to a failure.
        package var cause: Cause {
            switch self {
            case .network: .ourNetwork
            case .reverseName: .ourReverseName
            case .authentication: .ourAuthentication
            case .names, .reception: .ourNames
            }
        }
    }

    /// What is known of our side from a check's evidence: every fault that any examination found.
    package init?(in evidence: [Evidence]) {
        let found = evidence.compactMap { item in
            if case .examined(let health) = item.fact { health } else { nil }
        }
        guard !found.isEmpty else { return nil }
        faults = Set(found.flatMap(\.faults)).sorted {
            ($0.kind.rawValue, $0.text) < ($1.kind.rawValue, $1.text)
        }
    }
}

import Glibc
import ReturnPathCore
import ReturnPathStore

/// Answers the operator's Postfix at RCPT (`sixreturn policy`).
///
/// It reads and never writes. What it cannot look up it answers as the operator has configured.
package final class PolicyService {
    private let installation: Installation
    private let report: (any Explained) -> Void
    private var store: Store?

    /// How long a locked database is waited for, in seconds: an answer must not take longer than 50 ms.
    private static let patience = 0.03
    /// How long the same request may still come to another name, in seconds.
    private static let companionTime: Seconds = 600

    /// - Parameter report: Is told why a question could not be answered.
    package init(_ installation: Installation, report: @escaping (any Explained) -> Void) {
        self.installation = installation
        self.report = report
    }

    /// The answer to one question.
    package func answer(_ question: PolicyQuestion, at now: Moment) -> PolicyAnswer {
        switch installation.gate.opinion(on: question) {
        case .settled(let answer): return answer
        case .request(let path, let network, let name):
            do throws(StoreError) {
                return try look(up: path, network, name, at: now)
            } catch {
                // It may have been moved, restored or brought up to date: the next question opens it anew.
                store = nil
                report(error)
                return installation.configuration.policyOnFailure
            }
        }
    }

    private func look(
        up path: ReversePath, _ network: String?, _ name: NameKind, at now: Moment
    ) throws(StoreError) -> PolicyAnswer {
        let configuration = installation.configuration
        return try opened(configuration.storePath).read { transaction in
            if try transaction.isBlocked(path.text) {
                return .refused(.blocked(operator: configuration.operatorAddress))
            }
            let pools = configuration.limits.pools(for: path, network: network)
            guard let exhaustion = try transaction.exhaustion(of: pools, at: now),
                try !isCompanion(at: name, of: pools, transaction, at: now)
            else { return .dunno }
            return .refused(.exhausted(exhaustion))
        }
    }

    private func opened(_ path: String) throws(StoreError) -> Store {
        if let store { return store }
        let new = try Store(opening: path, patience: Self.patience)
        store = new
        return new
    }

    /// Whether the sender's newest check is fresh and has not come to this name yet: one mail to several names is one
    /// check (docs/flow.md), whose later copies are not refused.
    private func isCompanion(
        at name: NameKind, of pools: [Pool], _ transaction: Transaction, at now: Moment
    ) throws -> Bool {
        guard let address = pools.first(where: { $0.kind == .address }),
            let check = try transaction.latestCheck(in: address, since: now - Self.companionTime)
        else { return false }
        return try !transaction.evidence(of: check).contains {
            if case .arrived(let arrival) = $0.fact { arrival.name == name } else { false }
        }
    }
}

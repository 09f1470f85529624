import ReturnPathCore
import ReturnPathStore

/// What needs a confirmation by mail: requests for which nobody vouches, and blocks of whole domains.
extension Application {
    /// Asks whoever seems to have sent a request whether it is theirs.
    ///
    /// Nothing is counted as a check, and nothing is opened: anybody can write in anybody's name.
    func invite(_ request: Request, _ freshID: CheckID, _ message: StoredMessage, at now: Moment) throws
        -> Result
    {
        // A copy of a request that did pass adds nothing to its check.
        guard installation.configuration.authentication.invites,
            try transaction.check(key: request.key, since: now - Check.keyLifetime) == nil
        else { return Result(.unauthenticated) }
        let (path, network) = (request.reversePath, request.arrival.client.network)
        guard try !transaction.isBlocked(path.text) else { return Result(.blocked) }
        let arrived = Evidence(at: now, fact: .arrived(request.arrival), message: message.id)
        let pools = limits.invitationPools(for: path, network: network)
        if let id = try transaction.latestCheck(in: pools[0], since: now - LimitSpan.day.seconds),
            let asked = try transaction.invitation(id), asked.check.key == request.key
        {
            try transaction.append(arrived, toInvitation: id)
            return Result("request, asked already whether it is theirs", check: id)
        }
        let checks = limits.pools(for: path, network: network)
        if let exhaustion = try transaction.exhaustion(of: checks + pools, at: now) {
            return Result(exhaustion.stray)
        }
        try ask(Invitation(.check, request.check(freshID, at: now)), countedIn: pools)
        try transaction.append(arrived, toInvitation: freshID)
        return Result("request, asked whether it is theirs", check: freshID, hasAsked: true)
    }

    /// Asks a postmaster whether all of the domain is to be blocked, once a day at most.
    ///
    /// - Returns: Whether they are asked.
    func offer(_ postmaster: Postmaster?, _ freshID: CheckID, at now: Moment) throws -> Bool {
        guard let postmaster, try !transaction.isDomainBlocked(of: postmaster.address) else { return false }
        let pools = limits.blockPools(for: postmaster.address.domain, network: postmaster.network)
        guard try transaction.exhaustion(of: pools, at: now) == nil else { return false }
        try ask(Invitation(.block, postmaster.inquiry(freshID, at: now)), countedIn: pools)
        return true
    }

    private func ask(_ invitation: Invitation, countedIn pools: [Pool]) throws {
        let check = invitation.check
        try transaction.insert(invitation, installation.invitations.submission(invitation))
        try transaction.count(check.id, in: pools, at: check.openedAt)
    }

    /// Does what was asked for, once.
    func confirm(_ id: CheckID, _ kind: InvitationKind, at now: Moment) throws -> Result {
        guard let invitation = try transaction.invitation(id), invitation.kind == kind else {
            return Result(.unknownInvitation)
        }
        guard invitation.confirmedAt == nil else { return Result("confirmation, known already", check: id) }
        guard !invitation.isOver(at: now) else { return Result(.lateConfirmation, check: id) }
        switch kind {
        case .check: return try open(invitation.check, at: now)
        case .block:
            let address = invitation.check.reversePath
            try transaction.block(address.domain, origin: "asked for by \(address.text)", at: now)
            try transaction.setConfirmed(id, at: now)
            return Result("confirmation: the domain is blocked", check: id)
        }
    }

    /// Opens the check that was asked for, with its request's arrivals; where the same request has passed meanwhile
    /// they are that check's.
    private func open(_ asked: Check, at now: Moment) throws -> Result {
        guard try !transaction.isBlocked(asked.reversePath.text) else {
            return Result(.blocked, check: asked.id)
        }
        var check = asked.opened(at: now)
        if let known = try transaction.check(key: asked.key, since: now - Check.keyLifetime) {
            check = known
        } else {
            let pools = limits.pools(for: asked.reversePath, network: asked.clientNetwork)
            if let exhaustion = try transaction.exhaustion(of: pools, at: now) {
                return Result(exhaustion.stray, check: asked.id)
            }
            try transaction.insert(check, due: nil)
            try transaction.count(check.id, in: pools, at: now)
        }
        for arrival in try transaction.arrivals(ofInvitation: asked.id) {
            try transaction.append(arrival, to: check.id)
        }
        try transaction.setConfirmed(asked.id, at: now)
        try replan(check, at: now)
        return Result("confirmation", check: check.id)
    }
}

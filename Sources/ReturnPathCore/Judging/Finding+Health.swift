extension Finding {
    /// The finding in the light of how our own side was: a refusal that a fault of ours may have earned is no
    /// failure of theirs. What DNS says of them stays, for no fault of ours can change it.
    func excused(by health: Health?) -> Finding {
        guard outcome == .failed, cause?.isCertain == false,
            let fault = health?.faults.first(where: { $0.kind != .reception })
        else {
            return self
        }
        return Finding(ability, .inconclusive, cause: fault.kind.cause, rule: rule, basis: basis)
    }
}

import DeliveryReports

extension Cause {
    /// What a reason means where no rule knows more: nothing about the variable.
    package init(of reason: Reason) {
        self =
            switch reason {
            case .userUnknown, .mailboxMoved: .userUnknown
            case .mailboxFull, .systemFull: .mailboxFull
            case .mailboxDisabled, .recipientFiltered, .recipientSuppressed, .mailerError: .mailboxUnavailable
            case .notAcceptingMail, .noRelaying: .notAcceptingMail
            case .requirePTR: .ourReverseName
            case .authenticationFailed: .ourAuthentication
            case .badReputation, .blocked: .ourReputation
            case .spamDetected, .virusDetected, .contentError, .messageTooBig, .notCompliantRFC:
                .contentRefused
            case .greylisted, .rateLimited, .tooManyConnections, .expired: .temporarilyRefused
            case .hostUnknown, .networkError, .senderRejected, .policyViolation, .secureTransportFailed,
                .securityError, .protocolError, .systemError, .delivered, .onHold, .undefined:
                .unclear
            }
    }
}

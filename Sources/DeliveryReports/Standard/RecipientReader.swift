import InternetMessage

/// Makes a ``Recipient`` of one group of fields and of what people are told about it.
struct RecipientReader {
    let fields: HeaderSection
    let text: HumanText
    /// Whether the report is about nobody else, so that all its text is about this recipient.
    let isAlone: Bool

    /// Reads the group into a report.
    func read(into report: inout Report) {
        let original = fields.text("Original-Recipient").flatMap(ReportedAddress.init(field:))
        let final = fields.text("Final-Recipient").flatMap(ReportedAddress.init(field:))
        if final == nil { report.note(.noFinalRecipient) }
        guard let address = final ?? original else { return }
        var recipient = Recipient(finalRecipient: address, originalRecipient: original)
        // Sendmail's text names the address behind an alias, which only X-Actual-Recipient tells.
        let actual = fields.text("X-Actual-Recipient").flatMap(ReportedAddress.init(field:))
        let own = [address.address, actual?.address].compactMap { $0 }
        let proof = text.proof(for: own, or: [original?.address].compactMap { $0 })
        recipient.proof = proof.joined().map(text.lines.text)
        recipient.lastAttemptDate = fields["Last-Attempt-Date"]?.date
        recipient.willRetryUntil = fields["Will-Retry-Until"]?.date
        recipient.finalLogID = fields.text("Final-Log-ID")
        recipient.statusField = fields.text("Status")
        recipient.action = fields.text("Action").flatMap(Action.init(field:))
        readDiagnostic(of: &recipient, proof)
        let statements = statements(of: recipient, proof)
        readStatus(of: &recipient, statements, into: &report)
        readAction(of: &recipient, statements, into: &report)
        recipient.replyCode = statements.replyCode()
        recipient.stage = statements.stage()
        let host = fields.text("Remote-MTA").map { RemoteHost(field: TypedValue($0).value) }
        let told = statements.remoteHost()
        recipient.remoteMTA = host?.name ?? told?.name
        recipient.remoteAddress = host?.address ?? told?.address
        recipient.conclude(from: statements)
        report.recipients.append(recipient)
    }

    /// Exim and OpenSMTPD write no Diagnostic-Code for failures of their own: the reason then
    /// stands in the text for people alone.
    private func readDiagnostic(of recipient: inout Recipient, _ proof: [Range<Int>]) {
        if let value = fields.text("Diagnostic-Code") {
            let typed = TypedValue(value)
            recipient.diagnosticType = typed.type
            if !typed.value.isEmpty {
                recipient.diagnostic = typed.value
                recipient.diagnosticSource = .field
                return
            }
        }
        guard let told = proof.lazy.compactMap({ ProofText.diagnostic(in: text.lines, $0) }).first else {
            return
        }
        recipient.diagnostic = told
        recipient.diagnosticSource = .text
    }

    private func statements(of recipient: Recipient, _ proof: [Range<Int>]) -> Statements {
        var statements = Statements(in: text.lines.search)
        let isReply = recipient.diagnosticType == "smtp" || recipient.diagnosticType == "lmtp"
        statements.add(
            Phrase.normalized(recipient.diagnostic ?? ""),
            source: recipient.diagnosticSource == .text ? .text : .diagnostic, isReply: isReply)
        statements.add(text.lines.normalized(proof.joined()), source: .text)
        // What stands in brackets behind the code (RFC 3464 §2.3.4).
        if let status = recipient.statusField, let comment = status.utf8.firstIndex(of: 0x28) {
            statements.add(Phrase.normalized(String(status[comment...])), source: .field)
        }
        if isAlone {
            statements.add(
                text.lines.normalized(0..<min(text.lines.count, TextReport.lineLimit)), source: .text)
        }
        return statements
    }

    /// The server's own answer outranks what the reporting program made of it, and any code outranks a
    /// field that only says that it failed (RFC 3463 §2); but no code makes a failure of a success.
    private func readStatus(
        of recipient: inout Recipient, _ statements: Statements, into report: inout Report
    ) {
        let field = recipient.statusField.flatMap(EnhancedStatus.init)
        if field == nil { report.note(.noStatus) }
        recipient.status = field
        recipient.statusSource = field == nil ? nil : .field
        let isLate = recipient.action == .delayed
        if let answer = statements.answer(), !answer.isVague, field?.class != 2, answer.class != 2,
            !isLate || answer.class == field?.class
        {
            recipient.status = answer
            recipient.statusSource = answer == field ? .field : .diagnostic
            return
        }
        guard field?.isVague ?? true, let found = statements.status(),
            field == nil || (!found.status.isVague && (field?.class == 2) == (found.status.class == 2))
        else { return }
        recipient.status = found.status
        recipient.statusSource = found.source
    }

    private func readAction(
        of recipient: inout Recipient, _ statements: Statements, into report: inout Report
    ) {
        if recipient.action == nil {
            report.note(.noAction)
            switch recipient.status?.class {
            case 2: recipient.action = .delivered
            case 4: recipient.action = .delayed
            case 5: recipient.action = .failed
            case nil, .some: break
            }
        }
        if recipient.action == .delayed,
            FailurePhrases.lateButFinal.contains(where: text.lines.search.contains)
        {
            recipient.action = .failed
            report.note(.expiryReportedAsDelay)
        }
    }
}

extension Recipient {
    /// Finds the reason; to be asked when all else is known.
    mutating func conclude(from statements: Statements) {
        (reason, reasonRule) = ReasonTable.standard.reason(for: self, statements)
    }
}

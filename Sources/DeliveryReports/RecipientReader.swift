import InternetMessage

/// Makes a ``Recipient`` of one group of fields and of what people are told about it.
struct RecipientReader {
    let fields: FieldGroup
    let text: HumanText

    /// Reads the group into a report.
    func read(into report: inout Report) {
        let original = fields.text("Original-Recipient").flatMap(ReportedAddress.init(field:))
        let final = fields.text("Final-Recipient").flatMap(ReportedAddress.init(field:))
        if final == nil { report.note(.noFinalRecipient) }
        guard let address = final ?? original else { return }
        var recipient = Recipient(finalRecipient: address, originalRecipient: original)
        let names = [address.address, original?.address].compactMap { $0 }
        recipient.proof = text.proof(for: names)
        recipient.lastAttemptDate = fields["Last-Attempt-Date"]?.date
        recipient.willRetryUntil = fields["Will-Retry-Until"]?.date
        readDiagnostic(of: &recipient, names: names)
        let words = Words(recipient)
        readStatus(of: &recipient, words, into: &report)
        readAction(of: &recipient, words, into: &report)
        readAttempt(of: &recipient, words)
        let verdict = ReasonRule.reason(for: recipient, text: words.said)
        recipient.reason = verdict.reason
        recipient.reasonRule = verdict.rule
        report.recipients.append(recipient)
    }

    /// The texts of a recipient, made ready for searching.
    struct Words {
        let diagnostic: [UInt8]
        let proof: [UInt8]
        /// All that was said, addresses left out.
        let said: [UInt8]

        init(_ recipient: Recipient) {
            diagnostic = Phrase.normalized(recipient.diagnostic ?? "")
            proof = Phrase.normalized(recipient.proof.joined(separator: "\n"))
            said = Phrase.withoutAddresses(diagnostic + [0x20] + proof)
        }
    }

    /// Exim and OpenSMTPD write no Diagnostic-Code for failures of their own: the reason then
    /// stands in the text for people alone.
    private func readDiagnostic(of recipient: inout Recipient, names: [String]) {
        if let value = fields.text("Diagnostic-Code") {
            let typed = TypedValue(value)
            recipient.diagnosticType = typed.type
            if !typed.value.isEmpty {
                recipient.diagnostic = typed.value
                recipient.diagnosticSource = .field
                return
            }
        }
        guard let told = ProofText.diagnostic(in: recipient.proof, names: names) else { return }
        recipient.diagnostic = told
        recipient.diagnosticSource = .text
    }

    /// An enhanced code in the diagnostic outranks a field that says X.0.0 (RFC 3463 §2).
    private func readStatus(of recipient: inout Recipient, _ words: Words, into report: inout Report) {
        recipient.statusField = fields.text("Status")
        let field = recipient.statusField.flatMap(EnhancedStatus.init)
        if field == nil { report.note(.noStatus) }
        recipient.status = field
        recipient.statusSource = field == nil ? nil : .field
        guard field?.isGeneric ?? true else { return }
        let candidates: [([UInt8], Recipient.Source)] = [
            (words.diagnostic, recipient.diagnosticSource == .text ? .text : .diagnostic),
            (words.proof, .text),
        ]
        for (text, source) in candidates {
            guard let found = EnhancedStatus.first(in: Phrase.withoutAddresses(text)),
                field == nil || !found.isGeneric
            else { continue }
            recipient.status = found
            recipient.statusSource = source
            return
        }
    }

    private func readAction(of recipient: inout Recipient, _ words: Words, into report: inout Report) {
        recipient.action = fields.text("Action").flatMap(Action.init(field:))
        if recipient.action == nil {
            report.note(.noAction)
            switch recipient.status?.class {
            case 2: recipient.action = .delivered
            case 4: recipient.action = .delayed
            case 5: recipient.action = .failed
            case nil, .some: break
            }
        }
        // OpenSMTPD (smtpd/queue.c, bounce.c) reports the end of its patience as a delay.
        if recipient.action == .delayed, Phrase.place(of: "envelope expired", in: words.said) != nil {
            recipient.action = .failed
            report.note(.expiryReportedAsDelay)
        }
    }

    private func readAttempt(of recipient: inout Recipient, _ words: Words) {
        let isReply = recipient.diagnosticType == "smtp" || recipient.diagnosticType == "lmtp"
        recipient.replyCode =
            ReplyCode.first(in: words.diagnostic, isReply: isReply)
            ?? ReplyCode.first(in: words.proof, isReply: false)
        recipient.stage = StageRule.stage(of: words.proof + [0x20] + words.diagnostic)
        let field = fields.text("Remote-MTA").map { RemoteHost(field: TypedValue($0).value) }
        let told =
            (isReply ? nil : RemoteHost.find(in: words.diagnostic)) ?? RemoteHost.find(in: words.proof)
        recipient.remoteMTA = field?.name ?? told?.name
        recipient.remoteAddress = field?.address ?? told?.address
    }
}

import InternetMessage

/// Reads reports that are meant for people alone, in whatever program's words.
enum TextReport {
    /// The most lines that are asked for a reason where nobody's own lines give one.
    static let lineLimit = 400

    /// What the report says; nil where the message is none.
    static func read(_ message: Entity) -> Report? {
        let head = Letterhead(message)
        let text = MessageText(message)
        let saysFailure = head.isByMachine && saysFailure(text, head)
        let isEmbedded = EmbeddedFields.areHandedOn(in: text.all)
        guard !head.failedRecipients.isEmpty || saysFailure || isEmbedded else { return nil }
        // The part for machines is still to come, and its recipients need not be those of the text.
        if message.contentType.is("multipart/report"), message.defects.contains(.noEndBoundary) {
            var report = Report(format: .rfc3464)
            report.note(.noStatusPart)
            return report
        }
        let segments = Segments(text: text, head: head)
        guard
            !head.failedRecipients.isEmpty || isEmbedded || head.isFromDaemon || text.returned != nil
                || (segments.isSure && head.mayHaveNullPath)
        else { return nil }
        var report = Report(format: FormatRule.format(of: text.lines.search))
        report.returned = text.returned
        let sections = EmbeddedFields.find(in: text.all, isCutOff: text.isCutOff)
        if !sections.isEmpty {
            StandardReport.read(sections, HumanText(text.lines), needsFinal: false, into: &report)
            report.format = .embedded
            if !report.recipients.isEmpty { return report }
        }
        let isLate =
            (head.saysDelay && !head.saysFailure)
            || FailurePhrases.saysDelayOnly(SearchText(segments.words))
        for segment in segments.list.prefix(StandardReport.recipientLimit) {
            report.recipients.append(recipient(segment, segments, format: report.format, isLate: isLate))
        }
        if segments.list.count > StandardReport.recipientLimit { report.note(.recipientsExceeded) }
        if report.recipients.isEmpty { report.note(.noRecipient) }
        return report
    }

    /// Whether a text of a mail system says that something was not delivered; one that gives a message
    /// back and names whom it was for says so in any language.
    private static func saysFailure(_ text: MessageText, _ head: Letterhead) -> Bool {
        guard !FailurePhrases.success.contains(where: text.lines.search.contains) else { return false }
        if FailurePhrases.occur(in: text.lines.search) { return true }
        guard head.isFromDaemon, !text.isCutOff, let returned = text.returned else { return false }
        return !Addressees(of: returned).mentions(in: text.lines).isEmpty
    }

    private static func recipient(
        _ segment: Segments.Segment, _ all: Segments, format: Format, isLate: Bool
    ) -> Recipient {
        var recipient = Recipient(finalRecipient: ReportedAddress(type: nil, address: segment.address))
        recipient.originalRecipient = segment.origin.map { ReportedAddress(type: nil, address: $0) }
        let lines = all.text.lines
        recipient.proof = segment.lines.prefix(HumanText.proofLimit).map(lines.text)
        var statements = Statements(format: format)
        let own = lines.normalized(segment.lines)
        if let reply = ReplyText.first(in: own) {
            statements.add(Array(own[reply...]), source: .text, isReply: true)
        }
        statements.add(own, source: .text)
        let saysNothing = segment.hasOnlyNames || statements.saysNothing
        if all.list.count == 1 || saysNothing {
            statements.add(all.words, source: .text)
        }
        let status = statements.status()
        recipient.status = status?.status
        recipient.statusSource = status?.source
        recipient.replyCode = statements.replyCode()
        recipient.stage = statements.stage()
        let host = statements.remoteHost()
        recipient.remoteMTA = host?.name
        recipient.remoteAddress = host?.address
        if let diagnostic = ProofText.diagnostic(in: lines, segment.lines.prefix(HumanText.proofLimit)) {
            recipient.diagnostic = diagnostic
            recipient.diagnosticSource = .text
        }
        recipient.action = isLate || Phrase.any(of: FailurePhrases.ownLate, in: own) ? .delayed : .failed
        recipient.conclude(from: statements)
        if saysNothing, recipient.reason == .onHold, recipient.status == nil, recipient.replyCode == nil {
            recipient.reason = .undefined
        }
        return recipient
    }
}

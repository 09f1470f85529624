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
            || FailurePhrases.sayDelayOnly(SearchText(segments.words))
        for segment in segments.list.prefix(StandardReport.recipientLimit) {
            report.recipients.append(recipient(segment, segments, format: report.format, isLate: isLate))
        }
        if segments.list.count > StandardReport.recipientLimit { report.note(.recipientsExceeded) }
        if report.recipients.isEmpty { report.note(.noRecipient) }
        return report
    }

    /// Whether a text of a mail system says that something was not delivered; one whose subject says so and that names
    /// somebody on a line of its own does in any language, and so does one that gives a message back and names whom it
    /// was for, if a code, the subject or a reason tells that it is no good news.
    private static func saysFailure(_ text: MessageText, _ head: Letterhead) -> Bool {
        guard !FailurePhrases.success.contains(where: text.lines.search.contains) else { return false }
        if FailurePhrases.occur(in: text.lines.search) { return true }
        guard head.isFromDaemon, !text.isCutOff else { return false }
        if head.saysFailure, hasOwnLine(in: text.lines, head) { return true }
        guard let returned = text.returned,
            head.saysFailure || head.saysDelay || isBadNews(text.lines.search)
        else { return false }
        return !Addressees(of: returned).mentions(in: text.lines).isEmpty
    }

    /// Whether anybody but those who write to each other, and those who help, has a line without other words.
    private static func hasOwnLine(in lines: TextLines, _ head: Letterhead) -> Bool {
        (0..<lines.count).contains { line in
            let content = lines.content(of: line)
            guard let found = AddressScanner.next(in: lines.octets, content),
                content.count <= found.range.count + 3
            else { return false }
            let address = String(decoding: lines.octets[found.range], as: UTF8.self).lowercased()
            let local = String(address.prefix { $0 != "@" })
            return !AddressPhrases.roles.contains(local) && !head.correspondents.contains(address)
        }
    }

    /// Whether a text has a code of a failure, or a reason in whatever language.
    private static func isBadNews(_ text: SearchText) -> Bool {
        ReplyText.first(in: text.octets) != nil
            || EnhancedStatus.first(in: text.octets).map { $0.class != 2 } == true
            || ReasonTable.languages.hasRow(for: text)
    }

    private static func recipient(
        _ segment: Segments.Segment, _ all: Segments, format: Format, isLate: Bool
    ) -> Recipient {
        var recipient = Recipient(finalRecipient: ReportedAddress(type: nil, address: segment.address))
        recipient.originalRecipient = segment.origin.map { ReportedAddress(type: nil, address: $0) }
        let lines = all.text.lines
        recipient.proof = segment.lines.prefix(HumanText.proofLimit).map(lines.text)
        var statements = Statements(in: lines.search, format: format)
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
        if !segment.hasOnlyNames,
            let diagnostic = ProofText.diagnostic(in: lines, segment.lines.prefix(HumanText.proofLimit))
        {
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

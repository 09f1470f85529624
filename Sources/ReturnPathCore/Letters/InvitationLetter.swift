/// The mail that asks for a confirmation.
package struct InvitationLetter: Sendable {
    private let composer: MessageComposer
    private let stationery: Stationery
    private let operatorAddress: String

    package init(composer: MessageComposer, stationery: Stationery, operatorAddress: String) {
        self.composer = composer
        self.stationery = stationery
        self.operatorAddress = operatorAddress
    }

    /// The submission of an invitation, written at the moment that it names.
    package func submission(_ invitation: Invitation) -> Submission {
        composer.submission(
            .invitation(invitation.kind), of: invitation.check, letter: letter(invitation),
            at: invitation.check.openedAt)
    }

    private func letter(_ invitation: Invitation) -> Letter {
        let language = invitation.check.language
        let writer = stationery.writer(language)
        let subject = TextLayout.plain(writer.subject(of: invitation.kind))
        let (lines, closing) = (lines(invitation, writer), closing(invitation, writer))
        func values(_ form: LetterForm) -> [String: Any] {
            [
                "language": language.rawValue, "subject": subject, "lines": lines.map { form.line($0) },
                "closing": closing.map { form.line($0) },
            ]
        }
        return Letter(
            language: language, service: writer.say(.service), subject: subject,
            text: stationery.render(.invitationText, values(.text)),
            html: stationery.render(.invitationHTML, values(.html)))
    }

    private func lines(_ invitation: Invitation, _ writer: Writer) -> [[LinePiece]] {
        let path = invitation.check.reversePath
        let address = composer.answerAddress(of: .invitation(invitation.kind), invitation.check)
        func words(_ sentences: String...) -> [LinePiece] {
            [.words(TextLayout.printable(sentences.joined(separator: " ")))]
        }
        let until = writer.say(.confirmUntil, ["time": MailDate.table(invitation.end)])
        return switch invitation.kind {
        case .check:
            [
                words(writer.say(.invited, ["address": path.text]), writer.say(.unvouched)),
                writer.line(.pleaseConfirm, addresses: ["confirm": address]),
                words(until, writer.say(.elseNothing)),
            ]
        case .block:
            [
                words(writer.say(.blockOffered, ["address": path.text, "domain": path.writtenDomain])),
                writer.line(.pleaseBlock, addresses: ["confirm": address]),
                words(writer.say(.blockMeans, ["domain": path.writtenDomain])),
                words(until, writer.say(.elseNotBlocked)),
            ]
        }
    }

    private func closing(_ invitation: Invitation, _ writer: Writer) -> [[LinePiece]] {
        let stop: Sentence =
            switch invitation.kind {
            case .check: .notRequested
            case .block: .stop
            }
        return [
            writer.line(stop, addresses: ["stop": composer.stopAddress(of: invitation.check)]),
            writer.line(.questions, addresses: ["operator": operatorAddress]),
        ]
    }
}

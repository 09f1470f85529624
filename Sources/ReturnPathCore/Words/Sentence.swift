/// What is said that depends on no list: a sentence or a part of one each, with the names that stand in it in braces.
package enum Sentence: String, CaseIterable, Hashable, Sendable {
    // Subjects.
    case service, subject, corrected, probeSubject, place, placeAgain

    // The mails along the return path.
    case arrived, differences, noAction, minutes, pleaseAnswer, notRequested, questions

    // Mails that ask for a confirmation.
    case invitationSubject, invited, unvouched, pleaseConfirm, confirmUntil, elseNothing
    case blockSubject, blockOffered, pleaseBlock, blockMeans, elseNotBlocked

    // The first lines of a verdict.
    case amendment, stillWaiting, controlFailed, reason, and, or

    // What is known of an ability.
    case statement, cameFrom, accepted, delivered, andAnswered, answered, works, unknownCause
    case stillTrying, triesSoFar, triesUntil, refusedOnce, noAnswerYet, notTried, notSent
    case yourServer, someServer, forwarded

    // What the person has confirmed, and can confirm.
    case confirmedMails, acceptedMails, mails

    // What DNS and port 25 showed.
    case noMX, nullMX, noDomain, noRoute, omittedHosts, dns64, alias, literal

    // What our IPv6 mail host saw of a sender who came over IPv4.
    case timeBefore, hostPutOff, hostSeen, hostNotSeen, nobodyElse, othersSeen, logIncomplete

    // The proof and the log.
    case takenFrom, relayTakenFrom, ownReport, foreignReport, ownStillTrying, dated, calledItself
    case attempt, laterAttempt, taken, encrypted, notEncrypted, skipped, putOff, givenBack, givenUp, noHost

    // The terminal.
    case openedFor, journeyRequest, journeyMail, journeyUnderWay, notIssued, notSubmitted, verdictSent
    case columnCheck, columnOpened, columnAddress, noChecks, noSuchChecks, moreChecks

    // The table's columns and the last lines.
    case columnResult, columnNumber, columnFinding, checkTimes, shownAt, stop

    /// Whether it depends on a number, so that a language has a form of it for each of its plurals.
    package var isCounted: Bool {
        switch self {
        case .minutes, .triesSoFar, .mails, .omittedHosts, .othersSeen: true
        default: false
        }
    }
}

/// The parts of a verdict that have a heading.
package enum VerdictSection: String, CaseIterable, Hashable, Sendable {
    case tested, mending, faults, survey, reception, proof, log, journey, evidence
}

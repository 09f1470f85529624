/// One line of the table that tells which program wrote a text for people.
struct FormatRule: Sendable {
    let format: Format
    /// What must all be said, in small letters.
    let words: [StaticString]

    private init(_ name: String, _ words: StaticString...) {
        format = Format(rawValue: name)
        self.words = words
    }

    /// The form of a text; the first row that matches wins.
    static func format(of text: SearchText, in table: [FormatRule] = table) -> Format {
        table.first { $0.words.allSatisfy(text.contains) }?.format ?? .text
    }

    /// Relatives before those they come from: many programs began as a copy of another.
    static let table: [FormatRule] = [
        .init("gmail", "technical details of permanent failure"),
        .init("gmail", "technical details of temporary failure"),
        .init("gmail", "message will be retried for"),
        .init("gmail", "learn more here: https://support.google.com/mail/"),
        .init("google-groups", "groups.google.com/support/"),
        .init("james", "this is the james mail server"),
        .init("qmail", "this is the qmail-send program"),
        .init("qmail", "i'm afraid i wasn't able to deliver your message to the following addresses"),
        .init("qmail", "--- below this line is a copy of the message"),
        .init("yahoo", "we were unable to deliver your message to the following address"),
        .init("yahoo", "message from", "unable to deliver message to the following address(es)"),
        .init("mxlogic", "message that you have sent could not be delivered"),
        .init(
            "gmx", "this message was created automatically by mail delivery software",
            "the following address failed:"),
        .init(
            "gmx", "this message was created automatically by mail delivery software",
            "smtp error from remote server"),
        .init("bigfish", "this is an automated message created by mail delivery software"),
        .init("exim", "this message was created automatically by mail delivery software"),
        .init("exim", "a message that you sent"),
        .init("postfix", "this is the", "program at host"),
        .init("postfix", "this is the mail system at host"),
        .init("postfix", "for further assistance, please send mail to"),
        .init("biglobe", "non-delivered information"),
        .init("kddi", "each of the following recipients was rejected by a remote mail server"),
        .init("sendmail", "the original message was received at"),
        .init("sendmail", "transcript of session follows"),
        .init("domino", "your message subject:", "was not delivered to:", "because:"),
        .init("domino", "failure reasons", "address book"),
        .init("exchange", "did not reach the following recipient(s)"),
        .init("exchange", "delivery status notification", "delivery to the following recipients failed"),
        .init("exchange", "generating server:"),
        .init("groupwise", "user not on post office"),
        .init("groupwise", "the message that you sent was undeliverable to the following"),
        .init("courier", "undeliverable mail", "running the courier mail server"),
        .init("opensmtpd", "this is the mailer-daemon, please do not reply"),
        .init("dma", "this is the dragonfly mail agent"),
        .init("dma", "there was an error delivering your mail to"),
        .init("mdaemon", "mdaemon delivery status notification"),
        .init("mailenable", "mailenable: message could not be delivered"),
        .init("imail", "original message follows.", "unknown user:"),
        .init("imail", "body of message generated response"),
        .init("imail", "delivery failed", "attempts:"),
        .init("communigate", "failed to deliver to '", " module"),
        .init("hmailserver", "did not reach some or all of the intended recipients"),
        .init("interscan", "message from interscan"),
        .init("interscan", "sent <<<", "received >>>"),
        .init("mailmarshal", "the following recipients were affected"),
        .init("mailfoundry", "unable to deliver message to:", "delivery failed for the following reason"),
        .init(
            "mimecast", "an email that you attempted to send to the following address could not be delivered"),
        .init(
            "messagingserver", "this report relates to a message you sent with the following header fields"),
        .init("smail", "message log follows"),
        .init("lsmtp", "error-for:"),
        .init("netscape", "this message was undeliverable due to the following reason"),
        .init("phquery", "error detail (phquery"),
        .init("mms", "message could not be delivered to mobile"),
        .init("powermta", "hello, this is the mail server on"),
        .init("x3", "delevery to the following recipients"),
        .init("x6", "we had trouble delivering your message. full details follow"),
        .init("fml", "duplicated message-id in"),
        .init("aol", "because they are not accepting mail from"),
        .init("mfilter", "-server message", "-smtp command"),
    ]
}

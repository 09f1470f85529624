/// One line of the table that tells at which stage an answer came.
struct StageRule: Sendable {
    let stage: Stage
    /// In small letters; found in the diagnostic or in the text for people.
    let words: StaticString
    /// The program and source file that has the words.
    let source: String

    /// The stage a text tells; the first row that matches wins.
    static func stage(of text: SearchText, in table: [StageRule] = table) -> Stage {
        table.first { text.contains($0.words) }?.stage ?? .unknown
    }

    static let table: [StageRule] = postfix + exim + qmail + dma + gmail + others
    /// The rows that a server's own answer can match: the connection stands.
    static let answers: [StageRule] = table.filter { $0.stage != .resolve && $0.stage != .connect }

    private static let postfix: [StageRule] = [
        .init(stage: .mail, words: "(in reply to mail from", source: "Postfix src/smtp/smtp_proto.c"),
        .init(stage: .rcpt, words: "(in reply to rcpt to", source: "Postfix src/smtp/smtp_proto.c"),
        .init(stage: .endOfData, words: "(in reply to end of data", source: "Postfix src/smtp/smtp_proto.c"),
        .init(stage: .data, words: "(in reply to data command", source: "Postfix src/smtp/smtp_proto.c"),
        .init(stage: .ehlo, words: "(in reply to ehlo", source: "Postfix src/smtp/smtp_proto.c"),
        .init(stage: .ehlo, words: "(in reply to helo", source: "Postfix src/smtp/smtp_proto.c"),
        .init(stage: .ehlo, words: "(in reply to lhlo", source: "Postfix src/smtp/smtp_proto.c"),
        .init(stage: .ehlo, words: "(in reply to starttls", source: "Postfix src/smtp/smtp_proto.c"),
        .init(stage: .greeting, words: "refused to talk to me:", source: "Postfix src/smtp/smtp_proto.c"),
        .init(stage: .greeting, words: "initial server greeting", source: "Postfix src/smtp/smtp_proto.c"),
        .init(stage: .ehlo, words: "while performing the ehlo", source: "Postfix src/smtp/smtp_proto.c"),
        .init(stage: .ehlo, words: "while performing the helo", source: "Postfix src/smtp/smtp_proto.c"),
        .init(stage: .ehlo, words: "smtputf8 is required", source: "Postfix src/smtp/smtp_proto.c"),
        .init(stage: .mail, words: "while sending mail from", source: "Postfix src/smtp/smtp_proto.c"),
        .init(stage: .rcpt, words: "while sending rcpt to", source: "Postfix src/smtp/smtp_proto.c"),
        .init(
            stage: .endOfData, words: "while sending end of data", source: "Postfix src/smtp/smtp_proto.c"),
        .init(stage: .data, words: "while sending data command", source: "Postfix src/smtp/smtp_proto.c"),
        .init(stage: .connect, words: "connect to ", source: "Postfix src/smtp/smtp_connect.c"),
        .init(stage: .resolve, words: "name service error", source: "Postfix src/smtp/smtp_addr.c"),
        .init(
            stage: .resolve, words: "does not accept mail (nullmx)", source: "Postfix src/smtp/smtp_addr.c"),
        .init(stage: .resolve, words: "loops back to myself", source: "Postfix src/smtp/smtp_addr.c"),
        .init(
            stage: .resolve, words: "host or domain name not found", source: "Postfix src/smtp/smtp_addr.c"),
    ]

    private static let exim: [StageRule] = [
        .init(stage: .mail, words: "after mail from:", source: "Exim src/transports/smtp.c"),
        .init(stage: .mail, words: "after pipelined mail from:", source: "Exim src/transports/smtp.c"),
        .init(stage: .rcpt, words: "after rcpt to:", source: "Exim src/transports/smtp.c"),
        .init(stage: .rcpt, words: "after pipelined rcpt to:", source: "Exim src/transports/smtp.c"),
        .init(stage: .endOfData, words: "after end of data", source: "Exim src/transports/smtp.c"),
        .init(stage: .data, words: "after data", source: "Exim src/transports/smtp.c"),
        .init(stage: .greeting, words: "after initial connection", source: "Exim src/transports/smtp.c"),
        .init(stage: .ehlo, words: "after ehlo", source: "Exim src/transports/smtp.c"),
        .init(stage: .ehlo, words: "after helo", source: "Exim src/transports/smtp.c"),
    ]

    private static let qmail: [StageRule] = [
        .init(stage: .rcpt, words: "does not like recipient", source: "qmail qmail-remote.c"),
        .init(stage: .mail, words: "but sender was rejected", source: "qmail qmail-remote.c"),
        .init(stage: .ehlo, words: "but my name was rejected", source: "qmail qmail-remote.c"),
        .init(stage: .greeting, words: "but greeting failed", source: "qmail qmail-remote.c"),
        .init(stage: .data, words: "failed on data command", source: "qmail qmail-remote.c"),
        .init(stage: .endOfData, words: "failed after i sent the message", source: "qmail qmail-remote.c"),
        .init(stage: .connect, words: "able to establish an smtp connection", source: "qmail qmail-remote.c"),
        .init(stage: .resolve, words: "couldn't find any host", source: "qmail qmail-remote.c"),
        .init(stage: .resolve, words: "couldn't find a mail exchanger", source: "netqmail qmail-remote.c"),
    ]

    private static let dma: [StageRule] = [
        .init(stage: .rcpt, words: "did not like our rcpt to", source: "dma net.c"),
        .init(stage: .mail, words: "did not like our mail from", source: "dma net.c"),
        .init(stage: .data, words: "did not like our data", source: "dma net.c"),
        .init(stage: .endOfData, words: "did not like our final dot", source: "dma net.c"),
        .init(stage: .ehlo, words: "did not like our ehlo", source: "dma net.c"),
        .init(stage: .ehlo, words: "did not like our helo", source: "dma net.c"),
    ]

    /// Gmail numbers the states of its client.
    private static let gmail: [StageRule] = [
        .init(stage: .mail, words: "(state 6)", source: "Gmail"),
        .init(stage: .ehlo, words: "(state 13)", source: "Gmail"),
        .init(stage: .rcpt, words: "(state 14)", source: "Gmail"),
        .init(stage: .data, words: "(state 15)", source: "Gmail"),
        .init(stage: .endOfData, words: "(state 17)", source: "Gmail"),
        .init(stage: .endOfData, words: "(state 18)", source: "Gmail"),
        .init(stage: .connect, words: "did not accept our requests to connect", source: "Gmail"),
        .init(stage: .resolve, words: "dns error:", source: "Gmail"),
    ]

    private static let others: [StageRule] = [
        .init(stage: .rcpt, words: "mail+rcpt ", source: "chasquid internal/courier/smtp.go"),
        .init(stage: .endOfData, words: "data closing ", source: "chasquid internal/courier/smtp.go"),
        .init(stage: .rcpt, words: "hmailserver sent: rcpt to", source: "hMailServer"),
        .init(stage: .data, words: "smtp command data", source: "m-FILTER"),
        .init(
            stage: .rcpt, words: "most progress was rcpt to response", source: "qmail-remote with more MXes"),
        .init(stage: .rcpt, words: ">>> rcpt to:", source: "Sendmail usersmtp.c, Courier esmtpclient.c"),
        .init(stage: .mail, words: ">>> mail from:", source: "Sendmail usersmtp.c, Courier esmtpclient.c"),
        .init(stage: .data, words: ">>> data", source: "Sendmail usersmtp.c, Courier esmtpclient.c"),
        .init(stage: .rcpt, words: "sent <<< rcpt to:", source: "InterScan"),
        .init(stage: .mail, words: "sent <<< mail from:", source: "InterScan"),
        .init(stage: .endOfData, words: ">>> .", source: "Sendmail usersmtp.c"),
        .init(stage: .rcpt, words: "[rcpt_to]", source: "Yahoo"),
        .init(stage: .mail, words: "[mail_from]", source: "Yahoo"),
        .init(stage: .rcpt, words: "after rcpt command", source: "GMX, 1&1"),
        .init(stage: .mail, words: "after mail command", source: "GMX, 1&1"),
        .init(stage: .rcpt, words: "in rcpt to", source: "SendGrid"),
        .init(stage: .connect, words: "connection refused by", source: "Sendmail sendmail/deliver.c"),
        .init(stage: .connect, words: "connection timed out with", source: "Sendmail sendmail/deliver.c"),
    ]
}

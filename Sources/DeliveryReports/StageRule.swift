/// One line of the table that tells at which stage an answer came.
struct StageRule: Sendable {
    let stage: Stage
    /// In small letters; found in the diagnostic or in the text for people.
    let words: StaticString
    /// The program and source file that has the words.
    let source: String

    /// The stage a text tells; the first row that matches wins.
    static func stage(of text: [UInt8]) -> Stage {
        table.first { Phrase.place(of: $0.words, in: text) != nil }?.stage ?? .unknown
    }

    static let table: [StageRule] = postfix + exim + others

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

    private static let others: [StageRule] = [
        .init(stage: .rcpt, words: "mail+rcpt ", source: "chasquid internal/courier/smtp.go"),
        .init(stage: .rcpt, words: ">>> rcpt to:", source: "Sendmail usersmtp.c, Courier esmtpclient.c"),
        .init(stage: .mail, words: ">>> mail from:", source: "Sendmail usersmtp.c, Courier esmtpclient.c"),
        .init(stage: .data, words: ">>> data", source: "Sendmail usersmtp.c, Courier esmtpclient.c"),
    ]
}

/// What parts a text for people from the message that it returns. In small letters.
enum ReturnedPhrases {
    static let probes = PhraseProbes(separators)

    /// What a separating line says, without its decoration.
    static let separators: [StaticString] = [
        "below this line is a copy of the m", "below the next line is a copy of the message",
        "enclosed is a copy of the message", "undelivered message follows", "mensaje original adjunto",
        "this is a copy of the message, including all the headers",
        "this is a copy of your message, including all the headers",
        "this is a copy of the message's headers", "this is a copy of the headers",
        "the header of the original message is following", "included is a copy of the message header",
        "original message", "message header follows", "message headers follow", "unsent message follows",
        "unsent message below", "no message was collected", "message body suppressed",
        "below is a copy of the original message", "returned message", "message text follows",
        "message contents follow", "start of returned message", "returned mail follows",
        "header of the source mail attached", "possibly truncated original message follows",
        "a copy of the original message below this line", "original mail as follows", "original mail info",
        "your message reads (in part)", "here is your returned mail", "forwarded message",
        "rest of message truncated", "the body of the message is",
    ]
}

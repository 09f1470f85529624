/// What was said of one recipient's mail, the surest words first.
///
/// A server's own answer outranks what the reporting program says of it, and that outranks the text
/// around it, which likes to name every reason there could be. So each text is asked alone, and the
/// next one only where it said nothing.
struct Statements {
    /// One text, and where it stood; made ready for being searched when it is asked.
    final class Statement {
        /// In small letters, every run of white space one space.
        let words: [UInt8]
        let source: Recipient.Source
        /// Whether it begins with a server's answer (`smtp;`).
        let isReply: Bool
        /// The form of the report; nil where it does not matter.
        let format: Format?
        /// All of it.
        private(set) lazy var all = SearchText(words)
        /// All of it without what people and hosts call themselves.
        private(set) lazy var said = SearchText(Phrase.withoutNames(words))

        init(_ words: [UInt8], source: Recipient.Source, isReply: Bool, format: Format?) {
            self.words = words
            self.source = source
            self.isReply = isReply
            self.format = format
        }
    }

    private(set) var list: [Statement] = []
    /// What a service says of a mailbox of its own; as to the reason, it outranks all others.
    private let own: Statement?
    /// The form of the report they stand in, where the same words mean another thing in another's.
    private let format: Format?

    /// Begins a list.
    ///
    /// - Parameters:
    ///   - report: All that the report tells people; nil where that is not at hand.
    ///   - format: The form of the report.
    init(in report: SearchText? = nil, format: Format? = nil) {
        own = report.flatMap(OwnerPhrases.sentence).map {
            Statement($0, source: .text, isReply: false, format: format)
        }
        self.format = format
    }

    /// All of them in the order in which they are asked for the reason.
    var byRank: [Statement] { own.map { [$0] + list } ?? list }

    /// Adds a text behind those that are surer; an empty one says nothing.
    mutating func add(_ words: [UInt8], source: Recipient.Source, isReply: Bool = false) {
        guard !words.isEmpty, list.last?.words != words else { return }
        list.append(Statement(words, source: source, isReply: isReply, format: format))
    }

    /// Whether there are but names, and what lists are drawn with.
    var saysNothing: Bool {
        list.allSatisfy { !$0.said.octets.contains { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 >= 0x80 } }
    }

    /// Whether anything at all was said.
    var isEmpty: Bool { list.isEmpty }

    /// The first status code that says why, else the first one.
    func status() -> (status: EnhancedStatus, source: Recipient.Source)? {
        var vague: (EnhancedStatus, Recipient.Source)?
        for statement in list {
            guard let found = EnhancedStatus.first(in: statement.said.octets) else { continue }
            if !found.isVague { return (found, statement.source) }
            vague = vague ?? (found, statement.source)
        }
        return vague
    }

    /// The status code in the server's own answer, where that answer is at hand.
    func answer() -> EnhancedStatus? {
        list.first.flatMap { $0.isReply ? EnhancedStatus.first(in: $0.said.octets) : nil }
    }

    /// The first reply code.
    func replyCode() -> Int? {
        list.lazy.compactMap { ReplyCode.first(in: $0.all, isReply: $0.isReply) }.first
    }

    /// The stage that the first telling text tells; a server that answered was found and reached, whatever
    /// its answer says of other hosts.
    func stage() -> Stage {
        list.lazy.map { statement in
            let isAnswer = statement.isReply && ReplyCode.begins(statement.words)
            return StageRule.stage(of: statement.all, in: isAnswer ? StageRule.answers : StageRule.table)
        }.first { $0 != .unknown } ?? .unknown
    }

    /// The remote host that the first telling text names; a server's answer likes to name the client.
    func remoteHost() -> RemoteHost? {
        list.lazy.filter { !$0.isReply }.compactMap { RemoteHost.find(in: $0.all) }.first
    }
}

import ReturnPathCore

/// Takes octets of the policy protocol in and gives answers out (Postfix SMTPD_POLICY_README): a question is lines of
/// `name=value` and an empty line, an answer is one line and an empty line.
package struct PolicyConversation {
    private var pending: [UInt8] = []

    package init() {}

    /// The question is longer than any that Postfix asks.
    package struct TooLong: Error, Hashable {}

    /// Answers every question that is complete now.
    ///
    /// - Parameter answer: Called once for each question, in their order.
    /// - Returns: The answers' octets.
    package mutating func take(_ octets: some Sequence<UInt8>, answer: (PolicyQuestion) -> PolicyAnswer)
        throws(TooLong) -> [UInt8]
    {
        var answers: [UInt8] = []
        var searched = max(pending.count - 1, 0)
        pending += octets
        var start = 0
        while let end = emptyLine(from: max(searched, start)) {
            let question = PolicyQuestion(String(decoding: pending[start..<end], as: UTF8.self))
            answers += "action=\(answer(question).action)\n\n".utf8
            start = end + 2
            searched = start
        }
        pending.removeFirst(start)
        guard pending.count <= PolicyQuestion.longest else { throw TooLong() }
        return answers
    }

    /// Where two line ends follow each other.
    private func emptyLine(from start: Int) -> Int? {
        let newline = UInt8(ascii: "\n")
        var index = start
        while index + 1 < pending.count {
            if pending[index] == newline, pending[index + 1] == newline { return index }
            index += 1
        }
        return nil
    }
}

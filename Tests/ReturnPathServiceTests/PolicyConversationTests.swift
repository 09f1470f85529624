import ReturnPathCore
import ReturnPathService
import Testing

@Suite("The policy protocol")
struct PolicyConversationTests {
    private static let text = (1...3).map {
        "request=smtpd_access_policy\nprotocol_state=RCPT\nsender=a\($0)=b@c.example\nsender=x\nrecipient=r\n\n"
    }.joined()

    @Test("a question may come in pieces, and several at once", arguments: [1, 2, 7, 64, 4096])
    func pieces(size: Int) throws {
        var conversation = PolicyConversation()
        var asked: [String] = []
        var answers: [UInt8] = []
        var rest = Array(Self.text.utf8)[...]
        while !rest.isEmpty {
            answers += try conversation.take(rest.prefix(size)) { question in
                asked.append("\(question.state) \(question.sender) \(question.recipient)")
                return .dunno
            }
            rest = rest.dropFirst(size)
        }
        // Of a name that stands there twice the first counts.
        #expect(asked == (1...3).map { "RCPT a\($0)=b@c.example r" })
        #expect(String(decoding: answers, as: UTF8.self) == String(repeating: "action=DUNNO\n\n", count: 3))
    }

    @Test("a question without an end is not kept for ever")
    func endless() throws {
        var conversation = PolicyConversation()
        let piece = [UInt8](repeating: 0x61, count: PolicyQuestion.longest)
        #expect(try conversation.take(piece) { _ in .dunno }.isEmpty)
        #expect(throws: PolicyConversation.TooLong.self) { try conversation.take([0x61]) { _ in .dunno } }
    }

    @Test("what is no question is not answered with a refusal")
    func foreign() throws {
        var conversation = PolicyConversation()
        var states: [String] = []
        _ = try conversation.take(Array("protocol_state=RCPT\nrecipient=r\n\n=\n\n".utf8)) { question in
            states.append(question.state)
            return .dunno
        }
        #expect(states == ["", ""])
    }
}

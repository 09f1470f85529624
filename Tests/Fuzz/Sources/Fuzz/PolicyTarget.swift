import ReturnPathCore
import ReturnPathService

/// The policy protocol, from octets up to the written answer (Postfix SMTPD_POLICY_README).
enum PolicyTarget {
    private static let names = Names(
        dual: "dual.check.example", author: "author.check.example", six: "six.check.example",
        test: "test.check.example", bare: "bare.check.example")
    private static let relay = Relay(
        addresses: Set([IPAddress("2001:db8:25::26")].compactMap(\.self)), authservID: "relay.check.example")
    private static let gate = Gate(names: names, signer: Signer(secret: [UInt8](0..<32)), relay: relay)
    private static let allowance = Allowance(hour: 3, day: 4)
    private static let limits = CheckLimits(
        address: allowance, domain: allowance, network: allowance, provider: allowance, total: allowance,
        providers: SharedProviders())

    static func run(_ bytes: [UInt8]) {
        guard let (questions, answers) = converse(bytes, step: max(bytes.count, 1)) else { return }
        demand(questions.count <= bytes.count / 2, "no question is shorter than its end")
        let lines = answers.split(separator: 0x0A, omittingEmptySubsequences: false)
        demand(lines.count == 2 * questions.count + 1, "every answer is one line and an empty line")
        for (index, line) in lines.enumerated() {
            guard index.isMultiple(of: 2), index + 1 < lines.count else {
                demand(line.isEmpty, "an empty line ends an answer")
                continue
            }
            demand(line.starts(with: "action=".utf8) && line.count > 7, "a line is an action")
            demand(line.allSatisfy { (0x20...0x7E).contains($0) }, "an action is printable")
            demand(line.count < 512, "a reply fits SMTP (RFC 5321 §4.5.3.1.5)")
        }
        let step = Int(bytes.first ?? 0) % 13 + 1
        guard let again = converse(bytes, step: step) else { return }
        demand(again.questions == questions && again.answers == answers, "pieces read like the whole")
    }

    /// What is asked and answered where octets come in pieces; nil where the conversation was ended.
    private static func converse(_ bytes: [UInt8], step: Int) -> (
        questions: [PolicyQuestion], answers: [UInt8]
    )? {
        var conversation = PolicyConversation()
        var questions: [PolicyQuestion] = []
        var answers: [UInt8] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            do {
                answers += try conversation.take(rest.prefix(step)) { question in
                    questions.append(question)
                    return answer(to: question)
                }
            } catch {
                demand(bytes.count > PolicyQuestion.longest, "only what is too long ends a conversation")
                return nil
            }
            rest = rest.dropFirst(step)
        }
        return (questions, answers)
    }

    /// The gate's answer; where it would ask the database, one of those that the database has.
    private static func answer(to question: PolicyQuestion) -> PolicyAnswer {
        let opinion = gate.opinion(on: question)
        demand(gate.opinion(on: question) == opinion, "the same question has the same answer")
        switch opinion {
        case .settled(let answer): return answer
        case .request(let path, let network, let name):
            demand(question.state == "RCPT", "only a recipient can be a request")
            demand(name.takesRequests, "only some names take requests")
            demand(path.text == question.sender, "the sender is as it came")
            demand(!path.text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }, "and one line")
            return looked(up: limits.pools(for: path, network: network), text: path.text)
        }
    }

    private static func looked(up pools: [Pool], text: String) -> PolicyAnswer {
        demand(!pools.isEmpty, "every sender has limits")
        switch text.utf8.count % 4 {
        case 0: return .dunno
        case 1: return .deferred
        case 2: return .refused(.blocked(operator: "postmaster@check.example"))
        default:
            let pool = pools[text.utf8.count / 4 % pools.count]
            return .refused(.exhausted(Exhaustion(pool, .hour, until: 1_795_492_800)))
        }
    }
}

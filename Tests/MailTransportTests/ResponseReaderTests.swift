import ReturnPathCore
import Testing

@testable import MailTransport

/// Answers of the DNS as octets, which a resolver in between may have from anybody (RFC 1035 §4.1).
@Suite("Raw answers of the DNS")
struct ResponseReaderTests {
    /// An answer to a question for `a.example` with records of one type, each named by a pointer to the question.
    private static func response(_ type: UInt8, _ records: [[UInt8]]) -> [UInt8] {
        let header: [UInt8] = [0, 1, 0x81, 0x80, 0, 1, 0, UInt8(records.count), 0, 0, 0, 0]
        let question = [1] + Array("a".utf8) + [7] + Array("example".utf8) + [0, 0, type, 0, 1]
        return records.reduce(header + question) { octets, record in
            let length = [UInt8(record.count >> 8), UInt8(record.count & 0xFF)]
            return octets + [0xC0, 12, 0, type, 0, 1, 0, 0, 1, 44] + length + record
        }
    }

    private func answer(_ type: Question.RecordType, _ octets: [UInt8]) -> Answer {
        octets.withUnsafeBufferPointer {
            ResponseReader.answer(to: Question("a.example", type), response: $0, status: 0)
        }
    }

    private static func label(_ text: String) -> [UInt8] { [UInt8(text.utf8.count)] + Array(text.utf8) }

    @Test("names keep a dot that is an octet of a label")
    func dots() {
        let mx = [0, 10] + Self.label("mx") + Self.label("exampl.") + [0]
        #expect(
            answer(.mx, Self.response(15, [mx]))
                == .records([.exchange(preference: 10, host: #"mx.exampl\."#)]))
    }

    @Test("a space in a name does not part it in two")
    func spaces() {
        let mx = [0, 10] + Self.label("m x") + Self.label("example") + [0]
        #expect(
            answer(.mx, Self.response(15, [mx]))
                == .records([.exchange(preference: 10, host: #"m\032x.example"#)]))
    }

    @Test("a name that is longer than names can be makes the answer a bad one", arguments: [0, 1])
    func longNames(more: Int) {
        // Four labels: 3 × 64 octets and 61 or 62, with the last, empty one 255 or 256.
        let labels = Array(repeating: String(repeating: "a", count: 63), count: 3)
        let last = String(repeating: "b", count: 61 + more)
        let mx = [0, 10] + (labels + [last]).flatMap(Self.label) + [0]
        let host = (labels + [last]).joined(separator: ".")
        let found = answer(.mx, Self.response(15, [mx]))
        #expect((found == .records([.exchange(preference: 10, host: host)])) == (more == 0), "\(found)")
    }

    @Test("control characters in names come escaped or not at all, and such a name cannot be asked for")
    func controls() {
        let name = Self.label("a\u{1B}[2J") + Self.label("example") + [0]
        let exchange = Answer.Record.exchange(preference: 10, host: #"a\027[2J.example"#)
        #expect(answer(.mx, Self.response(15, [[0, 10] + name])) == .records([exchange]))
        #expect(!Question(#"a\027[2J.example"#, .a).isAskable)
        if case .failed = answer(.ptr, Self.response(12, [name])) { return }
        Issue.record("\(answer(.ptr, Self.response(12, [name])))")
    }

    @Test(
        "a name that points at itself, or behind the end, is no answer",
        arguments: [41, 0x3F, 255] as [UInt8])
    func loops(offset: UInt8) {
        let octets = Self.response(15, [[0, 10, 1, 0x61, 0xC0, offset]])
        if case .failed = answer(.mx, octets) { return }
        Issue.record("\(answer(.mx, octets))")
    }
}

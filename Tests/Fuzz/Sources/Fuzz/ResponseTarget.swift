import CCares
import MailTransport
import ReturnPathCore

/// Raw answers of the DNS (RFC 1035 §4.1): the first octet chooses the type of record, the rest is the message.
enum ResponseTarget {
    static func run(_ bytes: [UInt8]) {
        let types = Question.RecordType.allCases
        let type = types[Int(bytes.first ?? 0) % types.count]
        // A copy that ends where its memory does: what is read behind its end is found.
        let response = Array(bytes.dropFirst())
        let answer = answer(type, response)
        demand(self.answer(type, response) == answer, "reading twice gives the same")
        if case .records = answer { demand(!answer.records.isEmpty, "records are never none") }
        // A record has a name, type, class, time to live and length (RFC 1035 §4.1.3).
        demand(answer.records.count <= response.count / 11, "there are no more records than fit")
        var octets = 0
        for record in answer.records { octets += check(record, type) }
        demand(octets <= response.count, "texts are no longer than what came")
        for status in [ARES_ENODATA, ARES_ESERVFAIL, ARES_EBADRESP] {
            demand(self.answer(type, response, status).records.isEmpty, "a failure has no records")
        }
    }

    private static func answer(_ type: Question.RecordType, _ response: [UInt8], _ status: Int32 = 0)
        -> Answer
    {
        response.withUnsafeBufferPointer {
            ResponseReader.answer(
                to: Question("name.tester.example", type), response: $0, status: status)
        }
    }

    /// Returns the octets of text that a record holds.
    private static func check(_ record: Answer.Record, _ type: Question.RecordType) -> Int {
        switch record {
        case .address(let address):
            demand(address.bytes.count == (address.family == .ipv4 ? 4 : 16), "an address is whole")
            demand(type == .a || type == .aaaa, "addresses come to whoever asked for them")
            demand(type == .aaaa || address.family == .ipv4, "an A record is IPv4")
        case .exchange(_, let host):
            demand(type == .mx, "hosts come to whoever asked for them")
            demandName(host)
        case .name(let name):
            demand(type == .ptr, "names come to whoever asked for them")
            demandName(name)
        case .text(let text):
            demand(type == .txt, "texts come to whoever asked for them")
            // An octet that is not UTF-8 becomes three.
            return text.utf8.count / 3
        case .alias: demand(type == .a || type == .aaaa, "an alias leads to an address")
        }
        return 0
    }

    /// A name has at most 255 octets on the wire, a label 63 (RFC 1035 §2.3.4); what is not visible comes escaped.
    private static func demandName(_ name: String) {
        demand(
            name.utf8.allSatisfy { (0x21...0x7E).contains($0) },
            "a name is visible ASCII: \(name.debugDescription)")
        var labels = [0]
        var rest = Array(name.utf8)[...]
        while let octet = rest.popFirst() {
            if octet == UInt8(ascii: ".") {
                labels.append(0)
                continue
            }
            labels[labels.count - 1] += 1
            guard octet == UInt8(ascii: "\\") else { continue }
            demand(!rest.isEmpty, "an escape is whole")
            let isNumber = rest.first.map { (0x30...0x39).contains($0) } ?? false
            rest = rest.dropFirst(isNumber ? 3 : 1)
        }
        demand(labels.allSatisfy { $0 <= 63 }, "no label is longer than allowed")
        demand(labels.reduce(labels.count + 1, +) <= 256, "no name is longer than allowed")
    }
}

import MailTransport
import ReturnPathCore

extension Answer {
    var addresses: [IPAddress] {
        records.compactMap { if case .address(let address) = $0 { address } else { nil } }
    }
    var exchanges: [(preference: UInt16, host: String)] {
        records.compactMap {
            if case .exchange(let preference, let host) = $0 { (preference, host) } else { nil }
        }
    }
    var texts: [String] { records.compactMap { if case .text(let text) = $0 { text } else { nil } } }
    var names: [String] {
        records.compactMap { if case .name(let name) = $0 { name.lowercased() } else { nil } }
    }

    /// A failure in words, for the end of a sentence.
    var words: String {
        switch self {
        case .records, .noData, .nxDomain: "it has an answer"
        case .serverFailure: "the server could not find out (SERVFAIL)"
        case .refused: "the server refuses to answer (REFUSED)"
        case .timedOut: "no answer in time"
        case .unreachable: "there is no server at its address"
        case .unaskable: "the name cannot be asked for"
        case .failed(let reason): reason
        }
    }
}

extension Question.RecordType {
    /// The type with its article, for the middle of a sentence.
    var article: String {
        switch self {
        case .a, .aaaa, .mx: "an \(rawValue.uppercased())"
        case .txt, .ptr: "a \(rawValue.uppercased())"
        }
    }
}

import CCares
import Glibc
import ReturnPathCore

/// Turns what c-ares hands back into an ``Answer``; everything it allocates is freed here.
package enum ResponseReader {
    /// Addresses that are read of one response at most; the rest is dropped.
    package static let mostAddresses = 256

    /// Reads one response.
    ///
    /// - Parameters:
    ///   - question: What was asked.
    ///   - response: The DNS message; may be empty where `status` is an error.
    ///   - status: c-ares' status of the look-up.
    package static func answer(
        to question: Question, response: UnsafeBufferPointer<UInt8>, status: Int32
    ) -> Answer {
        guard let octets = response.baseAddress, status == ARES_SUCCESS else {
            return answer(for: status)
        }
        let length = Int32(clamping: response.count)
        let (result, records) =
            switch question.type {
            case .a: addresses4(octets, length)
            case .aaaa: addresses6(octets, length)
            case .mx: exchanges(octets, length)
            case .txt: texts(octets, length)
            case .ptr: names(octets, length)
            }
        // A name that is malformed was the answer's, not ours; c-ares does not count how long one is.
        if result == ARES_EBADNAME || records.contains(where: \.hasLongName) {
            return answer(for: ARES_EBADRESP)
        }
        guard result == ARES_SUCCESS else { return answer(for: result) }
        return records.isEmpty ? .noData : .records(records)
    }

    /// The answer that a status stands for; success without records is no data.
    private static func answer(for status: Int32) -> Answer {
        switch status {
        case ARES_SUCCESS, ARES_ENODATA: .noData
        case ARES_ENOTFOUND: .nxDomain
        case ARES_ESERVFAIL: .serverFailure
        case ARES_EREFUSED: .refused
        case ARES_ETIMEOUT, ARES_ECANCELLED, ARES_EDESTRUCTION: .timedOut
        case ARES_ECONNREFUSED: .unreachable
        case ARES_EBADNAME: .unaskable
        default: .failed(reason: String(cString: ares_strerror(status)))
        }
    }

    private typealias Reading = (status: Int32, records: [Answer.Record])

    private static func addresses4(_ octets: UnsafePointer<UInt8>, _ length: Int32) -> Reading {
        var found = [ares_addrttl](repeating: ares_addrttl(), count: mostAddresses)
        var count = Int32(found.count)
        var host: UnsafeMutablePointer<hostent>?
        let status = ares_parse_a_reply(octets, length, &host, &found, &count)
        defer { if let host { ares_free_hostent(host) } }
        guard status == ARES_SUCCESS else { return (status, []) }
        let records = found.prefix(max(0, Int(count))).compactMap { entry in
            withUnsafeBytes(of: entry.ipaddr) { IPAddress(bytes: Array($0)) }
        }
        return (status, records.map { .address($0) } + (records.isEmpty ? [] : alias(host)))
    }

    private static func addresses6(_ octets: UnsafePointer<UInt8>, _ length: Int32) -> Reading {
        var found = [ares_addr6ttl](repeating: ares_addr6ttl(), count: mostAddresses)
        var count = Int32(found.count)
        var host: UnsafeMutablePointer<hostent>?
        let status = ares_parse_aaaa_reply(octets, length, &host, &found, &count)
        defer { if let host { ares_free_hostent(host) } }
        guard status == ARES_SUCCESS else { return (status, []) }
        let records = found.prefix(max(0, Int(count))).compactMap { entry in
            withUnsafeBytes(of: entry.ip6addr) { IPAddress(bytes: Array($0)) }
        }
        return (status, records.map { .address($0) } + (records.isEmpty ? [] : alias(host)))
    }

    /// Whether an alias was followed.
    private static func alias(_ host: UnsafeMutablePointer<hostent>?) -> [Answer.Record] {
        host?.pointee.h_aliases?.pointee == nil ? [] : [.alias]
    }

    private static func exchanges(_ octets: UnsafePointer<UInt8>, _ length: Int32) -> Reading {
        var list: UnsafeMutablePointer<ares_mx_reply>?
        let status = ares_parse_mx_reply(octets, length, &list)
        defer { ares_free_data(list) }
        var records: [Answer.Record] = []
        var next = status == ARES_SUCCESS ? list : nil
        while let entry = next {
            let host = entry.pointee.host.map { String(cString: $0) } ?? ""
            records.append(.exchange(preference: entry.pointee.priority, host: host.presented))
            next = entry.pointee.next
        }
        return (status, records)
    }

    private static func texts(_ octets: UnsafePointer<UInt8>, _ length: Int32) -> Reading {
        var list: UnsafeMutablePointer<ares_txt_ext>?
        let status = ares_parse_txt_reply_ext(octets, length, &list)
        defer { ares_free_data(list) }
        var values: [[UInt8]] = []
        var next = status == ARES_SUCCESS ? list : nil
        while let entry = next {
            let piece = UnsafeBufferPointer(start: entry.pointee.txt, count: entry.pointee.length)
            if entry.pointee.record_start != 0 || values.isEmpty {
                values.append(Array(piece))
            } else {
                values[values.count - 1] += piece
            }
            next = entry.pointee.next
        }
        return (status, values.map { .text(String(decoding: $0, as: UTF8.self)) })
    }

    private static func names(_ octets: UnsafePointer<UInt8>, _ length: Int32) -> Reading {
        var host: UnsafeMutablePointer<hostent>?
        let status = ares_parse_ptr_reply(octets, length, nil, 0, AF_INET, &host)
        defer { if let host { ares_free_hostent(host) } }
        guard status == ARES_SUCCESS, var alias = host?.pointee.h_aliases else { return (status, []) }
        var records: [Answer.Record] = []
        while let name = alias.pointee {
            records.append(.name(String(cString: name).presented))
            alias += 1
        }
        return (status, records)
    }
}

extension String {
    /// The name as it is compared and shown: an absolute name's final dot says nothing to us, while one behind a
    /// backslash is an octet of the last label; c-ares leaves a space as it is, which must not part a name in two
    /// (RFC 1035 §5.1).
    fileprivate var presented: String {
        let name = contains(" ") ? replacing(" ", with: #"\032"#) : self
        guard name.utf8.last == UInt8(ascii: ".") else { return name }
        let backslashes = name.utf8.dropLast().reversed().prefix { $0 == UInt8(ascii: "\\") }
        return backslashes.count.isMultiple(of: 2) ? String(name.dropLast()) : name
    }
}

extension Answer.Record {
    /// Whether its name has more than 255 octets on the wire (RFC 1035 §2.3.4): each escape is one of them, and each
    /// label has one more that counts it.
    fileprivate var hasLongName: Bool {
        let name: String
        switch self {
        case .exchange(_, let host): name = host
        case .name(let found): name = found
        case .address, .alias, .text: return false
        }
        guard name.utf8.count > 253 else { return false }
        var count = 2
        var octets = Array(name.utf8)[...]
        while let octet = octets.popFirst() {
            count += 1
            guard octet == UInt8(ascii: "\\"), let next = octets.first else { continue }
            octets = octets.dropFirst((0x30...0x39).contains(next) ? 3 : 1)
        }
        return count > 255
    }
}

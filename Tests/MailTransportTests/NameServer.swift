import Glibc
import Synchronization

/// A tiny DNS server on a loopback port, which says to each question what the test wants said.
///
/// It answers over UDP only and by its own code, so that the resolver under test meets bytes that it
/// did not write. It works until it is stopped.
final class NameServer: Sendable {
    /// How it behaves towards one question.
    enum Reply: Sendable {
        /// The response code, and the data of answer records of the type asked for.
        case answer(code: UInt8 = 0, [[UInt8]] = [])
        /// An alias in the answer section, then records of the type asked for under the new name.
        case alias(String, [[UInt8]])
        /// Nothing is sent.
        case silence
        /// Octets after the question's identifier, whatever they are.
        case garbage([UInt8])
    }

    /// The port that it listens on, at 127.0.0.1.
    let port: UInt16
    /// How many questions came, by name.
    private let counts = Mutex<[String: Int]>([:])
    private let descriptor: Int32
    private let reply: @Sendable (_ name: String, _ type: UInt16) -> Reply

    struct CannotListen: Error {}

    /// Starts to listen and to answer on a thread of its own.
    init(reply: @escaping @Sendable (_ name: String, _ type: UInt16) -> Reply) throws {
        descriptor = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        guard let bound = Self.bindToLoopback(descriptor) else { throw CannotListen() }
        port = bound
        self.reply = reply
        var thread = pthread_t()
        let context = Unmanaged.passRetained(self).toOpaque()
        let result = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<NameServer>.fromOpaque(context).takeRetainedValue().serve()
                return nil
            }, context)
        guard result == 0 else { throw CannotListen() }
        pthread_detach(thread)
    }

    /// Ends it; its thread closes the port.
    func stop() { shutdown(descriptor, Int32(SHUT_RDWR)) }

    /// How many questions came for a name.
    func count(of name: String) -> Int { counts.withLock { $0[name, default: 0] } }

    private static func bindToLoopback(_ descriptor: Int32) -> UInt16? {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        return withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                guard bind(descriptor, generic, length) == 0, getsockname(descriptor, generic, &length) == 0
                else { return nil }
                return pointer.pointee.sin_port.bigEndian
            }
        }
    }

    private func serve() {
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 4096)
        var goesOn = true
        while goesOn {
            var peer = sockaddr_storage()
            var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
            goesOn = withUnsafeMutablePointer(to: &peer) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                    let count = recvfrom(descriptor, &buffer, buffer.count, 0, generic, &length)
                    guard count > 12 else { return count > 0 }
                    guard let response = response(to: Array(buffer[..<count])) else { return true }
                    return sendto(descriptor, response, response.count, 0, generic, length) >= 0
                }
            }
        }
    }

    /// The response to a question; `nil` for silence.
    private func response(to question: [UInt8]) -> [UInt8]? {
        var end = 12
        var labels: [String] = []
        while end < question.count, question[end] != 0 {
            let next = end + 1 + Int(question[end])
            guard next < question.count else { return nil }
            labels.append(String(decoding: question[(end + 1)..<next], as: UTF8.self))
            end = next
        }
        guard end + 5 <= question.count else { return nil }
        let name = labels.joined(separator: ".").lowercased()
        let type = UInt16(question[end + 1]) << 8 | UInt16(question[end + 2])
        counts.withLock { $0[name, default: 0] += 1 }
        let section = question[12..<(end + 5)]
        switch reply(name, type) {
        case .silence: return nil
        case .garbage(let octets): return question[..<2] + octets
        case .answer(let code, let data):
            let records = data.flatMap { Self.record([0xc0, 12], type, $0) }
            return Self.header(question, code: code, count: data.count) + section + records
        case .alias(let target, let data):
            let encoded = Self.encoded(target)
            let alias = Self.record([0xc0, 12], 5, encoded)
            let records = data.flatMap { Self.record(encoded, type, $0) }
            return Self.header(question, code: 0, count: data.count + 1) + section + alias + records
        }
    }

    private static func header(_ question: [UInt8], code: UInt8, count: Int) -> [UInt8] {
        question[..<2] + [0x81, 0x80 | code, 0, 1, UInt8(count >> 8), UInt8(count & 255), 0, 0, 0, 0]
    }

    private static func record(_ name: [UInt8], _ type: UInt16, _ data: [UInt8]) -> [UInt8] {
        name + [UInt8(type >> 8), UInt8(type & 255), 0, 1, 0, 0, 0, 60]
            + [UInt8(data.count >> 8), UInt8(data.count & 255)] + data
    }

    /// A domain name as labels with their lengths.
    static func encoded(_ name: String) -> [UInt8] {
        name.split(separator: ".").flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) } + [0]
    }
}

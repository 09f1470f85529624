import CCares
import Glibc

/// One call's questions on one channel of c-ares, driven by poll(2) on the calling thread.
///
/// c-ares calls back exactly once for each question, at the latest when the channel is cancelled:
/// that is when the question's context is released.
final class Lookup {
    /// Questions under way at a time; more would overflow a small resolver's socket buffer.
    static let mostAtOnce = 64

    private let channel: ares_channel
    private var waiting: [Question]
    private var answers: [Question: Answer] = [:]
    private var underWay = 0

    /// What c-ares hands back to us: which question it was, and whose.
    private final class Context {
        let question: Question
        let lookup: Lookup

        init(question: Question, lookup: Lookup) {
            self.question = question
            self.lookup = lookup
        }
    }

    /// Prepares the questions; the channel must live until ``run(until:)`` has returned.
    init(channel: ares_channel, questions: [Question]) {
        self.channel = channel
        waiting = Array(Set(questions))
    }

    /// Asks everything and returns when every question has an answer.
    func run(until end: ContinuousClock.Instant) -> [Question: Answer] {
        startMore()
        while underWay > 0 {
            let now = ContinuousClock.now
            guard now < end else { break }
            waitForSockets(atMost: end - now)
            startMore()
        }
        for question in waiting { answers[question] = .timedOut }
        waiting = []
        ares_cancel(channel)
        return answers
    }

    /// Starts as many of the waiting questions as may be under way.
    private func startMore() {
        while underWay < Self.mostAtOnce, let question = waiting.popLast() {
            guard question.isAskable else {
                answers[question] = .unaskable
                continue
            }
            underWay += 1
            let context = Unmanaged.passRetained(Context(question: question, lookup: self))
            ares_query(
                channel, question.name, Int32(ns_c_in.rawValue), question.type.number,
                { context, status, _, octets, count in
                    guard let context else { return }
                    let owner = Unmanaged<Context>.fromOpaque(context).takeRetainedValue()
                    let response = UnsafeBufferPointer(start: octets, count: max(0, Int(count)))
                    owner.lookup.take(response, status: status, for: owner.question)
                }, context.toOpaque())
        }
    }

    /// Writes down the answer to one question.
    private func take(_ response: UnsafeBufferPointer<UInt8>, status: Int32, for question: Question) {
        underWay -= 1
        answers[question] = ResponseReader.answer(to: question, response: response, status: status)
    }

    /// Waits until a server answers, c-ares wants to try again, or the time is up.
    private func waitForSockets(atMost rest: Duration) {
        var sockets = [ares_socket_t](repeating: -1, count: Int(ARES_GETSOCK_MAXNUM))
        let interest = ares_getsock(channel, &sockets, Int32(sockets.count))
        var polled: [pollfd] = []
        for (index, socket) in sockets.enumerated() {
            let reads = interest >> Int32(index) & 1 != 0
            let writes = interest >> Int32(index + sockets.count) & 1 != 0
            guard reads || writes else { continue }
            let events = (reads ? POLLIN : 0) | (writes ? POLLOUT : 0)
            polled.append(pollfd(fd: socket, events: Int16(events), revents: 0))
        }
        var limit = timeval(tv_sec: Int(clamping: rest.milliseconds / 1000), tv_usec: 0)
        limit.tv_usec = Int(rest.milliseconds % 1000) * 1000
        var buffer = timeval()
        let next = ares_timeout(channel, &limit, &buffer)?.pointee ?? limit
        let pause = min(Int64(next.tv_sec), 3600) * 1000 + Int64(next.tv_usec) / 1000 + 1
        guard poll(&polled, nfds_t(polled.count), Int32(clamping: pause)) > 0 else {
            // Nothing came: let c-ares look at its clock.
            ares_process_fd(channel, -1, -1)
            return
        }
        for entry in polled where entry.revents != 0 {
            let readable = entry.revents & Int16(POLLIN | POLLERR | POLLHUP) != 0
            let writable = entry.revents & Int16(POLLOUT) != 0
            ares_process_fd(channel, readable ? entry.fd : -1, writable ? entry.fd : -1)
        }
    }
}

extension Question.RecordType {
    /// The type's number in the DNS (RFC 1035 §3.2.2, RFC 3596 §2.1).
    var number: Int32 {
        switch self {
        case .a: 1
        case .ptr: 12
        case .mx: 15
        case .txt: 16
        case .aaaa: 28
        }
    }
}

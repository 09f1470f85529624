import DeliveryReports
import ReturnPathCore
import TestSupport

/// Histories that say something of ability 1: how the request came.
extension JudgeTests {
    /// A request through the fallback, our side as it was then, and what our IPv6 mail host's log told of it.
    private static func watched(
        others: Int, _ reports: [Probe: Report?] = [:], at address: String = "2001:db8:1::25",
        isWhole: Bool = true,
        seen: String? = nil, deferred: String? = nil, fault: Health.Kind? = nil
    ) -> [Evidence] {
        let reception = Reception(
            since: start - 3600, until: start, isWhole: isWhole, others: others, seen: seen,
            deferred: deferred)
        let health = Health(faults: fault.map { [.init($0, "Something was wrong.")] } ?? [])
        let taken = all(reports).dropFirst().map { item -> Evidence in
            guard case .reported(let probe, let report) = item.fact, report.action != .failed else {
                return item
            }
            return Evidence(at: item.at, fact: .reported(probe, .relayed(at: address)), message: item.message)
        }
        return [at(0, overIPv4), at(0, .examined(health)), at(0, .watched(reception))] + taken
    }

    static let received: [Row] = [
        Row(
            "through the fallback", [at(0, overIPv4)] + all().dropFirst(), .inconclusive,
            [.deliver: .inconclusive], [.deliver: .fallbackUsed]),
        Row(
            "through the fallback, and our IPv6 mail host had seen others alone",
            watched(others: 1), .failed, [.deliver: .failed], [.deliver: .deliversOverIPv4Only]),
        Row(
            "the same, where a mail over IPv6 alone shows that our side was there",
            watched(others: 0), .failed, [.deliver: .failed]),
        Row(
            "the same, where nothing shows that",
            watched(
                others: 0, [.overIPv6: no("5.7.1", "spam", reason: .spamDetected, at: nil)], at: "192.0.2.25"),
            .inconclusive, [.deliver: .inconclusive], [.deliver: .fallbackUsed]),
        Row(
            "through the fallback, and our log begins later",
            watched(others: 1, isWhole: false), .inconclusive, [.deliver: .inconclusive],
            [.deliver: .fallbackUsed]),
        Row(
            "through the fallback, and our IPv6 mail host had seen the sender's",
            watched(others: 1, seen: "connect from mx.tester.example"), .inconclusive, [:],
            [.deliver: .fallbackUsed]),
        Row(
            "through the fallback, and our IPv6 mail host had put it off",
            watched(others: 1, deferred: "450 4.3.2"), .inconclusive, [:], [.deliver: .fallbackUsed]),
        Row(
            "through the fallback, and our IPv6 mail host's name was wrong in DNS",
            watched(others: 1, fault: .reception), .inconclusive, [:], [.deliver: .fallbackUsed]),
        Row(
            "through the fallback, and nobody looked at our own side",
            watched(others: 1).filter { $0.fact.name != "examined" }, .inconclusive, [:],
            [.deliver: .fallbackUsed]),
        Row(
            "a fault of the way to us says nothing about a refusal on the way back",
            watched(
                others: 1, [.overIPv6: no("5.7.1", "This tenant does not accept email over IPv6", .rcpt)],
                fault: .reception)
                + again(.overIPv6, no("5.7.1", "This tenant does not accept email over IPv6", .rcpt)),
            .failed, [.deliver: .inconclusive, .receive: .failed], [.receive: .refusesIPv6]),
        Row(
            "through our relay, which did not say who the client was",
            [at(0, arrived("2001:db8:1::40", isRelay: true))] + all().dropFirst(), .inconclusive,
            [.deliver: .inconclusive], [.deliver: .fallbackUsed]),
        Row(
            "first through the fallback, then over IPv6",
            [at(0, overIPv4), at(5, arrival)] + all().dropFirst(), .passed, [.deliver: .passed]),
    ]
}

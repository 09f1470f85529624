/// The names of all that facts hold, in one type.
///
/// Each process that reads facts searches the whole program once for every type of keys; with a type of its own for each
/// kind of fact, as the compiler would write them, that search is a tenth of what a delivery report costs
/// (docs/decisions/0006).
enum FactKey: String, CodingKey {
    case fact, probe, arrival, reason, attempt, report, health, survey, reception, name, client, clientName,
        helo, relay, faults, kind, text, at, outcome, host, address, encryption, status, reply, lines, author,
        tokenPlace, action, replyCode, diagnostic, stage, finalRecipient, reportingMTA, remoteMTA,
        remoteAddress, proof, since, until, isWhole, others, seen, deferred, route, hosts, omittedHosts,
        hasDNS64, preference, isAlias, ipv4, ipv6, addresses, scope, port, greeting
}

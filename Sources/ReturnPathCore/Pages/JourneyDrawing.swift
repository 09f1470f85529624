/// The way there and back as a picture: their server, our name, our mails, their hosts.
struct JourneyDrawing {
    private let words: PageWords.Journey
    private let names: Names

    init(_ words: PageWords.Journey, _ names: Names) {
        self.words = words
        self.names = names
    }

    /// Draws it.
    ///
    /// - Parameters:
    ///   - delivery: The finding about ability 1.
    ///   - mails: Each kind of mail with where it stands and the host that it got to.
    func drawing(delivery: Finding, mails: [(kind: ProbeKind, state: ProbeState, report: Report?)]) -> Drawing
    {
        let arrival = Self.arrival(delivery)
        let way = way(arrival, delivery.outcome)
        var drawing = Drawing(description(arrival, way.words, mails))
        drawing.box(x: 1, y: 4, width: 358, height: 64, "node")
        drawing.text(x: 14, y: 24, words.yourServer, "strong")
        drawing.text(x: 14, y: 42, arrival?.shownName ?? words.notHere, "plain")
        if let arrival { drawing.text(x: 14, y: 58, arrival.client.text, "address") }
        drawing.path("M22 68V112", "line \(way.tone.rawValue)")
        drawing.path("M16 106L22 113L28 106", "line \(way.tone.rawValue)")
        drawing.mark(x: 22, y: 88, way.symbol, way.tone)
        drawing.text(x: 42, y: 92, way.words, "plain")
        drawing.box(x: 1, y: 114, width: 358, height: 46, "node")
        drawing.text(x: 14, y: 134, isFallback(arrival) ? words.ourFallback : words.ourName, "strong")
        drawing.text(x: 14, y: 151, names.name(arrival?.name ?? .test), "address")
        var top = 160
        for mail in mails {
            row(mail, top, &drawing)
            top += 76
        }
        drawing.height = top + 6
        return drawing
    }

    private func row(
        _ mail: (kind: ProbeKind, state: ProbeState, report: Report?), _ top: Int, _ drawing: inout Drawing
    ) {
        let tone = Tone(mail.state)
        drawing.path("M22 \(top)V\(top + 30)", "line trunk")
        if mail.kind != .sixAuthor { drawing.path("M22 \(top + 50)V\(top + 76)", "line trunk") }
        drawing.path("M22 \(top + 40)H52", "line \(tone.rawValue)")
        drawing.path("M46 \(top + 34)L53 \(top + 40)L46 \(top + 46)", "line \(tone.rawValue)")
        drawing.mark(x: 22, y: top + 40, mail.state.symbol, tone)
        drawing.box(x: 56, y: top + 10, width: 303, height: 62, "node \(tone.rawValue)")
        drawing.text(x: 66, y: top + 28, words.mail(mail.kind), "strong")
        drawing.text(x: 66, y: top + 46, outcome(mail.state, mail.report), "plain", most: 46)
        if let address = mail.report?.remoteAddress {
            drawing.text(x: 66, y: top + 63, address.text, "address")
        }
    }

    /// The state of a mail and the host that it got to.
    private func outcome(_ state: ProbeState, _ report: Report?) -> String {
        guard let report else { return words.state(state) }
        let host = report.remoteMTA ?? report.remoteAddress?.text
        return host.map { "\(words.state(state)): \($0)" } ?? words.noHost(state)
    }

    private func isFallback(_ arrival: Arrival?) -> Bool { arrival.map { !$0.isOverIPv6 } ?? false }

    private static func arrival(_ delivery: Finding) -> Arrival? {
        if case .arrival(let arrival) = delivery.basis { arrival } else { nil }
    }

    private func way(
        _ arrival: Arrival?, _ outcome: Outcome
    ) -> (words: String, symbol: String, tone: Tone) {
        let way = arrival.map { $0.isOverIPv6 ? words.overIPv6 : words.throughFallback }
        return (way ?? words.notHere, outcome.symbol, Tone(outcome))
    }

    /// The same in words.
    private func description(
        _ arrival: Arrival?, _ way: String,
        _ mails: [(kind: ProbeKind, state: ProbeState, report: Report?)]
    ) -> String {
        let first = "\(words.yourServer) \(arrival?.host ?? ""): \(way)."
        return
            ([first]
            + mails.map { mail in
                let address = mail.report?.remoteAddress.map { " [\($0.text)]" } ?? ""
                return "\(words.mail(mail.kind)): \(outcome(mail.state, mail.report))\(address)."
            }).joined(separator: " ")
    }
}

extension Names {
    /// The name of a kind.
    func name(_ kind: NameKind) -> String {
        switch kind {
        case .dual: dual
        case .author: author
        case .six: six
        case .test: test
        case .bare: bare
        }
    }
}

extension Arrival {
    /// The host's name, or what it called itself.
    fileprivate var shownName: String {
        clientName.isEmpty || clientName == "unknown" ? helo : clientName
    }
}

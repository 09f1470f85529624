/// The first page: what this is, where to write to, and how the visitor's own browser is connected.
package struct StartPage: Sendable {
    private let site: Site
    private let renderer: PageRenderer

    package init(_ site: Site, _ renderer: PageRenderer) {
        self.site = site
        self.renderer = renderer
    }

    /// The page as text.
    package func text(_ language: Language) -> String {
        let words = PageWords.of(language).start
        let frame = PageFrame(site, language)
        var values: [String: Any] = [
            "isStart": true, "translation": frame.translation(Site.start), "script": Site.script,
            "address": "\(RequestAddress(language).localPart)@\(site.names.test)",
            "subject": Self.encoded(words.subject),
            "words": Self.texts(words), "result": words.result(max(1, Int(site.firstVerdict / 60))),
            "kept": words.keptText(Int(site.messagesKept / 86_400), Int(site.checksKept / 86_400)),
            "connection": Self.texts(words.connection),
        ]
        if let questions = site.questions {
            values["names"] = [
                "ipv4": questions.ipv4, "ipv6": questions.ipv6, "dual": questions.dual,
                "answers": Self.answers(words.connection),
            ]
        }
        let asked = site.questions.map { [$0.ipv4, $0.ipv6, $0.dual] } ?? []
        values["policy"] = PageFrame.policy(script: true, asking: asked)
        return renderer.page(.start, frame.values(title: words.title, depth: frame.depth, values))
    }

    /// What the script shows, by case.
    private static func answers(_ words: PageWords.Connection) -> [[String: Any]] {
        [
            ("both6", words.both6), ("both4", words.both4), ("both", words.both), ("only4", words.only4),
            ("only6", words.only6), ("nothing", words.nothing),
        ].map { ["case": $0.0, "text": $0.1] }
    }

    private static func texts(_ words: PageWords.Start) -> [String: Any] {
        [
            "title": words.title, "lead": words.lead, "write": words.write, "byHand": words.byHand,
            "steps": words.steps, "findsUs": words.findsUs, "threeMore": words.threeMore,
            "answer": words.answer, "kept": words.kept, "noStrangers": words.noStrangers,
        ]
    }

    private static func texts(_ words: PageWords.Connection) -> [String: Any] {
        [
            "heading": words.heading, "cameOver": words.cameOver, "asking": words.asking, "name": words.name,
            "answer": words.answer, "ipv4Only": words.ipv4Only, "ipv6Only": words.ipv6Only,
            "dual": words.dual, "none": words.none, "noScript": words.noScript,
        ]
    }

    /// A text for a `mailto:` URI (RFC 6068 §2).
    private static func encoded(_ text: String) -> String {
        text.utf8.map { octet in
            switch octet {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: String(UnicodeScalar(octet))
            default: "%" + (octet < 16 ? "0" : "") + String(octet, radix: 16, uppercase: true)
            }
        }.joined()
    }
}

/// What every page gives its layout.
struct PageFrame {
    private let site: Site
    private let language: Language
    private let words: PageWords

    init(_ site: Site, _ language: Language) {
        self.site = site
        self.language = language
        words = PageWords.of(language)
    }

    /// The values of the layout.
    ///
    /// - Parameters:
    ///   - depth: How many folders below the site's root the page stands.
    ///   - others: The page's own values.
    func values(title: String, depth: Int, _ others: [String: Any]) -> [String: Any] {
        let own: [String: Any] = [
            "language": language.rawValue, "title": title,
            "site": site.displayName ?? Phrasebook(language).text(.sentence(.service)),
            "root": depth == 0 ? "./" : String(repeating: "../", count: depth),
            "operator": site.operatorAddress, "policy": Self.policy(),
            "startPath": Site.start(language), "statisticsPath": Site.statistics(language),
            "frame": [
                "skip": words.frame.skip, "navigation": words.frame.navigation, "start": words.frame.start,
                "statistics": words.frame.statistics, "otherLanguage": words.frame.otherLanguage,
                "questions": words.frame.questions,
            ],
        ]
        return own.merging(others) { $1 }
    }

    /// The same page in the other language.
    func translation(_ path: (Language) -> String) -> [String: Any] {
        let other: Language = language == .english ? .czech : .english
        return ["code": other.rawValue, "path": path(other)]
    }

    /// How deep a language's own pages stand.
    var depth: Int { language == .english ? 0 : 1 }

    /// What a page may load: its style and its script from its own host, and what else it is allowed to ask.
    static func policy(script: Bool = false, asking origins: [String] = []) -> String {
        var rules = [
            "default-src 'none'", "style-src 'self'", "img-src data:", "base-uri 'none'",
            "form-action 'none'",
        ]
        if script { rules.append("script-src 'self'") }
        if !origins.isEmpty { rules.append("connect-src " + origins.joined(separator: " ")) }
        return rules.joined(separator: "; ")
    }
}

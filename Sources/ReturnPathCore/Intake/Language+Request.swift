import InternetMessage

extension Language {
    /// The language of the person who sent a request, as far as the request tells it.
    ///
    /// The address written to is a choice; the header's languages are those of a mail program; the country
    /// of the domain is a guess.
    init?(_ address: RequestAddress, _ header: HeaderSection, domain: String) {
        let known =
            address.language ?? header["content-language"].flatMap { Language(contentLanguage: $0.plainText) }
            ?? header["accept-language"].flatMap { Language(acceptLanguage: $0.plainText) }
            ?? Language(countryOf: domain)
        guard let known else { return nil }
        self = known
    }

    /// The first language of a `Content-Language` field that we have (RFC 3282 §2).
    init?(contentLanguage value: String) {
        guard let language = value.split(separator: ",").lazy.compactMap({ Language(tag: $0) }).first else {
            return nil
        }
        self = language
    }

    /// The language that an `Accept-Language` field prefers among ours (RFC 3282 §3): of the highest quality,
    /// and of two the earlier.
    init?(acceptLanguage value: String) {
        var best: (language: Language, quality: Double)?
        for range in value.split(separator: ",") {
            let parts = range.split(separator: ";")
            guard let tag = parts.first, let language = Language(tag: tag) else { continue }
            let quality = parts.dropFirst().lazy.compactMap(Self.quality).first ?? 1
            if quality > best?.quality ?? 0 { best = (language, quality) }
        }
        guard let best else { return nil }
        self = best.language
    }

    /// The language that people of a country read, told by the domain's last label.
    init?(countryOf domain: String) {
        switch domain.split(separator: ".").last?.lowercased() {
        case "cz", "sk": self = .czech
        default: return nil
        }
    }

    /// The language that a tag asks for, told by its primary subtag (RFC 5646 §2.2.1); Slovaks read Czech.
    private init?(tag: some StringProtocol) {
        let primary = tag.drop { $0 == " " || $0 == "\t" }.prefix { $0.isASCII && $0.isLetter }.lowercased()
        guard let language = Language(rawValue: primary == "sk" ? "cs" : primary) else { return nil }
        self = language
    }

    /// The number of a parameter `q=0.8`; one that is none counts as 0 (RFC 9110 §12.4.2).
    private static func quality(_ parameter: Substring) -> Double? {
        let parts = parameter.split(separator: "=", maxSplits: 1).map { $0.filter { !$0.isWhitespace } }
        guard parts.count == 2, parts[0].lowercased() == "q" else { return nil }
        return Double(parts[1]).map { min(max($0, 0), 1) } ?? 0
    }
}

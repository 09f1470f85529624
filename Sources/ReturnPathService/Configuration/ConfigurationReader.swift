import ReturnPathCore

/// Reads the configuration file: all of it is right, or nothing is in force.
package struct ConfigurationReader {
    private let source: ConfigurationSource
    private let path: String
    private var faults: [ConfigurationError.Fault]

    /// Reads a file.
    ///
    /// - Throws: ``ConfigurationError`` with every fault.
    package static func read(_ path: String) throws(ConfigurationError) -> Configuration {
        switch SystemFile.read(path, most: 1 << 20) {
        case .failure(let failure):
            let fault = ConfigurationError.Fault(
                line: nil, problem: "cannot be read: \(failure.words)",
                remedy: "Create it with: sixreturn init; it must be readable for user sixreturn.")
            throw ConfigurationError(path: path, faults: [fault])
        case .success(let bytes):
            return try parse(String(decoding: bytes, as: UTF8.self), path: path)
        }
    }

    /// Parses a file's text.
    package static func parse(_ text: String, path: String) throws(ConfigurationError) -> Configuration {
        let source = try ConfigurationSource(text: text, path: path)
        var reader = ConfigurationReader(source: source, path: path, faults: source.faults)
        let configuration = reader.configuration()
        guard reader.faults.isEmpty, let configuration else {
            // What is about no line stands last: the first one is what a log shows.
            throw ConfigurationError(
                path: path, faults: reader.faults.sorted { ($0.line ?? .max) < ($1.line ?? .max) })
        }
        return configuration
    }

    private init(source: ConfigurationSource, path: String, faults: [ConfigurationError.Fault]) {
        self.source = source
        self.path = path
        self.faults = faults
    }

    private mutating func configuration() -> Configuration? {
        let texts = self.texts()
        guard faults.isEmpty, let window = window(texts) else { return nil }
        func text(_ key: String) -> String { texts[key] ?? "" }
        func number(_ key: String) -> Int { Int(text(key)) ?? 0 }
        func span(_ key: String) -> Seconds { Span.parse(text(key)) ?? 0 }
        return Configuration(
            path: path,
            names: Names(
                dual: text("names.dual"), author: text("names.author"), six: text("names.six"),
                test: text("names.test"), bare: text("names.bare")),
            operatorAddress: text("service.operator"),
            displayName: text("service.display_name").isEmpty ? nil : text("service.display_name"),
            language: Language(rawValue: text("service.language")) ?? .english,
            templateFolder: text("service.templates").isEmpty ? nil : text("service.templates"),
            storePath: text("store.path"), keyPath: text("store.key_file"),
            sending: .init(
                configurationDirectory: text("sending.config_directory"), sendmail: text("sending.sendmail"),
                postqueue: text("sending.postqueue"), log: text("sending.log"),
                dkimRecord: text("sending.dkim_record")),
            receiving: .init(log: text("receiving.log"), lookBack: span("receiving.look_back")),
            authentication: .init(
                authservID: text("authentication.authserv_id"),
                acceptsDKIM: text("authentication.methods").split(separator: " ").contains("dkim"),
                invites: text("authentication.invite") == "true",
                relay: relay(text("relay.addresses"), text("relay.authserv_id"))),
            timing: Timing(
                firstVerdict: span("timing.first_verdict"), settle: span("timing.settle"),
                spacing: span("timing.spacing"), window: window),
            limits: limits(texts), policyOnFailure: text("policy.on_failure") == "defer" ? .deferred : .dunno,
            messageSize: number("limits.message_size"),
            retention: .init(messages: span("retention.messages"), checks: span("retention.checks")),
            web: WebAddress(parsing: text("web.url")),
            documentationIsGlobal: text("survey.documentation_addresses") == "true")
    }

    private func limits(_ texts: ShortTable<String>) -> CheckLimits {
        func allowance(_ name: String) -> Allowance {
            func number(_ key: String) -> Int { Int(texts["limits.\(key)"] ?? "") ?? 0 }
            return Allowance(hour: number("hourly_\(name)"), day: number(name))
        }
        let providers = (texts["limits.shared_providers"] ?? "").split(separator: " ").map(String.init)
        return CheckLimits(
            address: allowance("per_address"), domain: allowance("per_domain"),
            network: allowance("per_network"),
            provider: allowance("per_provider"), total: allowance("total"),
            providers: SharedProviders(adding: providers))
    }

    private func relay(_ addresses: String, _ authservID: String) -> Relay? {
        guard !addresses.isEmpty else { return nil }
        let addresses = Set(addresses.split(separator: " ").compactMap { IPAddress(String($0)) })
        return Relay(addresses: addresses, authservID: authservID)
    }

    /// Every key's value as text; what is wrong becomes a fault.
    private mutating func texts() -> ShortTable<String> {
        var texts = ShortTable<String>()
        for key in ConfigurationKey.all {
            guard let value = source.values[key.path] else {
                if let standard = key.standard {
                    texts.add(standard, for: key.path)
                } else {
                    report(
                        key, "\(key.path) is missing",
                        "Add to [\(key.section)]: \(key.name) = ; it is \(key.kind.expectation).")
                }
                continue
            }
            if let text = key.kind.text(of: value) {
                texts.add(text, for: key.path)
            } else {
                report(key, "\(key.path) cannot be \(value.words)", "Write \(key.kind.expectation).")
            }
        }
        reportEqualNames(texts)
        return texts
    }

    /// The five names must differ, or a probe's variable would be no variable.
    private mutating func reportEqualNames(_ texts: ShortTable<String>) {
        var seen = ShortTable<String>()
        for key in ConfigurationKey.all where key.section == "names" {
            guard let name = texts[key.path]?.lowercased() else { continue }
            if let other = seen[name] {
                report(key, "\(key.path) is the same name as \(other)", "Give each a name of its own.")
            }
            seen.add(key.path, for: name)
        }
    }

    private mutating func window(_ texts: ShortTable<String>) -> DeliveryWindow? {
        let lifetime = Span.parse(texts["sending.queue_lifetime"] ?? "") ?? 0
        let shortest = Span.parse(texts["sending.minimal_backoff"] ?? "") ?? 0
        let backoff = Span.parse(texts["sending.maximal_backoff"] ?? "") ?? 0
        let length = Span.parse(texts["timing.window"] ?? "")
        do {
            return try DeliveryWindow(
                length: length, queueLifetime: lifetime, minimalBackoff: shortest, backoff: backoff)
        } catch {
            let key = ConfigurationKey.all.first { $0.path == "timing.window" }
            if let key {
                report(
                    key, "timing.window ends before the last report can have come",
                    "Write at least \"\(error.least)s\", or remove the line.")
            }
            return nil
        }
    }

    private mutating func report(_ key: ConfigurationKey, _ problem: String, _ remedy: String) {
        faults.append(.init(line: source.line(of: key.path), problem: problem, remedy: remedy))
    }
}

extension ConfigurationKey.Kind {
    /// The value as text, if it is of this kind.
    func text(of value: ConfigurationSource.Value) -> String? {
        switch (self, value) {
        case (.domain, .text(let text)):
            (try? ReversePath(parsing: "x@\(text)")) == nil ? nil : text.lowercased()
        case (.name, .text(let text)):
            text.utf8.count <= 253
                && text.utf8.allSatisfy {
                    (0x61...0x7A).contains($0 | 0x20) || (0x2D...0x39).contains($0) || $0 == 0x5F
                }
                ? text.lowercased() : nil
        case (.address, .text(let text)): (try? ReversePath(parsing: text))?.text
        case (.path, .text(let text)): Self.isPath(text) ? text : nil
        case (.folder, .text(let text)): text.isEmpty || Self.isPath(text) ? text : nil
        case (.text, .text(let text)):
            text.utf8.count <= 60 && text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
                ? text : nil
        case (.duration, .text(let text)): text.isEmpty || Span.parse(text) != nil ? text : nil
        case (.count(let range), .number(let number)): range.contains(number) ? "\(number)" : nil
        case (.flag, .flag(let flag)): "\(flag)"
        case (.word(let words), .text(let text)): words.contains(text) ? text : nil
        case (.words(let words), .list(let list)):
            !list.isEmpty && Set(list).isSubset(of: words) ? list.joined(separator: " ") : nil
        case (.addresses, .list(let list)):
            list.allSatisfy { IPAddress($0) != nil } ? list.joined(separator: " ") : nil
        case (.site, .text(let text)):
            text.isEmpty ? text : WebAddress(parsing: text.lowercased())?.text
        case (.domains, .list(let list)):
            list.allSatisfy { (try? ReversePath(parsing: "x@\($0)")) != nil }
                ? list.joined(separator: " ").lowercased() : nil
        case (.addresses, _), (.domains, _), (.site, _), (.domain, _), (.name, _), (.address, _), (.path, _),
            (.folder, _), (.text, _),
            (.duration, _),
            (.count, _),
            (.flag, _), (.word, _), (.words, _):
            nil
        }
    }

    /// Whether a text is an absolute path that can be shown as it is.
    private static func isPath(_ text: String) -> Bool {
        text.hasPrefix("/") && TextLayout.printable(text) == text
    }
}

/// A span of time as people write it in the configuration.
package enum Span {
    /// Parses `90s`, `15m`, `24h` or `30d` into seconds; nothing above ten years.
    package static func parse(_ text: String) -> Seconds? {
        guard let unit = text.last, let number = Int64(text.dropLast()), number >= 0, number <= 315_360_000
        else {
            return nil
        }
        let factor: Int64? =
            switch unit {
            case "s": 1
            case "m": 60
            case "h": 3600
            case "d": 86_400
            default: nil
            }
        return factor.flatMap { $0 * number <= 315_360_000 ? $0 * number : nil }
    }
}

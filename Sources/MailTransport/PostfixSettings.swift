/// What is in force in one Postfix instance, as postconf(1) tells it.
package struct PostfixSettings: Hashable, Sendable {
    /// Every parameter's value, with the names of other parameters in it expanded.
    package let parameters: [String: String]
    /// The services of master.cf, each as its lines joined by single spaces (master(5)).
    package let services: [Service]

    /// A line of master.cf.
    package struct Service: Hashable, Sendable {
        /// Its name and its type, such as `sixreturn` and `unix`.
        package let name: String
        package let type: String
        /// The command with its arguments and options.
        package let command: String

        package init(name: String, type: String, command: String) {
            self.name = name
            self.type = type
            self.command = command
        }
    }

    package init(parameters: [String: String], services: [Service]) {
        self.parameters = parameters
        self.services = services
    }

    /// A list parameter's items, which commas or spaces separate; what stands in braces, such as the rows of an
    /// `inline:` table, is of one item (postconf(5)).
    package func list(_ parameter: String) -> [String] {
        var depth = 0
        return (parameters[parameter] ?? "").split { character in
            if character == "{" { depth += 1 }
            if character == "}" { depth -= 1 }
            return depth <= 0 && (character == "," || character.isWhitespace)
        }
        .map(String.init)
    }

    /// Parses the output of `postconf -x`: `name = value` in lines.
    static func parameters(_ output: String) -> [String: String] {
        let pairs = output.split(separator: "\n").compactMap { line -> (String, String)? in
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { return nil }
            return (parts[0].trimmed, parts[1].trimmed)
        }
        return Dictionary(pairs, uniquingKeysWith: { $1 })
    }

    /// Parses the output of `postconf -M`: a service begins in the first column.
    static func services(_ output: String) -> [Service] {
        var services: [[Substring]] = []
        for line in output.split(separator: "\n") {
            let words = line.split { $0 == " " || $0 == "\t" }
            if line.first?.isWhitespace == true, !services.isEmpty {
                services[services.count - 1] += words
            } else {
                services.append(words)
            }
        }
        return services.filter { $0.count >= 8 }.map { words in
            Service(
                name: String(words[0]), type: String(words[1]),
                command: words[7...].joined(separator: " "))
        }
    }
}

/// Reads what is in force in a Postfix instance by postconf(1) and postmap(1).
package struct PostfixSettingsReader: Sendable {
    /// The folder of both programs.
    package let folder: String
    /// How long a listing may take before its program is killed.
    package let timeout: Duration

    /// Octets of a listing that are read at most.
    static let longestOutput = 4 * 1024 * 1024

    package init(folder: String = "/usr/sbin", timeout: Duration = .seconds(20)) {
        self.folder = folder
        self.timeout = timeout
    }

    /// Reads parameters and services.
    ///
    /// - Parameter instance: The instance; `nil` for the one that Postfix takes by default.
    /// - Throws: ``InstanceError`` when there is nothing to tell.
    package func read(_ instance: PostfixInstance?) async throws(InstanceError) -> PostfixSettings {
        if let instance, !instance.isPresent {
            throw .instanceMissing(configurationDirectory: instance.configurationDirectory)
        }
        let place = instance.map { ["-c", $0.configurationDirectory] } ?? []
        return PostfixSettings(
            parameters: PostfixSettings.parameters(
                try text(try await run("postconf", place + ["-x"]), "postconf")),
            services: PostfixSettings.services(
                try text(try await run("postconf", place + ["-M"]), "postconf")))
    }

    /// What the first of several tables that knows a key says of it; `nil` where none does.
    ///
    /// - Parameter tables: Tables as `main.cf` names them, such as `regexp:/etc/postfix/transport`.
    package func look(up key: String, in tables: [String]) async throws(InstanceError) -> String? {
        for table in tables {
            let outcome = try await run("postmap", ["-q", key, table])
            // 1 without a word is "not found".
            if outcome.ending == .exited(1), outcome.firstErrorLine.isEmpty { continue }
            return try text(outcome, "postmap").split(separator: "\n").first.map(String.init)
        }
        return nil
    }

    private func text(_ outcome: ProgramOutcome, _ name: String) throws(InstanceError) -> String {
        guard outcome.ending == .exited(0) else {
            throw .refused(program: path(name), ending: outcome.ending, text: outcome.firstErrorLine)
        }
        return String(decoding: outcome.output, as: UTF8.self)
    }

    private func run(_ name: String, _ arguments: [String]) async throws(InstanceError) -> ProgramOutcome {
        let run = ProgramRun(
            path: path(name), arguments: arguments, input: [], outputLimit: Self.longestOutput,
            timeout: timeout)
        do {
            return try await run.run()
        } catch {
            throw InstanceError(error, program: path(name))
        }
    }

    private func path(_ name: String) -> String { folder + "/" + name }
}

extension Substring {
    /// The text with single spaces between its words, and none at its ends.
    fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}

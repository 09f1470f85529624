import ReturnPathCore

/// Prints a configuration with every key.
package enum ConfigurationListing {
    /// The keys with the values in force; those that stand in the file are marked with their line.
    ///
    /// - Throws: ``ConfigurationError`` where the file is wrong, or a template or word that it names.
    package static func text(_ path: String) throws(ConfigurationError) -> String {
        let configuration = try ConfigurationReader.read(path)
        let faults = StationeryFolder(configuration.templateFolder).faults
        guard faults.isEmpty else { throw ConfigurationError(path: path, faults: faults) }
        guard case .success(let bytes) = SystemFile.read(path, most: 1 << 20) else { return "" }
        return try text(of: String(decoding: bytes, as: UTF8.self), path: path)
    }

    /// The keys with the values that a file's text puts in force.
    ///
    /// - Throws: ``ConfigurationError`` where the text is no TOML.
    package static func text(of text: String, path: String) throws(ConfigurationError) -> String {
        let source = try ConfigurationSource(text: text, path: path)
        var out = "# \(path)\n"
        var section = ""
        for key in ConfigurationKey.all {
            if key.section != section {
                section = key.section
                out += "\n[\(section)]\n"
            }
            let value = source.values[key.path].flatMap { key.kind.text(of: $0) } ?? key.standard ?? ""
            let origin = source.line(of: key.path).map { "line \($0)" } ?? "default"
            out +=
                "# \(key.summary) (\(origin))\n\(key.name) = \(key.literal(value))\n"
        }
        return out
    }
}

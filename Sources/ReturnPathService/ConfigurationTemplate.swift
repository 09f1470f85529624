/// Writes a configuration file with every key, each with its meaning.
package enum ConfigurationTemplate {
    /// The file for names under one domain.
    package static func text(_ values: Initializer.Values) -> String {
        var out =
            "# The configuration of sixreturn. Every key is here; sixreturn config shows what is in force.\n"
        var section = ""
        for key in ConfigurationKey.all {
            if key.section != section {
                section = key.section
                out += "\n[\(section)]\n"
            }
            out += "# \(key.summary)\n"
            let line = "\(key.name) = \(key.literal(value(key, values) ?? key.standard ?? ""))\n"
            out += value(key, values) == nil ? "#\(line)" : line
        }
        return out
    }

    private static func value(_ key: ConfigurationKey, _ values: Initializer.Values) -> String? {
        switch key.path {
        case "service.operator": values.operatorAddress
        case "authentication.authserv_id": values.authservID
        case _ where key.section == "names": "\(key.name).\(values.domain)"
        default: nil
        }
    }
}

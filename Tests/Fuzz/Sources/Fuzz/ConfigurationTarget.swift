import ReturnPathCore
import ReturnPathService

/// The configuration file, from TOML to values or to what is wrong with it.
enum ConfigurationTarget {
    private static let path = "/etc/sixreturn/sixreturn.toml"

    static func run(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        switch read(text) {
        case .success(let configuration):
            demand(read(text) == .success(configuration), "reading twice gives the same")
            check(configuration, text)
        case .failure(let error):
            demand(read(text) == .failure(error), "reading twice gives the same")
            check(error, lines: bytes.count { $0 == 0x0A } + 1)
        }
    }

    private static func read(_ text: String) -> Result<Configuration, ConfigurationError> {
        Result { () throws(ConfigurationError) in try ConfigurationReader.parse(text, path: path) }
    }

    private static func check(_ configuration: Configuration, _ text: String) {
        demand(Set(configuration.names.all).count == 5, "the names differ")
        demand(configuration.storePath.hasPrefix("/"), "a path is absolute")
        guard let listing = try? ConfigurationListing.text(of: text, path: path) else {
            return demand(false, "what is right can be listed")
        }
        demandPrintable(listing.split(separator: "\n"))
        demand(read(listing) == .success(configuration), "the listing is the same configuration")
    }

    private static func check(_ error: ConfigurationError, lines: Int) {
        demand(!error.faults.isEmpty, "an error says what is wrong")
        demandPrintable([error.problem[...], error.remedy[...]])
        for fault in error.faults {
            demandPrintable([fault.problem[...], fault.remedy[...]])
            demand(!fault.problem.isEmpty && !fault.remedy.isEmpty, "a fault has words")
            if let line = fault.line { demand((1...lines).contains(line), "line \(line) is one of \(lines)") }
        }
        demandPrintable(error.description.split(separator: "\n"))
    }

    /// Nothing in the lines is anything that a terminal could take for a command.
    private static func demandPrintable(_ lines: [Substring]) {
        for line in lines {
            demand(
                TextLayout.printable(String(line)) == line, "a text is printable: \(line.debugDescription)")
        }
    }
}

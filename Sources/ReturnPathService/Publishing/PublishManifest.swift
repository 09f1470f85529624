import ReturnPathCore

/// What the last run has written: with it, a run need not judge again what has not changed.
///
/// It names checks, and no page: whoever reads it cannot tell where the pages are.
struct PublishManifest: Hashable, Sendable {
    /// What the pages depend on beside their evidence: program, configuration and key.
    var fingerprint: String
    /// The number of the latest fact that the pages know of.
    var lastEvidence: Int64
    var entries: [CheckID: Entry]

    /// One check.
    struct Entry: Hashable, Sendable {
        /// Whether its page may change without new evidence.
        let isWaiting: Bool
        /// What it adds to the statistics (``CheckSummary/line``); read only where they are counted anew.
        let summary: String
    }

    /// Where it is kept, below the site.
    static let file = ".published"
    /// The longest one that is read, in octets.
    private static let longest = 1 << 30
    private static let heading = "sixreturn publish 1"

    /// Reads a site's manifest; one that is missing or is not understood is an empty one, and all is written anew.
    init(in folder: String, fingerprint: String) {
        self.init(fingerprint: fingerprint, lastEvidence: 0, entries: [:])
        guard case .success(let octets) = SystemFile.read("\(folder)/\(Self.file)", most: Self.longest) else {
            return
        }
        let lines = octets.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard lines.count >= 3, Self.text(lines[0]) == Self.heading, Self.text(lines[1]) == fingerprint,
            let last = Int64(Self.text(lines[2]))
        else { return }
        lastEvidence = last
        entries.reserveCapacity(lines.count)
        for line in lines[3...] {
            // The name of a check, a space, a sign, a space, and the rest.
            let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
            guard parts.count == 3, let check = CheckID(Self.text(parts[0])) else { continue }
            entries[check] = Entry(
                isWaiting: parts[1].first == UInt8(ascii: "w"), summary: Self.text(parts[2]))
        }
    }

    private init(fingerprint: String, lastEvidence: Int64, entries: [CheckID: Entry]) {
        self.fingerprint = fingerprint
        self.lastEvidence = lastEvidence
        self.entries = entries
    }

    /// The manifest as it is kept.
    var text: String {
        var text = "\(Self.heading)\n\(fingerprint)\n\(lastEvidence)\n"
        for (check, entry) in entries.sorted(by: { $0.key.text < $1.key.text }) {
            text += "\(check.text) \(entry.isWaiting ? "w" : "s") \(entry.summary)\n"
        }
        return text
    }

    private static func text(_ octets: ArraySlice<UInt8>) -> String {
        String(decoding: octets, as: UTF8.self)
    }
}

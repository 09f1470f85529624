import InternetMessage

/// The tree of parts, every part decoded (RFC 2045, RFC 2046).
enum TreeTarget {
    static func run(_ bytes: [UInt8]) {
        let limits = Limits.standard
        let message = Entity.read(bytes, limits: limits)
        let count = read(message, depth: 0)
        demand(count <= 2 * limits.parts + limits.depth + 1, "there are no more parts than allowed")
        guard let twin = bytes.withCRLF else { return }
        demand(outline(message) == outline(Entity.read(twin, limits: limits)), "CRLF reads like LF")
    }

    /// Decodes a part and all in it; returns how many there are.
    private static func read(_ part: Entity, depth: Int) -> Int {
        demand(depth <= 2 * Limits.standard.depth, "no part is deeper than allowed")
        demandClean(part.text)
        demandClean(part.contentType.mediaType)
        for name in part.contentType.parameters.names { demandClean(name) }
        if let disposition = part.contentDisposition { demandClean(disposition.value) }
        demand(Set(part.allDefects).count == part.allDefects.count, "each defect is named once")
        return part.children.reduce(1) { $0 + read($1, depth: depth + 1) }
    }

    private static func outline(_ part: Entity) -> [String] {
        let own = part.contentType.mediaType + " " + part.defects.map(\.rawValue).joined(separator: " ")
        return [own, part.text] + part.children.flatMap(outline)
    }
}

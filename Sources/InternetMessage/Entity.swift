/// A message or a body part: a header section, a body, and the parts inside (RFC 2045 §2.4).
public struct Entity: Sendable {
    /// The header section; empty where there is none.
    public let header: HeaderSection
    /// The body as it stands, transfer encoding and all; its lines end in LF.
    public let body: Bytes
    /// The parts of a multipart, or the one message inside a `message/rfc822`.
    public let children: [Entity]
    /// What the content says it is.
    public let contentType: ContentType
    /// What is malformed here; the children have their own.
    public let defects: [Defect]

    /// Reads a message: whatever the octets are, it yields an entity.
    ///
    /// Linear in the size of the message, and bounded by `limits`.
    ///
    /// - Parameters:
    ///   - bytes: The message, with any kind of line end.
    ///   - limits: What to cut off.
    public static func read(_ bytes: [UInt8], limits: Limits = .standard) -> Entity {
        var defects: [Defect] = []
        if bytes.isEmpty { defects.append(.emptyMessage) }
        var kept = bytes
        if bytes.count > limits.size {
            kept = Array(bytes.prefix(limits.size))
            defects.append(.sizeExceeded)
        }
        let (buffer, bare) = LineEnds.normalized(kept)
        if bare { defects.append(.bareCarriageReturn) }
        if buffer.place(of: ASCII.nul, from: 0, to: buffer.count) != nil { defects.append(.nulOctets) }
        var reader = EntityReader(bytes: buffer, limits: limits, depth: 0, partsLeft: limits.parts)
        return reader.readMessage(noting: defects)
    }

    /// The content with its transfer encoding undone (RFC 2045 §6).
    public var content: (bytes: Bytes, defects: [Defect]) {
        TransferEncoding.decode(body, label: header["Content-Transfer-Encoding"]?.unfolded)
    }

    /// The content as text, transfer encoding and charset undone, lines ended by LF.
    public var text: String { decodedText.text }

    /// The content as text, and what was malformed in its encoding.
    public var decodedText: (text: String, defects: [Defect]) {
        let (bytes, defects) = content
        let lines = bytes.contains(ASCII.cr) ? LineEnds.normalized(Array(bytes)).bytes[...] : bytes
        let (text, more) = Charset.decode(lines, label: contentType.parameters["charset"])
        return (text, defects + more)
    }

    /// The disposition and its parameters (RFC 2183), if the part has one.
    public var contentDisposition: ParameterizedValue? {
        header["Content-Disposition"].map { ParameterizedValue.read($0.unfolded) }
    }

    /// The defects of this entity and of all inside it, each named once, outermost first.
    public var allDefects: [Defect] {
        var found: [Defect] = []
        collectDefects(into: &found)
        return found
    }

    private func collectDefects(into found: inout [Defect]) {
        for defect in defects where !found.contains(defect) { found.append(defect) }
        for child in children { child.collectDefects(into: &found) }
    }
}

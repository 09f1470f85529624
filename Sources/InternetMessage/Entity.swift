/// A message or a body part: a header section, a body, and the parts inside (RFC 2045 §2.4).
public struct Entity: Sendable {
    /// What was read; all copies of an entity share it.
    private let shared: Content

    private final class Content: Sendable {
        let header: HeaderSection
        let body: Bytes
        let children: [Entity]
        let contentType: ContentType
        let defects: [Defect]

        init(
            header: HeaderSection, body: Bytes, children: [Entity], contentType: ContentType,
            defects: [Defect]
        ) {
            self.header = header
            self.body = body
            self.children = children
            self.contentType = contentType
            self.defects = defects
        }
    }

    init(
        header: HeaderSection, body: Bytes, children: [Entity], contentType: ContentType, defects: [Defect]
    ) {
        shared = Content(
            header: header, body: body, children: children, contentType: contentType, defects: defects)
    }

    /// The header section; empty where there is none.
    public var header: HeaderSection { shared.header }
    /// The body as it stands, transfer encoding and all; its lines end in LF.
    public var body: Bytes { shared.body }
    /// The parts of a multipart, or the one message inside a `message/rfc822`.
    public var children: [Entity] { shared.children }
    /// What the content says it is.
    public var contentType: ContentType { shared.contentType }
    /// What is malformed here; the children have their own.
    public var defects: [Defect] { shared.defects }

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
        var reader = EntityReader(bytes: buffer, limits: limits)
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
        let (octets, defects) = decodedOctets
        return (Text.string(octets), defects)
    }

    /// The same in octets: valid UTF-8 without NUL, a part of the message itself where no encoding had
    /// to be undone.
    public var decodedOctets: (octets: Bytes, defects: [Defect]) { decodedOctets(of: body) }

    /// The beginning of the content as text, in UTF-8.
    ///
    /// - Parameter limit: How many octets of the body are decoded; what a cut leaves of a character
    ///   of UTF-8 is left out.
    public func decodedOctets(limit: Int) -> Bytes { decodedOctets(of: body.prefix(limit)).octets }

    private func decodedOctets(of body: Bytes) -> (octets: Bytes, defects: [Defect]) {
        let label = contentType.parameters["charset"]
        var (bytes, defects) = TransferEncoding.decode(
            body, label: header["Content-Transfer-Encoding"]?.unfolded)
        if body.count < self.body.count { bytes = Text.withoutCutCharacter(bytes) }
        // Where a character has two octets and more, those of line ends are told only after decoding.
        let isWide = label.map(Charset.isWide) ?? false
        let lines = isWide ? bytes : Self.normalized(bytes)
        let (octets, more) = Charset.octets(lines, label: label)
        return (isWide ? Self.normalized(octets) : octets, defects + more)
    }

    private static func normalized(_ bytes: Bytes) -> Bytes {
        bytes.has(ASCII.cr) ? LineEnds.normalized(Array(bytes)).bytes[...] : bytes
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

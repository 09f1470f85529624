/// Reads the tree of parts in one pass over the buffer.
///
/// All open boundaries are kept on a stack, and a line that is any of them ends what is being read:
/// so a part whose end is missing stops where its parent goes on, and no line is looked at twice
/// (RFC 2046 §5.1.2).
struct EntityReader {
    let limits: Limits
    private var fields: HeaderReader
    private var boundaries = Boundaries()
    private var depth: Int
    private var partsLeft: Int
    /// How many messages inside each other may be in a transfer encoding: each costs a copy.
    private var encodedLeft: Int
    private var lastDelimiterStart = 0

    init(bytes: [UInt8], limits: Limits) {
        self.init(bytes: bytes, limits: limits, depth: 0, partsLeft: limits.parts, encodedLeft: 2)
    }

    private init(bytes: [UInt8], limits: Limits, depth: Int, partsLeft: Int, encodedLeft: Int) {
        self.limits = limits
        self.fields = HeaderReader(bytes: bytes, limits: limits)
        self.depth = depth
        self.partsLeft = partsLeft
        self.encodedLeft = encodedLeft
    }

    /// Reads the message that fills the buffer.
    mutating func readMessage(noting defects: [Defect] = []) -> Entity {
        fields.skipEmptyLinesBeforeField()
        return readEntity(inDigest: false, noting: defects).entity
    }

    private mutating func readEntity(
        inDigest: Bool, noting known: [Defect] = []
    ) -> (entity: Entity, stop: Stop) {
        let (header, stop) = fields.read(until: boundaries)
        var draft = Draft(header: header, defects: known)
        draft.defects += fields.takeDefects()
        if let field = header["Content-Type"] {
            draft.type = ContentType.read(field.unfolded)
        } else if inDigest {
            draft.type = .message
        }
        if let stop {
            draft.defects.append(.noBody)
            stepOverLine()
            return (draft.entity(body: fields.bytes[fields.cursor..<fields.cursor]), stop)
        }
        if !fields.sawEmptyLine, fields.cursor >= fields.bytes.count, !header.isEmpty {
            draft.defects.append(.noBody)
        }
        return readBody(of: draft)
    }

    private mutating func readBody(of draft: consuming Draft) -> (entity: Entity, stop: Stop) {
        let start = fields.cursor
        if draft.isContainer, depth >= limits.depth {
            draft.defects.append(.depthExceeded)
        } else if draft.type.isMultipart {
            if let boundary = draft.type.boundary, !boundary.isEmpty {
                return readMultipart(draft, boundary: boundary, from: start)
            }
            draft.defects.append(.noBoundary)
        } else if draft.type.isMessage {
            if draft.isEncoded { return readEncodedMessage(draft, from: start) }
            depth += 1
            fields.skipEmptyLinesBeforeField()
            let (child, stop) = readEntity(inDigest: false)
            depth -= 1
            draft.children = [child]
            return (draft.entity(body: body(from: start, to: bodyEnd(before: stop))), stop)
        }
        let (end, stop) = scan()
        return (draft.entity(body: body(from: start, to: end)), stop)
    }

    /// A message in base64 is forbidden (RFC 2046 §5.2.1), and written nevertheless.
    private mutating func readEncodedMessage(
        _ draft: consuming Draft, from start: Int
    ) -> (entity: Entity, stop: Stop) {
        let (end, stop) = scan()
        let body = body(from: start, to: end)
        if encodedLeft > 0 {
            let (decoded, defects) = TransferEncoding.decode(body, label: draft.transferEncoding)
            draft.defects += defects
            var inner = EntityReader(
                bytes: LineEnds.normalized(Array(decoded)).bytes, limits: limits, depth: depth + 1,
                partsLeft: partsLeft, encodedLeft: encodedLeft - 1)
            draft.children = [inner.readMessage()]
            partsLeft = inner.partsLeft
        } else {
            draft.defects.append(.depthExceeded)
        }
        return (draft.entity(body: body), stop)
    }

    private mutating func readMultipart(
        _ draft: consuming Draft, boundary: [UInt8], from start: Int
    ) -> (entity: Entity, stop: Stop) {
        let level = boundaries.count
        boundaries.open(boundary)
        depth += 1
        var (end, stop) = scan()
        if !stop.is(level) { draft.defects.append(.boundaryNotFound) }
        while case .delimiter(level, isClosing: false) = stop {
            // A delimiter at the very end is a closing one that was cut off; it begins no part.
            guard fields.cursor < fields.bytes.count else {
                draft.defects.append(.noEndBoundary)
                stop = .endOfInput
                break
            }
            guard partsLeft > 0 else {
                draft.defects.append(.partsExceeded)
                fields.cursor = fields.bytes.count
                stop = .endOfInput
                break
            }
            partsLeft -= 1
            let child = readEntity(inDigest: draft.type.subtype == "digest")
            draft.children.append(child.entity)
            stop = child.stop
            end = bodyEnd(before: stop)
        }
        depth -= 1
        boundaries.closeLast()
        if case .delimiter(level, isClosing: true) = stop {
            (end, stop) = scan()
        } else if !draft.children.isEmpty, !draft.defects.contains(.noEndBoundary) {
            draft.defects.append(.noEndBoundary)
        }
        return (draft.entity(body: body(from: start, to: end)), stop)
    }

    private func body(from start: Int, to end: Int) -> Bytes { fields.bytes[start..<max(start, end)] }

    /// Where the body that was ended by `stop` ends, the cursor being behind the delimiter's line.
    private func bodyEnd(before stop: Stop) -> Int {
        guard case .delimiter = stop else { return fields.bytes.count }
        return lastDelimiterStart
    }

    /// Steps on to the next delimiter line of any open multipart, and behind it.
    private mutating func scan() -> (end: Int, stop: Stop) {
        while fields.cursor < fields.bytes.count {
            if let stop = boundaries.delimiter(at: fields.cursor, in: fields.bytes) {
                stepOverLine()
                return (lastDelimiterStart, stop)
            }
            fields.cursor = nextCandidate(after: fields.cursor)
        }
        return (fields.bytes.count, .endOfInput)
    }

    /// Where the next line starts that might be a delimiter; without boundaries, the end.
    private func nextCandidate(after start: Int) -> Int {
        let bytes = fields.bytes
        guard boundaries.count > 0 else { return bytes.count }
        var position = start
        while let end = bytes.place(of: ASCII.lf, from: position, to: bytes.count) {
            if end + 1 < bytes.count, bytes[end + 1] == ASCII.hyphen { return end + 1 }
            position = end + 1
        }
        return bytes.count
    }

    /// Steps over the delimiter's line; the line end before it belongs to it (RFC 2046 §5.1.1).
    private mutating func stepOverLine() {
        lastDelimiterStart = max(fields.cursor - 1, 0)
        fields.skipLine()
    }
}

extension EntityReader {
    /// An entity while it is being read.
    private struct Draft {
        let header: HeaderSection
        var type = ContentType.plainText
        var children: [Entity] = []
        var defects: [Defect]

        init(header: HeaderSection, defects: [Defect]) {
            self.header = header
            self.defects = defects
        }

        var transferEncoding: Bytes? { header["Content-Transfer-Encoding"]?.unfolded }

        var isContainer: Bool { type.isMultipart || type.isMessage }

        var isEncoded: Bool {
            transferEncoding.flatMap(TransferEncoding.init)?.changesContent == true
        }

        func entity(body: Bytes) -> Entity {
            Entity(
                header: header, body: body, children: children, contentType: type, defects: defects)
        }
    }
}

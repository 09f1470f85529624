/// Reads the tree of parts in one pass over the buffer.
///
/// All open boundaries are kept on a stack, and a line that is any of them ends what is being read:
/// so a part whose end is missing stops where its parent goes on, and no line is looked at twice
/// (RFC 2046 §5.1.2).
struct EntityReader {
    /// What ended a body.
    enum Stop {
        case endOfInput
        case delimiter(level: Int, isClosing: Bool)
    }

    let limits: Limits
    private var fields: HeaderReader
    private var boundaries: [[UInt8]] = []
    private var depth: Int
    private var partsLeft: Int

    init(bytes: [UInt8], limits: Limits, depth: Int, partsLeft: Int) {
        self.limits = limits
        self.fields = HeaderReader(bytes: bytes, limits: limits)
        self.depth = depth
        self.partsLeft = partsLeft
    }

    private var bytes: [UInt8] { fields.bytes }

    /// Reads the message that fills the buffer.
    mutating func readMessage(noting defects: [Defect] = []) -> Entity {
        readEntity(inDigest: false, noting: defects).entity
    }

    private mutating func readEntity(
        inDigest: Bool, noting known: [Defect] = []
    ) -> (entity: Entity, stop: Stop) {
        var draft = Draft(defects: known)
        var stop: Stop?
        let header = fields.read { [boundaries, bytes] start in
            stop = Self.delimiter(at: start, in: bytes, boundaries)
            return stop != nil
        }
        draft.header = header
        draft.defects += fields.takeDefects()
        draft.type =
            header["Content-Type"].map { ContentType.read($0.unfolded) }
            ?? (inDigest ? .message : .plainText)
        if let stop {
            draft.defects.append(.noBody)
            stepOverLine()
            return (draft.entity(body: bytes[fields.cursor..<fields.cursor]), stop)
        }
        if !fields.sawEmptyLine, fields.cursor >= bytes.count, !header.isEmpty {
            draft.defects.append(.noBody)
        }
        return readBody(of: draft)
    }

    private mutating func readBody(of draft: Draft) -> (entity: Entity, stop: Stop) {
        var draft = draft
        let start = fields.cursor
        let isContainer = draft.type.isMultipart || draft.type.isMessage
        if isContainer, depth >= limits.depth {
            draft.defects.append(.depthExceeded)
        } else if draft.type.isMultipart {
            if let boundary = draft.type.boundary, !boundary.isEmpty {
                return readMultipart(draft, boundary: boundary, from: start)
            }
            draft.defects.append(.noBoundary)
        } else if draft.type.isMessage, !draft.isEncoded {
            depth += 1
            let (child, stop) = readEntity(inDigest: false)
            depth -= 1
            draft.children = [child]
            return (draft.entity(body: bytes[start..<max(start, bodyEnd(before: stop))]), stop)
        }
        let (end, stop) = scan()
        if draft.type.isMessage, draft.isEncoded, depth < limits.depth {
            readEncodedMessage(bytes[start..<max(start, end)], into: &draft)
        }
        return (draft.entity(body: bytes[start..<max(start, end)]), stop)
    }

    /// A message in base64 is forbidden (RFC 2046 §5.2.1), and written nevertheless.
    private mutating func readEncodedMessage(_ body: Bytes, into draft: inout Draft) {
        let (decoded, defects) = TransferEncoding.decode(
            body, label: draft.header["Content-Transfer-Encoding"]?.unfolded)
        draft.defects += defects
        var inner = EntityReader(
            bytes: LineEnds.normalized(Array(decoded)).bytes, limits: limits, depth: depth + 1,
            partsLeft: partsLeft)
        draft.children = [inner.readMessage()]
        partsLeft = inner.partsLeft
    }

    private mutating func readMultipart(
        _ draft: Draft, boundary: [UInt8], from start: Int
    ) -> (entity: Entity, stop: Stop) {
        var draft = draft
        let level = boundaries.count
        boundaries.append(boundary)
        depth += 1
        var (end, stop) = scan()
        if !stop.is(level) { draft.defects.append(.boundaryNotFound) }
        while case .delimiter(level, isClosing: false) = stop {
            guard partsLeft > 0 else {
                draft.defects.append(.partsExceeded)
                fields.cursor = bytes.count
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
        boundaries.removeLast()
        if case .delimiter(level, isClosing: true) = stop {
            (end, stop) = scan()
        } else if !draft.children.isEmpty {
            draft.defects.append(.noEndBoundary)
        }
        return (draft.entity(body: bytes[start..<max(start, end)]), stop)
    }

    /// Where the body that was ended by `stop` ends, the cursor being behind the delimiter's line.
    private func bodyEnd(before stop: Stop) -> Int {
        guard case .delimiter = stop else { return bytes.count }
        return lastDelimiterStart
    }

    private var lastDelimiterStart = 0

    /// Steps on to the next delimiter line of any open multipart, and behind it.
    private mutating func scan() -> (end: Int, stop: Stop) {
        while fields.cursor < bytes.count {
            let start = fields.cursor
            if bytes[start] == ASCII.hyphen, !boundaries.isEmpty,
                let stop = Self.delimiter(at: start, in: bytes, boundaries)
            {
                stepOverLine()
                return (lastDelimiterStart, stop)
            }
            fields.cursor = nextCandidate(after: start)
        }
        return (bytes.count, .endOfInput)
    }

    /// Where the next line starts that might be a delimiter; without boundaries, the end.
    private func nextCandidate(after start: Int) -> Int {
        guard !boundaries.isEmpty else { return bytes.count }
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
        let end = bytes.place(of: ASCII.lf, from: fields.cursor, to: bytes.count)
        fields.cursor = end.map { $0 + 1 } ?? bytes.count
    }
}

extension EntityReader.Stop {
    fileprivate func `is`(_ level: Int) -> Bool {
        if case .delimiter(level, _) = self { true } else { false }
    }
}

extension EntityReader {
    /// An entity while it is being read.
    private struct Draft {
        var header = HeaderSection.empty
        var type = ContentType.plainText
        var children: [Entity] = []
        var defects: [Defect]

        var isEncoded: Bool {
            guard let label = header["Content-Transfer-Encoding"] else { return false }
            return TransferEncoding(label: label.unfolded)?.changesContent == true
        }

        func entity(body: Bytes) -> Entity {
            Entity(
                header: header, body: body, children: children, contentType: type, defects: defects)
        }
    }

    /// Which open boundary the line is a delimiter of, the innermost first.
    fileprivate static func delimiter(
        at start: Int, in bytes: [UInt8], _ boundaries: [[UInt8]]
    ) -> Stop? {
        guard start + 2 < bytes.count, bytes[start + 1] == ASCII.hyphen else { return nil }
        for level in boundaries.indices.reversed() {
            let boundary = boundaries[level]
            var index = start + 2 + boundary.count
            guard index <= bytes.count, bytes[(start + 2)..<index].elementsEqual(boundary) else { continue }
            let isClosing =
                index + 1 < bytes.count && bytes[index] == ASCII.hyphen && bytes[index + 1] == ASCII.hyphen
            if isClosing { index += 2 }
            while index < bytes.count, bytes[index].isBlank { index += 1 }
            if index == bytes.count || bytes[index] == ASCII.lf {
                return .delimiter(level: level, isClosing: isClosing)
            }
        }
        return nil
    }
}

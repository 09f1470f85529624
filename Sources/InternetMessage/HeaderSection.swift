/// The fields of a header section in their order.
///
/// Also a group of fields that merely looks like one, as in `message/delivery-status`
/// (RFC 3464 §2.1).
public struct HeaderSection: Sendable, RandomAccessCollection {
    struct Entry: Sendable {
        let nameStart: Int32
        let nameEnd: Int32
        let valueStart: Int32
        let valueEnd: Int32
    }

    let buffer: [UInt8]
    var entries: [Entry]

    /// A section without fields.
    public static let empty = HeaderSection(buffer: [], entries: [])

    /// The first field's place.
    public var startIndex: Int { 0 }
    /// The place behind the last field.
    public var endIndex: Int { entries.count }

    /// The field at a place.
    public subscript(position: Int) -> HeaderField {
        let entry = entries[position]
        return HeaderField(
            rawName: buffer[Int(entry.nameStart)..<Int(entry.nameEnd)],
            rawValue: buffer[Int(entry.valueStart)..<Int(entry.valueEnd)],
            position: position)
    }

    /// The first field of that name, whatever the case of its letters.
    public subscript(name: String) -> HeaderField? {
        place(of: name, from: 0).map { self[$0] }
    }

    /// All fields of that name, whatever the case of their letters, in their order.
    public func all(_ name: String) -> [HeaderField] {
        var found: [HeaderField] = []
        var next = place(of: name, from: 0)
        while let place = next {
            found.append(self[place])
            next = self.place(of: name, from: place + 1)
        }
        return found
    }

    /// Whether there is a field of that name.
    public func has(_ name: String) -> Bool { place(of: name, from: 0) != nil }

    /// Adds the fields of another section of the same octets.
    package mutating func append(_ other: HeaderSection) {
        assert(isEmpty || buffer.count == other.buffer.count)
        if isEmpty { self = other } else { entries += other.entries }
    }

    /// The fields at some places, as a section.
    package func fields(_ places: Range<Int>) -> HeaderSection {
        HeaderSection(buffer: buffer, entries: Array(entries[places]))
    }

    /// The section without the fields that are not kept.
    package func only(_ isKept: (HeaderField) -> Bool) -> HeaderSection {
        HeaderSection(buffer: buffer, entries: indices.filter { isKept(self[$0]) }.map { entries[$0] })
    }

    private func place(of name: String, from start: Int) -> Int? {
        var wanted = name
        return wanted.withUTF8 { wanted in
            buffer.withUnsafeBufferPointer { all in
                for index in start..<entries.count where Self.isName(wanted, of: entries[index], in: all) {
                    return index
                }
                return nil
            }
        }
    }

    @inline(__always)
    private static func isName(
        _ wanted: UnsafeBufferPointer<UInt8>, of entry: Entry, in all: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard Int(entry.nameEnd - entry.nameStart) == wanted.count else { return false }
        let base = Int(entry.nameStart)
        // Names of one length mostly differ at their end, as X-Mailer and X-Sender do.
        for index in wanted.indices.reversed() where all[base + index].lowered != wanted[index].lowered {
            return false
        }
        return true
    }
}

extension HeaderSection {
    /// Reads groups of fields that are parted by empty lines, as `message/delivery-status` has them.
    ///
    /// - Parameters:
    ///   - bytes: Octets with any kind of line end.
    ///   - limits: What to cut; ``Limits/parts`` bounds the number of groups.
    public static func readGroups(
        _ bytes: Bytes, limits: Limits = .standard
    ) -> (groups: [HeaderSection], defects: [Defect]) {
        let (buffer, bare) = LineEnds.normalized(Array(bytes.prefix(limits.size)))
        var defects: [Defect] = bare ? [.bareCarriageReturn] : []
        var groups: [HeaderSection] = []
        var reader = HeaderReader(bytes: buffer, limits: limits)
        while reader.skipEmptyLines() {
            guard groups.count < limits.parts else {
                defects.append(.partsExceeded)
                break
            }
            let start = reader.cursor
            let section = reader.read(until: Boundaries()).section
            // A line that can begin no group is stepped over, or the next turn would meet it again.
            if reader.cursor == start { reader.skipLine() }
            if !section.isEmpty { groups.append(section) }
            for defect in reader.takeDefects() where !defects.contains(defect) {
                defects.append(defect)
            }
        }
        return (groups, defects)
    }
}

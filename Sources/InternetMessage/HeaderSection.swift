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

    public var startIndex: Int { 0 }
    public var endIndex: Int { entries.count }

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

    private func place(of name: String, from start: Int) -> Int? {
        var wanted = name
        return wanted.withUTF8 { wanted in
            buffer.withUnsafeBufferPointer { all in
                for index in start..<entries.count {
                    let entry = entries[index]
                    guard Int(entry.nameEnd - entry.nameStart) == wanted.count else { continue }
                    let base = Int(entry.nameStart)
                    if wanted.indices.allSatisfy({ all[base + $0].lowered == wanted[$0].lowered }) {
                        return index
                    }
                }
                return nil
            }
        }
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
            let section = reader.read { _ in false }
            if !section.isEmpty { groups.append(section) }
            for defect in reader.takeDefects() where !defects.contains(defect) {
                defects.append(defect)
            }
        }
        return (groups, defects)
    }
}

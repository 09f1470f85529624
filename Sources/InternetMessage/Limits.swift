/// How much of a message is read before the rest is cut off and marked as a ``Defect``.
///
/// What arrives at a return path is written by strangers. Every dimension in which a message can
/// grow has a bound, so that reading one takes bounded memory and time that is linear in its size.
public struct Limits: Hashable, Sendable {
    /// The most octets of the whole message that are looked at.
    public var size: Int
    /// The deepest level of multiparts and messages inside each other; the message itself is 0.
    public var depth: Int
    /// The most body parts, counted over all levels.
    public var parts: Int
    /// The most header fields kept of one header section.
    public var fields: Int
    /// The most octets kept of one header field's value.
    public var fieldLength: Int

    /// Creates a set of limits.
    ///
    /// - Parameters:
    ///   - size: In octets.
    ///   - depth: In levels.
    ///   - parts: In body parts.
    ///   - fields: In fields of one header section.
    ///   - fieldLength: In octets.
    public init(size: Int, depth: Int, parts: Int, fields: Int, fieldLength: Int) {
        self.size = min(max(size, 0), Int(Int32.max))
        self.depth = min(max(depth, 0), 200)
        self.parts = max(parts, 1)
        self.fields = max(fields, 0)
        self.fieldLength = max(fieldLength, 0)
    }

    /// Limits far above what any mail server writes: 32 MiB, 32 levels, 1,000 parts, 1,000 fields
    /// of 64 KiB.
    public static let standard = Limits(
        size: 32 << 20, depth: 32, parts: 1_000, fields: 1_000, fieldLength: 64 << 10)
}

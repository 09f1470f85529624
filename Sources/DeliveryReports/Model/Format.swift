/// The form a delivery report came in.
///
/// The standard is tried first, for it is a promise; what has no part for machines is told apart by the
/// words of the program that wrote it (`FormatRule`). New programs appear, so the list is open; the raw
/// values are stable names.
public struct Format: RawRepresentable, Hashable, Sendable {
    public let rawValue: String

    /// Takes a name as it stands.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// RFC 3464 and its internationalised twin RFC 6533, in whatever part they stand.
    public static let rfc3464 = Format(rawValue: "rfc3464")
    /// The fields of RFC 3464 inside a text for people, or as a service of mail has them in JSON.
    public static let embedded = Format(rawValue: "embedded")
    /// A text for people by a program that is not known by its words.
    public static let text = Format(rawValue: "text")
}

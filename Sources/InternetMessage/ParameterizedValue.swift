/// A value with parameters behind it, as in `attachment; filename="a.txt"`.
public struct ParameterizedValue: Hashable, Sendable {
    /// What stands before the first semicolon, in small letters, without comments.
    public let value: String
    /// What stands behind it.
    public let parameters: ParameterList

    /// Reads an unfolded field value.
    public static func read(_ bytes: Bytes) -> ParameterizedValue {
        var scanner = ParameterScanner(bytes)
        let value = Text.lowercased(scanner.value())
        return ParameterizedValue(value: value, parameters: ParameterList(scanner.parameters()))
    }
}

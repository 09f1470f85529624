/// A few values by name, looked through from the first.
///
/// A dictionary's first use in a process costs more than all look-ups of a configuration (docs/decisions/0006).
struct ShortTable<Value> {
    private var rows: [(name: String, value: Value)] = []

    /// The value of a name; the first that was added.
    subscript(name: String) -> Value? { rows.first { $0.name == name }?.value }

    /// Adds a value.
    mutating func add(_ value: Value, for name: String) { rows.append((name, value)) }
}

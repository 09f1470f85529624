/// What is wrong with a configuration file: everything at once, each with its line.
package struct ConfigurationError: Explained, Hashable {
    package let path: String
    package let faults: [Fault]

    /// One thing that is wrong.
    package struct Fault: Hashable, Sendable {
        /// Counted from 1; `nil` where it is about no line.
        package let line: Int?
        package let problem: String
        package let remedy: String
    }

    init(path: String, faults: [Fault]) {
        self.path = path
        self.faults = faults
    }

    package var problem: String {
        guard let first = faults.first else { return "\(path): unusable" }
        let more = faults.count > 1 ? " (and \(faults.count - 1) more)" : ""
        return "\(place(first)): \(first.problem)\(more)"
    }

    package var remedy: String { faults.first?.remedy ?? "Look at the file." }

    /// Every fault on two lines of its own.
    package var description: String {
        faults.map { "\(place($0)): \($0.problem)\n    \($0.remedy)" }.joined(separator: "\n")
    }

    /// File and line.
    func place(_ fault: Fault) -> String {
        fault.line.map { "\(path):\($0)" } ?? path
    }
}

/// What is wrong with a configuration file: everything at once, each with its line.
package struct ConfigurationError: Explained, Hashable {
    package let path: String
    package let faults: [Fault]

    /// One thing that is wrong.
    package struct Fault: Error, Hashable {
        /// The file, where it is another than the configuration.
        package var file: String?
        /// Counted from 1; `nil` where it is about no line.
        package let line: Int?
        /// Counted from 1; `nil` where the whole line is meant.
        package var column: Int?
        package let problem: String
        package let remedy: String

        /// File, line and column.
        func place(in path: String) -> String {
            [file ?? path, line.map(String.init), column.map(String.init)].compactMap(\.self)
                .joined(separator: ":")
        }
    }

    init(path: String, faults: [Fault]) {
        self.path = path
        self.faults = faults
    }

    package var problem: String {
        guard let first = faults.first else { return "\(path): unusable" }
        let more = faults.count > 1 ? " (and \(faults.count - 1) more)" : ""
        return "\(first.place(in: path)): \(first.problem)\(more)"
    }

    package var remedy: String { faults.first?.remedy ?? "Look at the file." }

    /// Every fault on two lines of its own.
    package var description: String {
        faults.map { "\($0.place(in: path)): \($0.problem)\n    \($0.remedy)" }.joined(separator: "\n")
    }

}

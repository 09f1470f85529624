import Foundation

/// A small real program that writes down how it was started, in a temporary folder of its own.
///
/// It stands for sendmail(1) or postqueue(1) in unit tests; the real ones are met in the lab.
package final class RecordingProgram: Sendable {
    /// The folder that holds the program, its records and an empty `main.cf`.
    package let folder: URL

    /// The program's absolute path.
    package var path: String { folder.appendingPathComponent("program").path }

    /// Writes the program; it is removed with this object.
    ///
    /// - Parameters:
    ///   - behaviour: Shell commands that follow the recording of arguments and environment.
    ///     `$FOLDER` is the folder.
    ///   - readsInput: Whether standard input is recorded first, to its end.
    package init(then behaviour: String = "exit 0", readsInput: Bool = true) throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("sixreturn-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        let script = """
            #!/bin/sh
            FOLDER='\(folder.path)'
            printf '%s\\0' "$@" > "$FOLDER/arguments"
            env > "$FOLDER/environment"
            \(readsInput ? "cat > \"$FOLDER/input\"" : ":")
            \(behaviour)
            """
        try script.write(toFile: path, atomically: false, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        try Data().write(to: folder.appendingPathComponent("main.cf"))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The arguments of its last run, without its own name; empty when it has not run.
    package var arguments: [String] {
        record("arguments").split(separator: 0, omittingEmptySubsequences: false).dropLast()
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// What it read from standard input in its last run.
    package var input: [UInt8] { Array(record("input")) }

    /// The names of the variables that it was given, except those that the shell adds.
    package var environmentNames: Set<String> {
        let lines = String(decoding: record("environment"), as: UTF8.self).split(separator: "\n")
        return Set(lines.compactMap { $0.split(separator: "=").first.map(String.init) })
            .subtracting(["PWD", "OLDPWD", "SHLVL", "_"])
    }

    /// Whether it has been started at all.
    package var hasRun: Bool {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent("arguments").path)
    }

    /// The content of a file that its behaviour has written; empty when there is none.
    package func record(_ name: String) -> Data {
        (try? Data(contentsOf: folder.appendingPathComponent(name))) ?? Data()
    }
}

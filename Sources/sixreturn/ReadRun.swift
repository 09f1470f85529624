import DeliveryReports
import Glibc
import InternetMessage

/// Reads messages one after the other and prints what each says.
struct ReadRun {
    /// How to print.
    enum Format: String, CaseIterable {
        case text, json, jsonl
    }

    let paths: [String]
    let format: Format

    /// Prints all; returns the exit status.
    func run() -> Int32 {
        var output = StandardOutput()
        var failures = 0
        var count = 0
        if format == .json { output.write("[") }
        for item in MessageFiles(paths: paths) {
            switch item {
            case .failure(let error):
                failures += 1
                StandardError.say("sixreturn read: \(error.problem)\n\(error.remedy)\n")
            case .success(let file):
                write(Reading.read(file.bytes), path: file.path, isFirst: count == 0, to: &output)
                count += 1
            }
        }
        if format == .json { output.write(count == 0 ? "]\n" : "\n]\n") }
        output.flush()
        return failures > 0 ? EX_NOINPUT : EX_OK
    }

    private func write(_ reading: Reading, path: String, isFirst: Bool, to output: inout StandardOutput) {
        switch format {
        case .text:
            if !isFirst { output.write("\n") }
            output.write(reading.text(path: path))
        case .json:
            output.write(isFirst ? "\n" : ",\n")
            output.write(reading.jsonOctets(path: path, isPretty: true))
        case .jsonl:
            output.write(reading.jsonOctets(path: path, isPretty: false))
            output.write("\n")
        }
    }
}

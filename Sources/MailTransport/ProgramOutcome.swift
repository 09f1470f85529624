import Subprocess

/// What a program left behind: how it ended and what it said.
struct ProgramOutcome: Hashable, Sendable {
    let ending: ProgramEnding
    /// The beginning of standard output.
    let output: [UInt8]
    /// Whether there was more output than was to be kept.
    let outputWasCut: Bool
    /// The beginning of standard error.
    let errorOutput: [UInt8]

    /// The longest first line that is repeated to people, in characters.
    static let longestLine = 300

    /// The first line of standard error that says anything, fit for a log: one line, no control
    /// characters, at most 300 characters; empty when there is none.
    var firstErrorLine: String {
        let lines = errorOutput.split { $0 == 0x0a || $0 == 0x0d }
        let texts = lines.lazy.map { line in
            String(
                String.UnicodeScalarView(
                    String(decoding: line, as: UTF8.self).unicodeScalars.filter {
                        $0.properties.generalCategory != .control
                    })
            )
        }
        return String(texts.first { $0.contains { !$0.isWhitespace } }?.prefix(Self.longestLine) ?? "")
    }
}

/// How a program of the mail server ended.
package enum ProgramEnding: Hashable, Sendable {
    /// It ended by itself with this exit status; 0 is success, others as in sysexits.h.
    case exited(Int32)
    /// A signal of this number ended it.
    case signalled(Int32)

    init(_ status: TerminationStatus) {
        self =
            switch status {
            case .exited(let code): .exited(code)
            case .signaled(let signal): .signalled(signal)
            }
    }

    /// The ending in words, for the middle of a sentence.
    var words: String {
        switch self {
        case .exited(let status): "ended with exit status \(status)"
        case .signalled(let signal): "was ended by signal \(signal)"
        }
    }
}

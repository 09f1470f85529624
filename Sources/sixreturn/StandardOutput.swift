import Foundation
import Glibc
import ReturnPathCore
import ReturnPathService

/// The standard output, written in large pieces.
struct StandardOutput {
    private var buffer: [UInt8] = []

    /// What the terminal can show; where the output is none, what its reader asks for by the environment.
    static var style: TerminalStyle {
        var size = winsize()
        let isTerminal = isatty(STDOUT_FILENO) == 1
        let isKnown = isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        return TerminalStyle(
            ProcessInfo.processInfo.environment, columns: isTerminal ? (isKnown ? Int(size.ws_col) : 80) : nil
        )
    }

    /// Adds a text.
    mutating func write(_ text: String) {
        var text = text
        text.withUTF8 { buffer.append(contentsOf: $0) }
        if buffer.count > 1 << 16 { flush() }
    }

    /// Adds octets.
    mutating func write(_ octets: [UInt8]) {
        buffer += octets
        if buffer.count > 1 << 16 { flush() }
    }

    /// Writes what has been held back.
    mutating func flush() {
        writeAll(buffer, to: STDOUT_FILENO)
        buffer.removeAll(keepingCapacity: true)
    }
}

/// The standard error, written at once.
enum StandardError {
    /// Writes a text.
    static func write(_ text: String) { writeAll(Array(text.utf8), to: STDERR_FILENO) }

    /// Writes lines in which foreign words may stand: arguments, paths, what programs said.
    static func say(_ lines: String) {
        write(
            lines.split(separator: "\n", omittingEmptySubsequences: false).map {
                TextLayout.printable(String($0))
            }
            .joined(separator: "\n"))
    }
}

/// Writes all octets; what cannot be written is lost, for there is nobody to tell.
private func writeAll(_ bytes: [UInt8], to handle: Int32) {
    var done = 0
    while done < bytes.count {
        let count = bytes.withUnsafeBytes {
            Glibc.write(handle, $0.baseAddress.map { $0 + done }, $0.count - done)
        }
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return }
        done += count
    }
}

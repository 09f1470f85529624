import Foundation

/// One sample under `samples/bounces/<mta>/`: a message, what it reads as, and where it is from.
public struct Sample: Sendable, CustomStringConvertible {
    /// The message, `NN-what-is-special.eml`.
    public let message: URL

    /// What it reads as, beside it.
    public var expected: URL { message.deletingPathExtension().appendingPathExtension("json") }

    /// Where it is from and what it teaches, beside it.
    public var note: URL { message.deletingPathExtension().appendingPathExtension("md") }

    /// Names the sample in the list of tests.
    public var description: String {
        message.deletingLastPathComponent().lastPathComponent + "/" + message.lastPathComponent
    }

    /// The message's octets.
    public func bytes() throws -> [UInt8] { try Array(Data(contentsOf: message)) }

    /// The project's root, told from where this file lies.
    public static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// All samples, in the order of their names.
    public static let all: [Sample] = {
        let folder = root.appending(path: "samples/bounces")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        let messages = files?.compactMap { $0 as? URL }.filter { $0.pathExtension == "eml" } ?? []
        return messages.sorted { $0.path < $1.path }.map(Sample.init)
    }()
}

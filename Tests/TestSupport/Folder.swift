import Foundation

/// A folder beside a test's source file, such as `Golden`.
package func folder(_ name: String, beside file: String = #filePath) -> URL {
    URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent(name)
}

/// An error that says what is wrong and what the operator can do about it.
package protocol Explained: Error {
    /// One sentence saying what is wrong.
    var problem: String { get }
    /// One sentence saying what can be done.
    var remedy: String { get }
}

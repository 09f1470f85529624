/// The local part of an address that requests are sent to: `test`, or `test-cs` for answers in Czech.
package struct RequestAddress: Hashable, Sendable {
    /// The language that whoever writes there has chosen; `nil` where the address names none.
    package let language: Language?

    /// Reads a local part in small letters; `nil` where no request is taken.
    package init?(localPart: String) {
        guard let address = Self.all.first(where: { $0.localPart == localPart }) else { return nil }
        self = address
    }

    /// The address that asks for a language; `nil`: the plain one.
    package init(_ language: Language?) {
        self.language = language
    }

    /// Every address: the plain one first.
    package static let all = [RequestAddress(nil)] + Language.allCases.map { RequestAddress($0) }

    /// The local part.
    package var localPart: String { language.map { "test-\($0.rawValue)" } ?? "test" }
}

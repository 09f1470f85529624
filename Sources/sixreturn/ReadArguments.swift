/// The arguments of `read` as programs give them: `--format` with its value, and paths.
///
/// Setting up the argument parser takes as long as reading some hundred messages (`make bench`), so this
/// form is read here; every other, and every error, is the parser's.
struct ReadArguments {
    private(set) var paths: [String] = []
    private(set) var format = ReadRun.Format.text

    /// - Returns: `nil` where an argument is of another form, or no path is given.
    init?(_ arguments: [String]) {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "--format" {
                guard let known = rest.popFirst().flatMap(ReadRun.Format.init) else { return nil }
                format = known
            } else if argument == "-" || !argument.hasPrefix("-") {
                paths.append(argument)
            } else {
                return nil
            }
        }
        if paths.isEmpty { return nil }
    }
}

import ReturnPathCore
import ReturnPathService

/// The arguments of `receive` as pipe(8) gives them: each `--name=value`, in the words of our own
/// master.cf (deploy/postfix-v6only).
///
/// Setting up the argument parser takes a quarter of such a process's time (`make bench`), so this form
/// is read here; every other, and every error, is the parser's.
struct PipeArguments {
    private(set) var configuration = Configuration.defaultPath
    let envelope: Envelope

    /// - Returns: `nil` where an argument is of another form, or no recipient is given.
    init?(_ arguments: [String]) {
        var values: [Substring: String] = [:]
        for argument in arguments {
            guard argument.hasPrefix("--"), let equals = argument.firstIndex(of: "=") else { return nil }
            values[argument[..<equals].dropFirst(2)] = String(argument[argument.index(after: equals)...])
        }
        func take(_ name: Substring) -> String? { values.removeValue(forKey: name) }
        if let path = take("config") { configuration = path }
        guard let recipient = take("recipient"), !recipient.isEmpty,
            let instance = Envelope.Instance(
                rawValue: take("instance") ?? Envelope.Instance.operator.rawValue)
        else { return nil }
        envelope = Envelope(
            sender: take("sender") ?? "", recipient: recipient, clientAddress: take("client-address") ?? "",
            clientName: take("client-name") ?? "", helo: take("helo") ?? "", queueID: take("queue-id") ?? "",
            instance: instance)
        guard values.isEmpty else { return nil }
    }
}

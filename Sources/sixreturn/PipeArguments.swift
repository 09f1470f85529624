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
        var (sender, recipient, clientAddress, clientName, helo, queueID) = ("", "", "", "", "", "")
        var instance = Envelope.Instance.operator
        for argument in arguments {
            guard let equals = argument.firstIndex(of: "=") else { return nil }
            let value = String(argument[argument.index(after: equals)...])
            switch argument[..<equals] {
            case "--config": configuration = value
            case "--sender": sender = value
            case "--recipient": recipient = value
            case "--client-address": clientAddress = value
            case "--client-name": clientName = value
            case "--helo": helo = value
            case "--queue-id": queueID = value
            case "--instance":
                guard let known = Envelope.Instance(rawValue: value) else { return nil }
                instance = known
            default: return nil
            }
        }
        guard !recipient.isEmpty else { return nil }
        envelope = Envelope(
            sender: sender, recipient: recipient, clientAddress: clientAddress, clientName: clientName,
            helo: helo, queueID: queueID, instance: instance)
    }
}

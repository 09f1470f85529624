import CLinux
import Glibc

/// Starts programs that outlive us and that we do not wait for.
package enum DetachedProcess {
    /// The whole environment of the program: the standard directories, and no translations.
    private static let environment = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C"]

    /// Starts a program in a session of its own, with standard streams on /dev/null, without any
    /// other descriptor of ours, with default signals, in our working directory.
    ///
    /// A pipe that somebody reads from us therefore ends when we end, and not when the program does.
    /// Made for a process that exits soon: while it lives, a program that has ended stays a zombie.
    ///
    /// - Parameters:
    ///   - path: The program's path; the search path is not used.
    ///   - arguments: The arguments after the program's name; no octet may be 0.
    /// - Returns: The process identifier, which is the session's, too.
    /// - Throws: ``DetachedProcessError`` when the program does not run.
    @discardableResult
    package static func start(
        _ path: String, arguments: [String]
    ) throws(DetachedProcessError) -> Int32 {
        guard !([path] + arguments).contains(where: { $0.utf8.contains(0) }) else {
            throw .notStarted(program: path, reason: "an argument contains a zero octet")
        }
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        guard posix_spawn_file_actions_init(&actions) == 0 else { throw failure(path, ENOMEM) }
        defer { posix_spawn_file_actions_destroy(&actions) }
        guard posix_spawnattr_init(&attributes) == 0 else { throw failure(path, ENOMEM) }
        defer { posix_spawnattr_destroy(&attributes) }
        let refusals = (closeAll(in: &actions) + forget(in: &attributes)).filter { $0 != 0 }
        if let number = refusals.first { throw failure(path, number) }
        return try spawn(path, arguments, &actions, &attributes)
    }

    /// Puts the standard streams on /dev/null and closes every other descriptor.
    ///
    /// - Returns: The error numbers of all steps, 0 for each that worked.
    private static func closeAll(in actions: inout posix_spawn_file_actions_t) -> [Int32] {
        [
            posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0),
            posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0),
            posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0),
            posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1),
        ]
    }

    /// Asks for a new session, an empty signal mask and default signal handling.
    ///
    /// - Returns: The error numbers of all steps, 0 for each that worked.
    private static func forget(in attributes: inout posix_spawnattr_t) -> [Int32] {
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        let flags = spawn_in_new_session | Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)
        return [
            posix_spawnattr_setsigmask(&attributes, &none),
            posix_spawnattr_setsigdefault(&attributes, &all),
            posix_spawnattr_setflags(&attributes, flags),
        ]
    }

    private static func spawn(
        _ path: String, _ arguments: [String], _ actions: inout posix_spawn_file_actions_t,
        _ attributes: inout posix_spawnattr_t
    ) throws(DetachedProcessError) -> Int32 {
        let argv: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        let envp: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
        defer { (argv + envp).forEach { free($0) } }
        var processID: pid_t = 0
        let result = posix_spawn(&processID, path, &actions, &attributes, argv, envp)
        switch result {
        case 0: return processID
        case ENOENT, EACCES, ENOTDIR: throw .programMissing(program: path)
        default: throw failure(path, result)
        }
    }

    private static func failure(_ path: String, _ number: Int32) -> DetachedProcessError {
        .notStarted(program: path, reason: String(cString: strerror(number)))
    }
}

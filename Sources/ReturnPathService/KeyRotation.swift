import Glibc
import ReturnPathCore

/// Changes the keys (`sixreturn key rotate`).
package enum KeyRotation {
    /// Makes a new key that signs from now on; the older ones verify for as long as checks of theirs can live.
    ///
    /// - Parameter forgetOld: Drops all older keys at once: mail that is on its way is then worth nothing.
    /// - Returns: The keys that are in force now.
    package static func rotate(_ configuration: Configuration, forgetOld: Bool, at now: Moment) throws
        -> KeyRing
    {
        let path = configuration.keyPath
        let lock = try KeyLock(path)
        let fresh = Key.fresh(at: now)
        let keys = try KeyFile.read(path)
        let rotated =
            forgetOld
            ? KeyRing(first: fresh) : keys.rotated(to: fresh, lifetime: configuration.retention.checks)
        try lock.replace(by: KeyFile.text(rotated))
        return rotated
    }

    /// One line for each key: its name, when it was made, and what it is for.
    package static func list(_ keys: KeyRing, lifetime: Seconds) -> [String] {
        var lines = [line(keys.newest, "signs")]
        var successor = keys.newest
        for key in keys.older {
            let end = successor.madeAt.map { "until " + MailDate.iso($0 + lifetime).prefix(10) } ?? "still"
            lines.append(line(key, "verifies \(end)"))
            successor = key
        }
        return lines
    }

    private static func line(_ key: Key, _ purpose: String) -> String {
        let day = key.madeAt.map { String(MailDate.iso($0).prefix(10)) } ?? "unknown   "
        return "\(key.identification)  made \(day)  \(purpose)"
    }
}

import Glibc
import InternetMessage
import ReturnPathCore

/// One secret of the installation.
package struct Key: Hashable, Sendable {
    package let secret: [UInt8]
    /// `nil` for one that an earlier version made.
    package let madeAt: Moment?

    package init(secret: [UInt8], madeAt: Moment?) {
        self.secret = secret
        self.madeAt = madeAt
    }

    /// A new one.
    static func fresh(at now: Moment) -> Key {
        Key(secret: SystemRandom.octets(Signer.keyOctets), madeAt: now)
    }

    /// What people may see of it.
    package var identification: String { Signer.identification(of: secret) }
}

/// The keys that are believed: the newest signs, the older ones verify what they have signed.
package struct KeyRing: Hashable, Sendable {
    package let newest: Key
    /// The latest first.
    package let older: [Key]

    package init(first newest: Key, older: [Key] = []) {
        self.newest = newest
        self.older = older
    }

    package var signer: Signer {
        Signer(secret: newest.secret, since: newest.madeAt, older: older.map { ($0.secret, $0.madeAt) })
    }

    /// The keys after a change: those are left out that have not signed for longer than a check is kept.
    package func rotated(to key: Key, lifetime: Seconds) -> KeyRing {
        let now = key.madeAt ?? 0
        var successor = key
        var kept: [Key] = []
        for old in [newest] + older {
            // It signed until its successor was made.
            guard successor.madeAt.map({ now - $0 <= lifetime }) ?? true else { break }
            kept.append(old)
            successor = old
        }
        return KeyRing(first: key, older: kept)
    }
}

/// The file with the keys: one a line, the newest first, 64 hexadecimal digits and the day it was made.
package enum KeyFile {
    /// Reads the keys; a file that everybody may read is refused.
    package static func read(_ path: String) throws(ServiceError) -> KeyRing {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw .keyUnreadable(path: path, reason: SystemFailure(errno).words)
        }
        guard status.st_mode & 0o007 == 0 else { throw .keyExposed(path: path) }
        switch SystemFile.read(path, most: 1 << 16) {
        case .failure(let failure): throw .keyUnreadable(path: path, reason: failure.words)
        case .success(let bytes):
            guard let keys = parse(bytes) else {
                throw .keyTooShort(path: path)
            }
            return keys
        }
    }

    /// Writes keys as text.
    package static func text(_ keys: KeyRing) -> String {
        ([keys.newest] + keys.older).map { key in
            let digits = key.secret.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            return digits + (key.madeAt.map { " " + InternetDate.format($0) } ?? "") + "\n"
        }.joined()
    }

    /// Octets, not characters: every process that takes a message in reads this file.
    private static func parse(_ text: [UInt8]) -> KeyRing? {
        // An earlier version took one key, and spaces and line ends wherever they were.
        if let secret = secret(text.filter { !isSpace($0) }[...]) {
            return KeyRing(first: Key(secret: secret, madeAt: nil))
        }
        var keys: [Key] = []
        for line in text.split(separator: UInt8(ascii: "\n")) {
            let words = line.split(whereSeparator: isSpace)
            guard let word = words.first else { continue }
            guard let secret = secret(word) else { return nil }
            let madeAt = words.dropFirst().first.flatMap { InternetDate.read(Bytes($0)) }
            keys.append(Key(secret: secret, madeAt: madeAt))
        }
        return keys.first.map { KeyRing(first: $0, older: Array(keys.dropFirst())) }
    }

    private static func isSpace(_ octet: UInt8) -> Bool { octet == 0x20 || (0x09...0x0D).contains(octet) }

    private static func secret(_ digits: ArraySlice<UInt8>) -> [UInt8]? {
        guard digits.count == Signer.keyOctets * 2 else { return nil }
        var secret: [UInt8] = []
        var high: UInt8?
        for digit in digits {
            guard let value = value(of: digit) else { return nil }
            if let first = high {
                secret.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return secret
    }

    /// A hexadecimal digit's value.
    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x41...0x46, 0x61...0x66: (digit | 0x20) - 0x57
        default: nil
        }
    }
}

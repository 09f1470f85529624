import Crypto

/// Fingerprints of octets.
package enum Digest {
    /// SHA-256 (FIPS 180-4), 32 octets.
    package static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: bytes))
    }
}

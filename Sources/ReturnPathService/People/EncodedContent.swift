import Foundation
import InternetMessage

/// What a message says behind its encodings, for whoever looks for a name in it.
///
/// Bounded as every reading is (``Limits/standard``), and linear in the message.
enum EncodedContent {
    /// All parts that are in a transfer encoding or a charset, and all header fields with encoded words, in UTF-8. What
    /// stands in the message as it is does not come again.
    @Sendable static func of(_ message: Data) -> [Data] {
        var texts: [Data] = []
        collect(Entity.read([UInt8](message)), into: &texts)
        return texts
    }

    private static func collect(_ entity: Entity, into texts: inout [Data]) {
        for field in entity.header where field.rawValue.containsEncodedWord {
            texts.append(Data(field.text.utf8))
        }
        // A message inside may be encoded as a whole, and then nothing in it stands here as it is.
        let content = entity.children.isEmpty ? entity.decodedOctets.octets : entity.content.bytes
        if !content.elementsEqual(entity.body) { texts.append(Data(content)) }
        for child in entity.children { collect(child, into: &texts) }
    }
}

extension Bytes {
    /// Whether anything here might be an encoded word (RFC 2047 §2).
    fileprivate var containsEncodedWord: Bool { zip(self, dropFirst()).contains { $0 == 0x3D && $1 == 0x3F } }
}

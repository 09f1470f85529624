import InternetMessage

/// Lists of addresses (RFC 5322 §3.4).
enum AddressTarget {
    static func run(_ bytes: [UInt8]) {
        let found = AddressList.read(bytes[...])
        demand(found.count <= 1_001, "there are no more mailboxes than allowed")
        for mailbox in found {
            demandClean(mailbox.localPart)
            demandClean(mailbox.domain)
            if let name = mailbox.displayName { demandClean(name) }
            demandClean(mailbox.address)
            demand(!mailbox.address.isEmpty, "an address has text")
            _ = Mailbox.read(mailbox.address)
        }
        demand(AddressList.read(bytes[...]) == found, "reading twice gives the same")
    }
}

import MailTransport

/// The listing of a queue, a JSON object a line (Postfix src/showq/showq.c).
enum QueueTarget {
    static func run(_ bytes: [UInt8]) {
        let listing = QueueListing(reading: bytes, isWhole: true)
        let lines = bytes.split(separator: 0x0A)
        demand(listing.isComplete, "a short listing is complete")
        demand(listing.mails.count + listing.brokenLines == lines.count, "every line is a mail or broken")
        demand(QueueListing(reading: bytes, isWhole: true) == listing, "reading twice gives the same")
        let alone = lines.map { QueueListing(reading: Array($0), isWhole: true) }
        demand(alone.flatMap(\.mails) == listing.mails, "no line changes another's meaning")
        for (line, mail) in zip(lines, alone).compactMap({ line, read in read.mails.first.map { (line, $0) } }
        ) {
            demand(
                mail.recipients.count <= line.count / 2,
                "a mail has no more recipients than its line can hold")
        }
        let cut = QueueListing(reading: bytes, isWhole: false)
        demand(!cut.isComplete, "a cut listing is not complete")
        demand(cut.mails == listing.mails.prefix(cut.mails.count)[...].map { $0 }, "and has the first mails")
        demand(listing.mails.count - cut.mails.count <= 1, "and lacks at most its last")
        let few = QueueListing(reading: bytes, isWhole: true, mostLines: 2)
        demand(few.mails.count <= 2 && few.isComplete == (lines.count <= 2), "bounds are kept and said")
    }
}

import Testing

/// Tests that write programs and start them, one after the other: a program is "busy" for as long as
/// a process forked meanwhile by another test still holds it open for writing (ETXTBSY).
@Suite("Programs", .serialized)
enum ProgramTests {}

import Testing

/// Tests that start programs, one after the other: their time-outs are short, and many shells at once
/// on a busy machine would outlast them.
@Suite("Programs", .serialized)
enum ProgramTests {}

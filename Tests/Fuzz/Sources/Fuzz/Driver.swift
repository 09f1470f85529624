import Glibc

/// libFuzzer's own main, as a function (LLVM, compiler-rt/lib/fuzzer/FuzzerInterface.h).
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// Hands libFuzzer the target that `FUZZ_TARGET` names.
///
/// A variable and not an argument: libFuzzer starts itself again with its own arguments, to make a
/// finding smaller.
@main
enum Driver {
    static func main() {
        guard Target.chosen != nil else {
            let names = Target.allCases.map(\.rawValue).joined(separator: ", ")
            complain("Fuzz: FUZZ_TARGET must be one of \(names)\n")
            exit(EX_USAGE)
        }
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        let status = runDriver(&count, &arguments) { start, count in
            Target.chosen?.run(Array(UnsafeBufferPointer(start: start, count: count)))
            return 0
        }
        exit(status)
    }
}

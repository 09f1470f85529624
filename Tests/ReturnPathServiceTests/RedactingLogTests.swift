import ReturnPathCore
import TestSupport
import Testing

@testable import ReturnPathService

@Suite("The log")
struct RedactingLogTests {
    @Test(
        "has a pseudonym in place of every address",
        arguments: [
            "user <anna@tester.example> unknown", "to=anna@tester.example, status=bounced",
            "Anna@Tester.Example.", "sendmail ended with 67: anna@tester.example... User unknown",
        ])
    func redacted(text: String) {
        let name = "~" + Experiment.signer.pseudonym(of: "anna@tester.example")
        let line = RedactingLog.redacted(text, Experiment.signer)
        #expect(!line.lowercased().contains("anna"))
        #expect(line.contains(name), "\(line)")
    }

    @Test(
        "has a pseudonym in place of a quoted local part, too",
        arguments: [#""anna b"@tester.example"#, #""a\"anna"@tester.example"#, #""anna\\"@tester.example"#])
    func quoted(address: String) {
        let name = "~" + Experiment.signer.pseudonym(of: address)
        #expect(
            RedactingLog.redacted("5.1.1 <\(address)>: unknown \"user\"", Experiment.signer)
                == "5.1.1 <\(name)>: unknown \"user\"")
    }

    @Test(
        "is else as it was written",
        arguments: ["", "\"a\" b", "c of abc: cannot execute /usr/sbin/sendmail. Install it", "é\n"])
    func untouched(text: String) {
        #expect(RedactingLog.redacted(text, Experiment.signer) == text)
    }
}

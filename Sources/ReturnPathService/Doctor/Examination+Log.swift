import Glibc

extension Examination {
    /// A log that has to be there and readable for the service's account.
    init(_ check: DoctorCheck, log path: String, ifMissing remedy: String) {
        let name = Initializer.account
        guard let facts = FileFacts(path) else {
            self.init(check, problem: "\(path) does not exist.", remedy: remedy)
            return
        }
        guard let account = getpwnam(name)?.pointee else {
            self.init(check, unknown: "There is no account \(name).")
            return
        }
        guard facts.isReadable(by: account) else {
            self.init(
                check, problem: "\(name) cannot read \(path).",
                remedy: "Run: chgrp \(name) \(path) && chmod 640 \(path)")
            return
        }
        self.init(check, path)
    }
}

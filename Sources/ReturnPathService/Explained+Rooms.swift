import MailTransport
import ReturnPathStore

extension StoreError: Explained {}
extension SubmissionError: Explained {}
extension InstanceError: Explained {}
extension DetachedProcessError: Explained {}
extension ResolverError: Explained {}
extension LogFile.ReadError: Explained {}

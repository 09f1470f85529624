// MailTransportTests

// Room of MailTransport.

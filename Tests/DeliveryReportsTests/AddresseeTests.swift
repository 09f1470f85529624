import DeliveryReports
import Testing

/// Reports in whatever language: a mail system gives a message back and names whom it was for.
@Suite("Addressees of what is returned")
struct AddresseeTests {
    static func read(
        _ text: String, from: String = "mailer-daemon@a.example", reader: String = "me@y.example",
        path: String = "<>", subject: String = "x", to: String = "r@b.example, q@b.example",
        end: String = "\n--b--\n"
    ) -> [String] {
        Reading.read(
            Array(
                """
                Return-Path: \(path)
                From: \(from)
                To: \(reader)
                Subject: \(subject)
                Content-Type: multipart/mixed; boundary=b

                --b

                \(text)
                --b
                Content-Type: message/rfc822

                To: \(to)

                x\(end)
                """.utf8)
        ).recipients.map(\.finalRecipient.address)
    }

    @Test("are those who are named, wherever that is")
    func named() {
        #expect(Self.read("zzz r@b.example zzz: 550 z") == ["r@b.example"])
        #expect(Self.read("zzz\n<R@B.example> zz\nzz q@b.example 5.1.1") == ["R@B.example", "q@b.example"])
        #expect(Self.read("zzz") == [])
        #expect(Self.read("zzz other@b.example zzz: 550 z") == [])
        // A summary of the header says nothing of what happened.
        #expect(Self.read("zzz: 550 z\nTo: r@b.example, q@b.example") == [])
    }

    @Test("count where nobody but a mail system writes")
    func author() {
        #expect(Self.read("zzz r@b.example zzz: 550 z", from: "otto@a.example") == [])
        #expect(
            Self.read("zzz r@b.example zzz: 550 z", subject: "Re: x", to: "r@b.example") == ["r@b.example"])
        #expect(Self.read("zzz r@b.example zzz: 550 z", path: "<m@a.example>", subject: "Re: x") == [])
    }

    @Test("are not known where the message ends within them")
    func cut() {
        #expect(Self.read("zzz r@b.example zzz: 550 z", end: "") == [])
    }

    @Test("are nobody where reports go to the errors of the list that it was for, and nobody is named")
    func list() {
        let text = "it was not delivered"
        for reader in ["list-bounces@b.example", "LIST-admin@b.example", "owner-list@b.example"] {
            #expect(Self.read(text, reader: reader, to: "list@B.example") == [])
        }
        for reader in ["me@y.example", "list-bounces@c.example", "lister@b.example", "list@b.example"] {
            #expect(Self.read(text, reader: reader, to: "list@b.example") == ["list@b.example"])
        }
    }

    @Test("give way to a surer form")
    func surer() {
        #expect(Self.read("list r@b.example:\n\nnot delivered:\n\n<z@c.example>: gone") == ["z@c.example"])
    }

    @Test("do not make a report of good news")
    func success() {
        #expect(Self.read("zzz r@b.example zzz") == [])
        #expect(Self.read("zzz r@b.example zzz 2.0.0 250") == [])
        #expect(Self.read("zzz r@b.example zzz", subject: "delivery failure") == ["r@b.example"])
        #expect(Self.read("zzz r@b.example zzz", subject: "warning") == ["r@b.example"])
        #expect(Self.read("r@b.example: utilisateur inconnu") == ["r@b.example"])
        #expect(Self.read("successfully delivered to r@b.example") == [])
    }

    @Test("need not be known where the subject says that delivery failed and they have a line of their own")
    func ownLine() {
        func recipients(_ text: String, subject: String = "failure notice") -> [String] {
            let message = """
                Return-Path: <>
                From: MAILER-DAEMON@mx.y.example
                To: me@y.example
                Subject: \(subject)

                ไม่สามารถส่งจดหมายได้

                \(text)

                """
            return Reading.read(Array(message.utf8)).recipients.map(\.finalRecipient.address)
        }
        for line in ["r@b.example", "<r@b.example>", "  <r@b.example>:"] {
            #expect(recipients(line) == ["r@b.example"])
            #expect(recipients(line, subject: "hello") == [])
        }
        for line in [
            "zzz r@b.example", "postmaster@b.example", "<me@y.example>", "mailer-daemon@mx.y.example",
        ] {
            #expect(recipients(line) == [])
        }
        #expect(recipients("r@b.example\n\nsuccessfully delivered") == [])
    }

    @Test("without a reverse-path alone let a subject make a report of a text")
    func path() {
        func kind(_ path: String) -> Kind {
            let text =
                "\(path)From: x@z.example\nSubject: delivery failure\n\nnot delivered:\n\n<r@z.example>\n"
            return Reading.read(Array(text.utf8)).kind
        }
        #expect(kind("Return-Path: <>\n") == .report)
        #expect(kind("") == .report)
        #expect(kind("Return-Path: <x@z.example>\n") == .other)
    }
}

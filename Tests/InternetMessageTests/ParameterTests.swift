import InternetMessage
import Testing

@Suite("Parameters")
struct ParameterTests {
    static let rows: [(String, String, String?)] = [
        ("text/plain; charset=utf-8", "charset", "utf-8"),
        ("text/plain; CHARSET = \"utf-8\" ; x=y", "charset", "utf-8"),
        ("text/plain; charset=utf-8 (a comment)", "charset", "utf-8"),
        ("text/plain (a; comment); charset=utf-8", "charset", "utf-8"),
        ("multipart/mixed;boundary=\"a\\\"b; c\"", "boundary", "a\"b; c"),
        ("multipart/mixed; boundary=a=b", "boundary", "a=b"),
        ("multipart/mixed; boundary=\"never ended", "boundary", "never ended"),
        ("a/b; name*=utf-8'cs'%C5%99", "name", "ř"),
        ("a/b; name*=iso-8859-2''%F8", "name", "ř"),
        ("a/b; name*1=lo; name*0=hel", "name", "hello"),
        ("a/b; name*0*=utf-8''%C5; name*1*=%99; name*2=x", "name", "řx"),
        ("a/b; name=plain; name*=utf-8''better", "name", "better"),
        ("a/b; name==?utf-8?q?=C5=99?=", "name", "ř"),
        ("a/b; x=1; x=2", "x", "1"),
        ("a/b; ;; =; ; y=1", "y", "1"),
        ("a/b", "x", nil),
        ("", "x", nil),
    ]

    @Test("are put together as RFC 2231 says", arguments: rows)
    func reads(_ text: String, _ name: String, _ expected: String?) {
        #expect(ParameterizedValue.read(Array(text.utf8)[...]).parameters[name] == expected)
    }

    @Test("leave a media type")
    func mediaType() {
        let type = ContentType.read(Array("Multipart/REPORT (x) ; report-type=Delivery-Status".utf8)[...])
        #expect(type.is("multipart/report"))
        #expect(type.mediaType == "multipart/report")
        #expect(ContentType.read(Array("text".utf8)[...]).is("text/plain"))
        #expect(ContentType.read([]).is("text/plain"))
    }
}

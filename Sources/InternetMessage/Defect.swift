/// Something in a message that is malformed and was read nevertheless.
///
/// The raw values are stable names: they are written into JSON and into the evidence.
public enum Defect: String, Hashable, Sendable, CaseIterable {
    /// There is not a single octet.
    case emptyMessage = "empty-message"
    /// The message is larger than ``Limits/size``; the rest was not read.
    case sizeExceeded = "size-exceeded"
    /// Parts are nested deeper than ``Limits/depth``; the innermost were not opened.
    case depthExceeded = "depth-exceeded"
    /// There are more body parts than ``Limits/parts``; the rest was not read.
    case partsExceeded = "parts-exceeded"
    /// A header section has more fields than ``Limits/fields``; the rest was skipped.
    case fieldsExceeded = "fields-exceeded"
    /// A field is longer than ``Limits/fieldLength``; its end was cut off.
    case fieldLengthExceeded = "field-length-exceeded"
    /// A line end is a lone CR (RFC 5322 §2.2 wants CR and LF together).
    case bareCarriageReturn = "bare-carriage-return"
    /// There are NUL octets (RFC 5322 §4 has them obsolete); they are left out of every text.
    case nulOctets = "nul-octets"
    /// A `From ` line of a mailbox file (RFC 4155) stands before the header section.
    case mailboxLine = "mailbox-line"
    /// There is no header section at all; everything is body.
    case noHeader = "no-header"
    /// A line inside a header section is neither a field nor the continuation of one.
    case malformedField = "malformed-field"
    /// The header section is not ended by an empty line and no body follows.
    case noBody = "no-body"
    /// A multipart names no boundary (RFC 2046 §5.1.1).
    case noBoundary = "no-boundary"
    /// A multipart's boundary does not occur in its body.
    case boundaryNotFound = "boundary-not-found"
    /// A multipart ends without its closing delimiter, as a truncated message does.
    case noEndBoundary = "no-end-boundary"
    /// The content transfer encoding is not one of RFC 2045 §6; the content was taken as it is.
    case unknownTransferEncoding = "unknown-transfer-encoding"
    /// The content is not in the transfer encoding it claims; it was taken as it is, or in part.
    case malformedTransferEncoding = "malformed-transfer-encoding"
    /// The charset is not known here; the text was taken as UTF-8 or else as Latin-1.
    case unknownCharset = "unknown-charset"
    /// The text has octets that are invalid in its charset; they became U+FFFD or Latin-1.
    case malformedCharset = "malformed-charset"
}

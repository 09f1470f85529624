import DeliveryReports
import Foundation
import InternetMessage

/// The whole reader, up to its JSON.
enum ReportTarget {
    static func run(_ bytes: [UInt8]) {
        let reading = Reading.read(bytes)
        let json = reading.canonicalJSON
        demandClean(json)
        demandClean(reading.text(path: "x"))
        demand(isJSON(json), "the JSON is well-formed")
        let line = reading.json(path: nil, isPretty: false)
        demand(line.utf8.allSatisfy { $0 >= 0x20 }, "compact JSON is one line")
        demand(isJSON(line), "the compact JSON is well-formed")
        demand(Reading.read(bytes).canonicalJSON == json, "reading twice gives the same")
        guard let twin = bytes.withCRLF else { return }
        demand(Reading.read(twin).canonicalJSON == json, "CRLF reads like LF")
    }

    private static func isJSON(_ text: String) -> Bool {
        (try? JSONSerialization.jsonObject(with: Data(text.utf8))) != nil
    }
}

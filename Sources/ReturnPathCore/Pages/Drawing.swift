/// A picture as shapes, for the template that writes SVG. One unit is a CSS pixel at a telephone's width.
struct Drawing {
    /// The width of every picture.
    static let width = 360

    /// What the picture says, for whoever does not see it.
    let description: String
    var height = 0
    private var shapes: [[String: Any]] = []

    init(_ description: String) {
        self.description = description
    }

    /// A box with round corners.
    mutating func box(x: Int, y: Int, width: Int, height: Int, _ style: String) {
        add("box", ["x": x, "y": y, "width": max(0, width), "height": height, "style": style])
    }

    /// A line through points, in SVG's words.
    mutating func path(_ path: String, _ style: String) { add("path", ["d": path, "style": style]) }

    /// A symbol in a circle.
    mutating func mark(x: Int, y: Int, _ symbol: String, _ tone: Tone) {
        add("mark", ["x": x, "y": y, "base": y + 4, "symbol": symbol, "style": tone.rawValue])
    }

    /// A line of text that begins at a point; what is too long is cut.
    mutating func text(x: Int, y: Int, _ text: String, _ style: String, most: Int = 52) {
        add("text", ["x": x, "y": y, "text": Self.cut(text, most), "style": style])
    }

    /// What the template needs.
    var context: [String: Any] {
        [
            "description": description, "width": Self.width, "height": height, "shapes": shapes,
        ]
    }

    private mutating func add(_ kind: String, _ values: [String: Any]) { shapes.append([kind: values]) }

    /// The beginning and the end of a text that is too long: of a host's name both tell something.
    private static func cut(_ text: String, _ most: Int) -> String {
        guard text.count > most else { return text }
        return text.prefix(most - 13) + "…" + text.suffix(12)
    }
}

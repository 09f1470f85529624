/// Bars that lie below one another, each with its name above it.
struct BarChart {
    /// One bar: parts of a whole, or a number beside others.
    struct Bar {
        let name: String
        let parts: [(style: String, number: Int)]
        /// What stands at the right end of the name's line.
        let text: String
    }

    /// Draws bars to one scale.
    ///
    /// - Parameter whole: What the whole width stands for; `nil`: each bar is a whole of its own.
    static func drawing(_ description: String, _ bars: [Bar], whole: Int?) -> Drawing {
        var drawing = Drawing(description)
        var top = 0
        for bar in bars {
            let scale = max(1, whole ?? bar.parts.map(\.number).reduce(0, +))
            drawing.text(x: 0, y: top + 14, bar.name, "plain", most: 42)
            drawing.text(x: Drawing.width, y: top + 14, bar.text, "end")
            drawing.box(x: 0, y: top + 21, width: Drawing.width, height: 13, "bar rest")
            var sum = 0
            for part in bar.parts where part.number > 0 {
                let left = sum * Drawing.width / scale
                sum += part.number
                let right = sum * Drawing.width / scale
                drawing.box(
                    x: left, y: top + 21, width: max(2, right - left), height: 13, "bar \(part.style)")
            }
            top += 44
        }
        drawing.height = max(1, top)
        return drawing
    }
}

/// Columns that stand beside one another, a month each, from 0 to 100 %.
enum ColumnChart {
    private static let left = 48
    private static let height = 110

    /// Draws the shares.
    static func drawing(
        _ description: String, _ columns: [(name: String, parts: [(style: String, number: Int)])]
    )
        -> Drawing
    {
        var drawing = Drawing(description)
        for (share, y) in [("100 %", 8), ("50 %", 8 + height / 2), ("0 %", 8 + height)] {
            drawing.text(x: left - 6, y: y + 4, share, "end")
            drawing.path("M\(left) \(y)H\(Drawing.width)", "line trunk")
        }
        let step = min(48, (Drawing.width - left) / max(1, columns.count))
        for (index, column) in columns.enumerated() {
            let all = column.parts.map(\.number).reduce(0, +)
            let x = left + index * step + step / 8
            var sum = 0
            for part in column.parts where part.number > 0 {
                let from = sum * height / max(1, all)
                sum += part.number
                let to = sum * height / max(1, all)
                drawing.box(
                    x: x, y: 8 + height - to, width: step - step / 4, height: to - from, "bar \(part.style)")
            }
        }
        label(columns.map(\.name), step, &drawing)
        drawing.height = height + 36
        return drawing
    }

    /// The first month and the last; all where there is room.
    private static func label(_ names: [String], _ step: Int, _ drawing: inout Drawing) {
        let isRoomy = step >= 46
        for (index, name) in names.enumerated() where isRoomy || index == 0 || index == names.count - 1 {
            let isLast = !isRoomy && index > 0
            drawing.text(
                x: isLast ? left + (index + 1) * step : left + index * step, y: height + 26, name,
                isLast ? "end" : "plain")
        }
    }
}

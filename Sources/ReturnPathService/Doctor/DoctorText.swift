import ReturnPathCore

/// Writes examinations for people, at most 80 columns where foreign words allow.
package struct DoctorText {
    private let isColoured: Bool

    package init(isColoured: Bool) {
        self.isColoured = isColoured
    }

    /// Everything, a line or more for each thing looked at, and a summary.
    package func text(_ examinations: [Examination]) -> String {
        examinations.map(line).joined() + "\n" + summary(examinations)
    }

    private func line(_ examination: Examination) -> String {
        let head = "\(word(examination.result)) \(name(examination.check)) "
        guard examination.result == .fault else { return head + wrapped(examination.text) + "\n" }
        let gap = String(repeating: " ", count: Self.indent)
        let problems = examination.problems
        return problems.indices.map { index in
            // A remedy that several problems share stands behind the last of them.
            let isLast = index + 1 == problems.count || problems[index + 1].remedy != problems[index].remedy
            return (index == 0 ? head : gap) + wrapped(problems[index].problem) + "\n"
                + (isLast ? gap + wrapped("-> \(problems[index].remedy)") + "\n" : "")
        }.joined()
    }

    private func summary(_ examinations: [Examination]) -> String {
        func count(_ result: Examination.Result) -> Int { examinations.filter { $0.result == result }.count }
        let faults = count(.fault)
        let unknown = count(.unknown)
        if faults == 0, unknown == 0 { return "All \(examinations.count) things looked at are right.\n" }
        return "\(count(.ok)) right, \(faults) wrong, \(unknown) not looked at.\n"
    }

    private func word(_ result: Examination.Result) -> String {
        let (text, code) =
            switch result {
            case .ok: ("ok     ", "32")
            case .fault: ("FAULT  ", "31")
            case .unknown: ("unknown", "33")
            }
        return isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    private static let indent = 28

    private func name(_ check: DoctorCheck) -> String {
        check.rawValue + String(repeating: " ", count: max(0, 19 - check.rawValue.count))
    }

    private func wrapped(_ text: String) -> String {
        TextLayout.wrap(
            text, rest: String(repeating: " ", count: Self.indent), firstColumn: Self.indent, width: 80)
    }
}

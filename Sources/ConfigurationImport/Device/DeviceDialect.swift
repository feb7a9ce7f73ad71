import Messages

/// Whose configuration a text is.
enum DeviceDialect: String, CaseIterable {
    case cisco = "cisco-ios"
    case huawei = "huawei-vrp"
    case junos, mikrotik, fortigate

    /// Lines that decide; a file's beginning is enough.
    private static let lines = 5000

    /// What the lines prove of one dialect.
    struct Points: Equatable {
        /// Lines that hardly any other format has, weighed.
        var strong = 0
        /// Lines that fit but prove nothing alone.
        var weak = 0

        var total: Int { strong + min(weak, strong, 8) }
    }

    static func points(_ lines: ArraySlice<ImportLine>) -> [DeviceDialect: Points] {
        var points: [DeviceDialect: Points] = [:]
        for line in lines.prefix(Self.lines) where line.text.utf8.count < 400 {
            let line = DeviceText.cleaned(line)
            let words = line.fields
            guard let first = words.first else { continue }
            for dialect in allCases {
                let mark = dialect.mark(first, words, indentation: line.indentation)
                if mark == 1 {
                    points[dialect, default: Points()].weak += 1
                } else if mark != 0 {
                    points[dialect, default: Points()].strong += mark
                }
            }
        }
        return points
    }

    func likeness(_ lines: ArraySlice<ImportLine>) -> Int {
        let points = Self.points(lines)
        let own = points[self]?.total ?? 0
        guard own > 0 else { return 0 }
        let rival = points.filter { $0.key != self }.map(\.value.total).max() ?? 0
        if rival >= own { return min(30, own * 30 / max(1, rival)) }
        let certainty = own >= 8 ? 90 : own >= 5 ? 75 : own >= 3 ? 60 : 40
        return rival * 3 > own ? certainty - 20 : certainty
    }

    /// The dialect that the lines are far more like than this one; nil: none.
    func stronger(_ lines: ArraySlice<ImportLine>) -> DeviceDialect? {
        let points = Self.points(lines)
        let own = points[self]?.total ?? 0
        let best = points.filter { $0.key != self }.max { $0.value.total < $1.value.total }
        guard let best, best.value.total >= 6, best.value.total > own * 2 else { return nil }
        return best.key
    }

    private func mark(_ first: Substring, _ words: [Substring], indentation: Int) -> Int {
        switch self {
        case .cisco: Self.cisco(first, words, indentation)
        case .huawei: Self.huawei(first, words, indentation)
        case .junos: Self.junos(first, words, indentation)
        case .mikrotik: Self.mikrotik(first, words, indentation)
        case .fortigate: Self.fortigate(first, words, indentation)
        }
    }
}

extension DeviceDialect {
    /// - Throws: Where the text is clearly the configuration of another system: its lines would be read wrong.
    func refuseOthers(_ lines: [ImportLine], path: String) throws(ImportFailure) {
        guard let other = stronger(lines[...]) else { return }
        throw ImportFailure(
            path: path, DeviceConfigurationMessage.otherSystem(named: rawValue, recognised: other.rawValue))
    }
}

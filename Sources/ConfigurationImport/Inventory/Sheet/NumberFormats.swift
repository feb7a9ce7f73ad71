import NetworkTypes

/// Which number formats of a spreadsheet show a date, and what a number stands for. ECMA-376 part 1, §18.8.30.
struct NumberFormats {
    /// Formats of cells that are looked at.
    private static let limit = 65_536

    /// By the index that a cell gives.
    private var dates: [Bool] = []
    /// Days are counted from 1904 (old Macintosh) and not from 1900.
    var countsFrom1904 = false

    init(_ styles: [UInt8] = []) throws(MarkupReader.Failure) {
        var reader = MarkupReader(styles)
        var custom: [Int: Bool] = [:]
        var isInCellFormats = false
        while let event = try reader.next() {
            switch event {
            case .start(let tag) where tag.name == "numFmt":
                if let id = tag["numFmtId"].flatMap({ Int($0) }), let code = tag["formatCode"],
                    custom.count < Self.limit
                {
                    custom[id] = Self.showsDate(code)
                }
            case .start(let tag) where tag.name == "cellXfs": isInCellFormats = true
            case .end(let name) where name == "cellXfs": isInCellFormats = false
            case .start(let tag) where isInCellFormats && tag.name == "xf" && dates.count < Self.limit:
                let id = tag["numFmtId"].flatMap { Int($0) } ?? 0
                dates.append(custom[id] ?? Self.isBuiltInDate(id))
            default: break
            }
        }
    }

    private static func isBuiltInDate(_ id: Int) -> Bool {
        switch id {
        case 14...17, 22, 27...31, 36, 50...54, 57, 58: true
        default: false
        }
    }

    /// A day or a year outside quoted and bracketed parts.
    private static func showsDate(_ code: String) -> Bool {
        var (isQuoted, isBracketed, isEscaped) = (false, false, false)
        for character in code.lowercased() {
            if isEscaped {
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "\"" {
                isQuoted.toggle()
            } else if character == "[" || character == "]" {
                isBracketed = character == "["
            } else if !isQuoted, !isBracketed, character == "d" || character == "y" {
                return true
            }
        }
        return false
    }

    /// Whole numbers without a fraction, dates as ISO 8601; what is no number stays as it is.
    func text(_ value: String, style: Int?) -> String {
        guard let number = Double(value), number.isFinite, abs(number) < 1e15 else { return value }
        if let style, dates.indices.contains(style), dates[style], let date = date(number) { return date.description }
        return number == number.rounded() ? String(Int64(number)) : value
    }

    private func date(_ number: Double) -> CalendarDate? {
        guard number >= 1, number < 2_958_466 else { return nil }
        let day = Int64(number.rounded(.down))
        // The day numbers of 1970-01-01; the calendar of 1900 has a 29 February that never was.
        return CalendarDate(dayNumber: countsFrom1904 ? day - 24_107 : day - (day < 60 ? 25_568 : 25_569))
    }
}

import NetworkTypes

/// Times as the tools write them that record traffic.
enum RecordTime {
    /// Of Vietnam, in minutes, for times that are written as on the clock on the wall.
    static let localOffset = 420

    /// Seconds since 1970 with a fraction; beyond the year 5138, milliseconds.
    static func epoch(_ text: some StringProtocol) -> CaptureTime? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), (1...15).contains(parts[0].utf8.count), isNumber(parts[0]),
            let whole = Int64(parts[0])
        else { return nil }
        var fraction: Int64 = 0
        if parts.count == 2 {
            guard isNumber(parts[1]), let value = fractionOfSecond(parts[1]) else { return nil }
            fraction = value
        }
        if whole >= 100_000_000_000 {
            let seconds = CaptureTime(seconds: whole / 1000).nanoseconds
            return CaptureTime(nanoseconds: seconds &+ whole % 1000 * 1_000_000 &+ fraction / 1000)
        }
        let seconds = CaptureTime(seconds: whole).nanoseconds
        let (sum, overflow) = seconds.addingReportingOverflow(fraction)
        return CaptureTime(nanoseconds: overflow ? seconds : sum)
    }

    /// `2026-11-23T23:20:24.591` with a zone or without one. RFC 3339 §5.6.
    static func calendar(_ text: some StringProtocol, offsetMinutes: Int) -> CaptureTime? {
        let parts = text.split { $0 == "T" || $0 == " " || $0 == "t" }
        guard parts.count == 2, let date = CalendarDate(parts[0]) else { return nil }
        var clock = String(parts[1])
        var offset = offsetMinutes
        if clock.hasSuffix("Z") || clock.hasSuffix("z") {
            clock.removeLast()
            offset = 0
        } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
            let zone = clock[clock.index(after: sign)...].filter { $0 != ":" }
            guard zone.utf8.count == 4, isNumber(zone), let value = Int(zone) else { return nil }
            offset = (value / 100 * 60 + value % 100) * (clock[sign] == "-" ? -1 : 1)
            clock = String(clock[..<sign])
        }
        let seconds = clock.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = seconds[0].split(separator: ":", omittingEmptySubsequences: false)
        guard numbers.count == 3, numbers.allSatisfy({ $0.utf8.count == 2 && isNumber($0) }),
            let hour = Int64(numbers[0]), let minute = Int64(numbers[1]), let second = Int64(numbers[2]),
            hour < 24, minute < 60, second <= 60
        else { return nil }
        var fraction: Int64 = 0
        if seconds.count == 2, let value = fractionOfSecond(seconds[1]) { fraction = value }
        let whole = date.dayNumber * 86_400 + hour * 3600 + minute * 60 + second - Int64(offset) * 60
        let start = CaptureTime(seconds: whole)
        let (sum, overflow) = start.nanoseconds.addingReportingOverflow(fraction)
        return overflow ? start : CaptureTime(nanoseconds: sum)
    }

    private static func isNumber(_ text: some StringProtocol) -> Bool {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// In nanoseconds.
    private static func fractionOfSecond(_ digits: some StringProtocol) -> Int64? {
        let nine = digits.prefix(9)
        guard isNumber(nine) else { return nil }
        return Int64(nine + String(repeating: "0", count: 9 - nine.utf8.count))
    }
}

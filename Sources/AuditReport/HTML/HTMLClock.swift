import NetworkTypes

/// Writes times as offices do, `dd/mm/yyyy HH:MM`, on the site's clock.
struct HTMLClock: Sendable {
    /// East positive.
    let offsetMinutes: Int

    /// Day and minute.
    func minute(_ time: CaptureTime) -> String { String(text(time).prefix(16)) }

    /// Day, and the time to the second.
    func second(_ time: CaptureTime) -> String { text(time) }

    func day(_ date: CalendarDate) -> String { "\(two(date.day))/\(two(date.month))/\(date.year)" }

    func day(_ time: CaptureTime) -> String { day(time.date(offsetMinutes: offsetMinutes)) }

    /// `UTC+07:00`.
    var zone: String {
        let size = offsetMinutes.magnitude
        return "UTC\(offsetMinutes < 0 ? "-" : "+")\(two(Int(size / 60))):\(two(Int(size % 60)))"
    }

    /// The moment of an RFC 3339 text in UTC, to the second and below; nil for any other text.
    static func moment(_ text: String) -> CaptureTime? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes.last == UInt8(ascii: "Z"), bytes[10] == UInt8(ascii: "T"),
            let date = CalendarDate(text.prefix(10)), let hour = number(bytes[11..<13]),
            let minute = number(bytes[14..<16]), let second = number(bytes[17..<19]), hour < 24, minute < 60,
            second < 61
        else { return nil }
        var nanoseconds = 0
        if bytes[19] == UInt8(ascii: ".") {
            var digits = Array(bytes[20..<(bytes.count - 1)].prefix(9))
            while digits.count < 9 { digits.append(UInt8(ascii: "0")) }
            guard let fraction = number(digits[...]) else { return nil }
            nanoseconds = fraction
        }
        let seconds = date.dayNumber * 86_400 + Int64(hour * 3600 + minute * 60 + second)
        let whole = CaptureTime(seconds: seconds).nanoseconds
        return CaptureTime(nanoseconds: whole.addingReportingOverflow(Int64(nanoseconds)).partialValue)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private func text(_ time: CaptureTime) -> String {
        let seconds = time.wholeSeconds &+ Int64(offsetMinutes) * 60
        let ofDay = Int(((seconds % 86_400) + 86_400) % 86_400)
        return "\(day(time)) \(two(ofDay / 3600)):\(two(ofDay / 60 % 60)):\(two(ofDay % 60))"
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

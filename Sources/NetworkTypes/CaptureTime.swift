/// A moment on the capture's clock: nanoseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
public struct CaptureTime: Hashable, Comparable, Sendable, BitwiseCopyable {
    public let nanoseconds: Int64

    public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }
    public init(seconds: Int64) { nanoseconds = seconds.multipliedClamped(by: 1_000_000_000) }

    public static func < (a: CaptureTime, b: CaptureTime) -> Bool { a.nanoseconds < b.nanoseconds }

    /// Seconds since 1970, rounded down.
    public var wholeSeconds: Int64 {
        let quotient = nanoseconds / 1_000_000_000
        return nanoseconds % 1_000_000_000 < 0 ? quotient - 1 : quotient
    }

    /// The time that passed since `earlier`, in nanoseconds; clamped, never traps.
    public func nanoseconds(since earlier: CaptureTime) -> Int64 {
        let (difference, overflow) = nanoseconds.subtractingReportingOverflow(earlier.nanoseconds)
        return overflow ? (nanoseconds > earlier.nanoseconds ? .max : .min) : difference
    }
}

extension Int64 {
    func multipliedClamped(by factor: Int64) -> Int64 {
        let (product, overflow) = multipliedReportingOverflow(by: factor)
        return overflow ? (self < 0 ? .min : .max) : product
    }
}

/// A date of the proleptic Gregorian calendar without a time zone, as people write it in a site file.
public struct CalendarDate: Hashable, Comparable, Sendable {
    public let year: Int
    public let month: Int
    public let day: Int

    /// Nil where the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CalendarDate.days(inMonth: month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    private init(checkedYear: Int, month: Int, day: Int) {
        year = checkedYear
        self.month = month
        self.day = day
    }

    static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1970-01-01; the algorithm of H. Hinnant's `days_from_civil`.
    public var dayNumber: Int64 {
        let y = Int64(month <= 2 ? year - 1 : year)
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let monthFromMarch = Int64((month + 9) % 12)
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + Int64(day) - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    public init(dayNumber: Int64) {
        let z = dayNumber + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = Int(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
        let month = Int(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9)
        self.init(checkedYear: Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0), month: month, day: day)
    }

    public static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.dayNumber < b.dayNumber }
}

extension CalendarDate: CustomStringConvertible {
    /// ISO 8601, `2026-11-24`.
    public var description: String {
        "\(year < 1000 ? String(repeating: "0", count: 4 - String(year).count) : "")\(year)-\(Self.two(month))-\(Self.two(day))"
    }

    static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// Reads exactly `YYYY-MM-DD`.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2d }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

extension CaptureTime: CustomStringConvertible {
    /// RFC 3339 in UTC with microseconds, `2026-11-24T08:42:27.000001Z`.
    public var description: String { text(offsetMinutes: 0, microseconds: true) }

    /// RFC 3339 at an offset from UTC in minutes; with six digits of the second, or none.
    public func text(offsetMinutes: Int, microseconds: Bool) -> String {
        let seconds = wholeSeconds &+ Int64(offsetMinutes) * 60
        let micro = (nanoseconds &- wholeSeconds &* 1_000_000_000) / 1000
        let dayNumber = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let second = Int(seconds - dayNumber * 86_400)
        let two = CalendarDate.two
        var text =
            "\(CalendarDate(dayNumber: dayNumber))T\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
        if microseconds {
            let digits = String(micro)
            text += "." + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
        }
        if offsetMinutes == 0 { return text + "Z" }
        let size = abs(offsetMinutes)
        return text + "\(offsetMinutes < 0 ? "-" : "+")\(two(size / 60)):\(two(size % 60))"
    }

    /// The calendar day at an offset from UTC, in minutes.
    public func date(offsetMinutes: Int) -> CalendarDate {
        let seconds = wholeSeconds &+ Int64(offsetMinutes) * 60
        return CalendarDate(dayNumber: seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
    }

    /// The last nanosecond of a day at an offset from UTC, in minutes.
    public init(endOf date: CalendarDate, offsetMinutes: Int) {
        let seconds = (date.dayNumber + 1) * 86_400 - Int64(offsetMinutes) * 60
        self.init(nanoseconds: seconds.multipliedClamped(by: 1_000_000_000) - 1)
    }
}

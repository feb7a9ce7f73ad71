public import NetworkTypes

extension CalendarDate {
    /// A day on which offices are open: Monday to Friday and no public holiday, also none that may be one.
    ///
    /// Labour Code of Viet Nam 2019, article 112: 1 January, 30 April, 1 May, 2 September and the day before or after it,
    /// five days at the lunar New Year, the day of the Hùng kings. Which days around them are free is decided each year;
    /// here all that may be are left out, because a day proves something only when it was surely a working day. Lunar days
    /// are known from 2025 to 2030; days that other acts or the movement of a holiday off a weekend add are not known.
    public var isSurelyWorkingDay: Bool {
        // Day 0, 1970-01-01, was a Thursday; 0 is Monday here.
        let weekday = ((dayNumber + 3) % 7 + 7) % 7
        return weekday < 5 && !mayBeHoliday
    }

    /// Between two days, both included, by their numbers.
    public static func hasWorkingDay(from first: Int64, to last: Int64) -> Bool {
        // No row of free days is longer than a fortnight.
        (first...max(first, min(last, first + 14))).contains { CalendarDate(dayNumber: $0).isSurelyWorkingDay }
    }

    private var mayBeHoliday: Bool {
        switch (month, day) {
        case (1, 1), (4, 30), (5, 1), (9, 1...3): return true
        default: break
        }
        for newYear in Self.lunarNewYears where year == newYear.year {
            guard let first = CalendarDate(year: newYear.year, month: newYear.month, day: newYear.day)?.dayNumber else {
                continue
            }
            if (first - 2...first + 5).contains(dayNumber) { return true }
        }
        return Self.hungKings.contains { $0.year == year && $0.month == month && $0.day == day }
    }

    /// The first day of the lunar year, by the new moon at UTC+7: in 2030 a day before the Chinese one.
    private static let lunarNewYears: [(year: Int, month: Int, day: Int)] = [
        (2025, 1, 29), (2026, 2, 17), (2027, 2, 6), (2028, 1, 26), (2029, 2, 13), (2030, 2, 2),
    ]
    /// The tenth day of the third lunar month.
    private static let hungKings: [(year: Int, month: Int, day: Int)] = [
        (2025, 4, 7), (2026, 4, 26), (2027, 4, 16), (2028, 4, 4), (2029, 4, 23), (2030, 4, 12),
    ]
}

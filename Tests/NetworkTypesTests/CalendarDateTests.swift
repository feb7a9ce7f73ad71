import NetworkTypes
import Testing

@Suite struct CalendarDateTests {
    @Test(arguments: ["1970-01-01", "2024-02-29", "2000-02-29", "2026-11-24", "0001-01-01", "9999-12-31"])
    func writesWhatItReads(text: String) throws { #expect(try #require(CalendarDate(text)).description == text) }

    @Test(arguments: [
        "", "2026-11-31", "2025-02-29", "1900-02-29", "2026-00-01", "2026-13-01", "2026-01-00", "0000-01-01",
        "2026-1-1", "26-01-01",
        "2026/01/01", "24-11-2026", "2026-11-24 ", "2026-11-24T00:00", "+026-11-24", "2026--1-1",
    ])
    func rejectsOtherForms(text: String) { #expect(CalendarDate(text) == nil) }

    @Test(
        arguments: [
            ("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("2026-11-24", 20_781),
            ("0001-01-01", -719_162),
        ] as [(String, Int64)])
    func countsDaysFrom1970(text: String, dayNumber: Int64) throws {
        let date = try #require(CalendarDate(text))
        #expect(date.dayNumber == dayNumber)
        #expect(CalendarDate(dayNumber: dayNumber) == date)
    }

    @Test func followsEveryDayOfFourCenturies() throws {
        var previous = CalendarDate(dayNumber: -719_162)
        for number in Int64(-719_161)...(-719_162 + 146_097) {
            let date = CalendarDate(dayNumber: number)
            let isNext =
                date.dayNumber == number && previous < date
                && (date.day == previous.day + 1 || (date.day == 1 && previous.day >= 28))
            if !isNext { Issue.record("day \(number): \(previous) then \(date)") }
            previous = date
        }
        #expect(previous.description == "0401-01-01")
    }
}

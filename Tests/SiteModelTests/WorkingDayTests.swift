import NetworkTypes
import Testing

@testable import SiteModel

/// Days that prove that an office worked.
@Suite struct WorkingDayTests {
    private func isWorking(_ text: String) throws -> Bool {
        try #require(CalendarDate(text)).isSurelyWorkingDay
    }

    @Test(arguments: ["2026-11-23", "2026-09-04", "2026-05-04", "2027-01-04", "2030-02-12"])
    func isAnOrdinaryWeekday(text: String) throws {
        #expect(try isWorking(text))
    }

    @Test(arguments: ["2026-11-21", "2026-11-22"])
    func isNoWeekend(text: String) throws {
        #expect(try !isWorking(text))
    }

    /// The lunar New Year 2030 begins on 2 February in Viet Nam, a day before it does in China: 31 January and 7 February
    /// are the first and the last day around it.
    @Test(arguments: [
        "2026-01-01", "2026-04-30", "2026-05-01", "2026-09-01", "2026-09-02", "2026-09-03", "2026-02-17", "2025-04-07",
        "2030-01-31", "2030-02-07",
    ])
    func isNoDayThatMayBeAHoliday(text: String) throws {
        #expect(try !isWorking(text))
    }

    @Test func aWeekAlwaysHasOneOutsideTheLunarNewYear() throws {
        let first = try #require(CalendarDate("2026-11-21")).dayNumber
        #expect(CalendarDate.hasWorkingDay(from: first, to: first + 6))
        #expect(!CalendarDate.hasWorkingDay(from: first, to: first + 1))
        let newYear = try #require(CalendarDate("2026-02-17")).dayNumber
        #expect(!CalendarDate.hasWorkingDay(from: newYear - 1, to: newYear + 5))
    }
}

import NetworkTypes
import Testing

@testable import AuditReport

@Suite struct HTMLClockTests {
    let clock = HTMLClock(offsetMinutes: 420)

    @Test(arguments: [
        ("2026-11-24T08:42:27.000001Z", "24/11/2026 15:42:27"),
        ("2026-12-31T17:00:00Z", "01/01/2027 00:00:00"),
        ("2026-02-28T16:59:59.999999Z", "28/02/2026 23:59:59"),
    ])
    func writesTheSitesClock(utc: String, local: String) throws {
        let time = try #require(HTMLClock.moment(utc))
        #expect(clock.second(time) == local)
        #expect(clock.minute(time) == String(local.dropLast(3)))
        #expect(clock.day(time) == String(local.prefix(10)))
    }

    @Test func readsBackWhatTheOutputsWrite() {
        let time = CaptureTime(nanoseconds: 1_795_509_747_000_001_000)
        #expect(HTMLClock.moment(time.description) == time)
    }

    @Test(arguments: [
        "", "2026-11-24", "2026-11-24T08:42:27+07:00", "2026-13-24T08:42:27Z", "2026-11-24T0a:42:27Z", "<b>",
    ])
    func readsNothingElse(text: String) {
        #expect(HTMLClock.moment(text) == nil)
    }

    @Test func namesTheZone() {
        #expect(clock.zone == "UTC+07:00")
        #expect(HTMLClock(offsetMinutes: -210).zone == "UTC-03:30")
    }
}

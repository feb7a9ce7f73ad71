import NetworkTypes
import Testing

@Suite struct CaptureTimeTests {
    @Test func writesUTCWithMicroseconds() {
        #expect(CaptureTime(nanoseconds: 0).description == "1970-01-01T00:00:00.000000Z")
        #expect(CaptureTime(nanoseconds: 1_795_509_747_000_001_999).description == "2026-11-24T08:42:27.000001Z")
        #expect(CaptureTime(nanoseconds: -1).description == "1969-12-31T23:59:59.999999Z")
        #expect(CaptureTime(nanoseconds: -86_400_000_000_000).description == "1969-12-31T00:00:00.000000Z")
    }

    @Test(arguments: [
        (420, "2026-11-24T15:42:27+07:00"), (-210, "2026-11-24T05:12:27-03:30"), (0, "2026-11-24T08:42:27Z"),
        (960, "2026-11-25T00:42:27+16:00"),
    ])
    func writesAnOffset(minutes: Int, text: String) {
        let time = CaptureTime(seconds: 1_795_509_747)
        #expect(time.text(offsetMinutes: minutes, microseconds: false) == text)
        #expect(time.date(offsetMinutes: minutes).description == text.prefix(10))
    }

    @Test func roundsSecondsDown() {
        #expect(CaptureTime(nanoseconds: 1_999_999_999).wholeSeconds == 1)
        #expect(CaptureTime(nanoseconds: -1).wholeSeconds == -1)
        #expect(CaptureTime(nanoseconds: -1_000_000_000).wholeSeconds == -1)
    }

    @Test func clampsInsteadOfOverflowing() {
        #expect(CaptureTime(seconds: .max).nanoseconds == .max)
        #expect(CaptureTime(seconds: .min).nanoseconds == .min)
        let last = CaptureTime(nanoseconds: .max)
        let first = CaptureTime(nanoseconds: .min)
        #expect(last.nanoseconds(since: first) == .max)
        #expect(first.nanoseconds(since: last) == .min)
        #expect(CaptureTime(nanoseconds: 5).nanoseconds(since: CaptureTime(nanoseconds: 8)) == -3)
    }

    @Test func writesTheEndsOfItsRange() {
        #expect(CaptureTime(nanoseconds: .max).description == "2262-04-11T23:47:16.854775Z")
        #expect(CaptureTime(nanoseconds: .min).description == "1677-09-21T00:12:43.145224Z")
    }

    @Test func findsTheEndOfADay() throws {
        let date = try #require(CalendarDate("2026-11-24"))
        let end = CaptureTime(endOf: date, offsetMinutes: 420)
        #expect(end.description == "2026-11-24T16:59:59.999999Z")
        #expect(end.date(offsetMinutes: 420) == date)
        #expect(CaptureTime(nanoseconds: end.nanoseconds + 1).date(offsetMinutes: 420).description == "2026-11-25")
        #expect(CaptureTime(endOf: try #require(CalendarDate("9999-12-31")), offsetMinutes: 0) > end)
    }
}

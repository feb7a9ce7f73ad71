import SiteModel
import Testing

/// Durations as people write them.
@Suite struct DurationTextTests {
    @Test(arguments: [("5 min", 300), ("24 h", 86_400), ("35 d", 35 * 86_400), ("90s", 90), ("0 s", 0)])
    func reads(text: String, seconds: Int) {
        #expect(DurationText.parse(text) == .seconds(seconds))
    }

    @Test(arguments: [
        "", "5", "min", "-5 min", "5 m", "1.5 h", "5 minutes", "99999999999999999999 d", "1000001 d", "٣ d",
    ])
    func refuses(text: String) {
        #expect(DurationText.parse(text) == nil)
    }

    @Test(arguments: ["5 min", "25 h", "35 d", "90 s", "0 s"])
    func writesWhatItReads(text: String) throws {
        #expect(DurationText.text(try #require(DurationText.parse(text))) == text)
    }
}

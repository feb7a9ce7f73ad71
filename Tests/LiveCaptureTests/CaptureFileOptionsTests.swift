import Testing

@testable import LiveCapture

@Suite struct CaptureFileOptionsTests {
    private func name(_ path: String, number: Int) -> String {
        var options = CaptureFileOptions(path: path)
        options.isSeries = true
        return options.name(number: number, seconds: 1_795_000_000)
    }

    @Test func oneFileHasTheNameItWasGiven() {
        #expect(CaptureFileOptions(path: "a.b/x.pcapng").name(number: 1, seconds: 0) == "a.b/x.pcapng")
    }

    @Test(arguments: [
        ("x.pcapng", 1, "x_00001_", ".pcapng"), ("a.b/x", 2, "a.b/x_00002_", ""),
        ("/t/x.y.pcap", 99_999, "/t/x.y_99999_", ".pcap"),
        ("x.pcap", 100_001, "x_00001_", ".pcap"),
    ])
    func aSeriesIsNumberedAndStamped(path: String, number: Int, start: String, end: String) {
        let name = name(path, number: number)
        #expect(name.hasPrefix(start))
        #expect(name.hasSuffix(end))
        let stamp = name.dropFirst(start.count).dropLast(end.count)
        #expect(stamp.count == 14)
        #expect(Int(stamp) != nil)
        #expect(stamp.hasPrefix("2026111"))
    }

    @Test func theFolderIsThatOfThePath() {
        #expect(CaptureFileOptions(path: "x.pcap").folder == ".")
        #expect(CaptureFileOptions(path: "/x.pcap").folder == "/")
        #expect(CaptureFileOptions(path: "a/b/x.pcap").folder == "a/b")
    }
}

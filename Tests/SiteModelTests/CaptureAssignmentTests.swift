import Messages
import SiteModel
import Testing

/// Which entry of `captures:` an interface of a file belongs to.
@Suite struct CaptureAssignmentTests {
    private let site = Site(
        id: "s", name: LocalizedText(vi: "", en: ""),
        captures: [
            CaptureAssignment(files: "captures/office-*if?.pcapng", interface: 0, segment: "a"),
            CaptureAssignment(files: "captures/office-*if?.pcapng", segment: "b"),
            CaptureAssignment(files: "captures/*", segment: "c"),
        ])

    private func segment(_ path: String, _ interface: Int = 0, folder: String = "sites/x") -> String? {
        site.captureAssignment(path: path, interface: interface, siteFolder: folder)?.segment
    }

    @Test func takesTheFirstMatch() {
        #expect(segment("sites/x/captures/office-A-2if1.pcapng") == "a")
        #expect(segment("sites/x/captures/office-A-2if1.pcapng", 1) == "b")
        #expect(segment("sites/x/captures/other.pcap") == "c")
        #expect(segment("sites/x/other.pcap") == nil)
    }

    @Test func matchesThePathAsGivenAndBelowTheFolder() {
        #expect(segment("captures/other.pcap") == "c")
        #expect(segment("./captures//other.pcap") == "c")
        #expect(segment("sites/x/captures/other.pcap", folder: "./sites/x/") == "c")
        #expect(segment("/data/x/captures/other.pcap", folder: "/data/x") == "c")
        #expect(segment("/data/xy/captures/other.pcap", folder: "/data/x") == nil)
    }

    @Test func keepsWildcardsInsideOneFolder() {
        #expect(segment("captures/deep/other.pcap") == nil)
        #expect(FilePattern("a*c").matches("abbbc"))
        #expect(FilePattern("a*c*e").matches("abcde"))
        #expect(!FilePattern("a*c").matches("ab/c"))
        #expect(!FilePattern("a?c").matches("a/c"))
        #expect(!FilePattern("a?c").matches("ac"))
        #expect(FilePattern("***").matches(""))
    }
}

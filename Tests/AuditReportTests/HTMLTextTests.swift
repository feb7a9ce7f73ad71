import HostClassification
import Messages
import SiteModel
import Testing
import TrafficObservation

@Suite struct HTMLTextTests {
    @Test func groupsThousandsByLanguage() {
        #expect(Language.vietnamese.number(1_234_567) == "1.234.567")
        #expect(Language.english.number(1_234_567) == "1,234,567")
        #expect(Language.english.number(-999) == "-999")
        #expect(Language.vietnamese.decimal(1234.56) == "1.234,6")
        #expect(Language.english.decimal(-0.25) == "-0.3")
        #expect(Language.english.decimal(.nan) == "–")
        #expect(Language.vietnamese.percentage(1, of: 3) == "33,3\u{a0}%")
        #expect(Language.vietnamese.percentage(0, of: 0) == "–")
    }

    @Test func isRightForNoneOneAndMany() {
        #expect(ReportSentence.hostsSeen(0, segments: 0).text(in: .english).hasPrefix("No machine was seen"))
        #expect(ReportSentence.hostsSeen(1, segments: 1).text(in: .english) == "1 machine was seen on 1 segment.")
        #expect(
            ReportSentence.hostsSeen(1200, segments: 3).text(in: .english) == "1,200 machines were seen on 3 segments.")
        #expect(
            ReportSentence.inState("dual-operational", 0, of: 9).text(in: .vietnamese)
                == "Chưa có thiết bị nào dùng cả IPv4 và IPv6 (song song hoạt động).")
        #expect(
            ReportSentence.inState("ipv4-only", 1, of: 4).text(in: .english)
                == "1 machine (25.0\u{a0}%) uses IPv4 only.")
        #expect(
            ReportSentence.openItems(1, blockers: 1, high: 0).text(in: .english)
                == "1 item remains to be done, 1 of them a blocker.")
        #expect(ReportSentence.openItems(0, blockers: 0, high: 0).text(in: .vietnamese).hasPrefix("Không có việc nào"))
    }

    @Test(arguments: Language.allCases)
    func hasWordsForEveryCode(language: Language) {
        func check(_ codes: [String], _ term: (String) -> ReportTerm) {
            for code in codes { #expect(term(code).text(in: language) != code, "\(code)") }
        }
        check(HostState.allCases.map(\.rawValue), ReportTerm.hostState)
        check(HostState.allCases.map(\.rawValue), ReportTerm.hostStateMeaning)
        check(SegmentState.allCases.map(\.rawValue), ReportTerm.segmentState)
        check(SegmentState.allCases.map(\.rawValue), ReportTerm.segmentStateMeaning)
        check(ServiceState.allCases.map(\.rawValue), ReportTerm.serviceState)
        check(ServiceState.allCases.map(\.rawValue), ReportTerm.serviceStateMeaning)
        check(ProvisionalReason.allCases.map(\.rawValue), ReportTerm.provisionalReason)
        check(BindingEvidence.allCases.map { "binding.\($0.rawValue)" }, ReportTerm.claim)
        check(
            ["flow.tcp.ipv6", "flow.tcp.ipv6.failed", "source.routed", "mac.source", "visibility.ipv6"],
            ReportTerm.claim)
        check(Agency.Level.allCases.map(\.rawValue), ReportTerm.agencyLevel)
        check((0...5).map { "G\($0)" }, ReportTerm.phase)
        check(["blocker", "high", "medium", "low", "info"], ReportTerm.severity)
        check(["open", "in-progress", "done", "waived", "reopened"], ReportTerm.status)
    }

    @Test func printsCodesItDoesNotKnow() {
        #expect(ReportTerm.hostState("x\u{202e}y").text(in: .vietnamese) == "x\u{fffd}y")
    }
}

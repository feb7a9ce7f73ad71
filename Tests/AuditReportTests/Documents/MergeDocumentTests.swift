import HostCorrelation
import Messages
import NetworkTypes
import SiteModel
import Testing

@testable import AuditReport
@testable import TrafficObservation

@Suite struct MergeDocumentTests {
    private func document(_ merge: MergeLink, names: [String] = []) -> MergeDocument {
        var set = ObservationSet()
        set.dnsNames = names.map { DNSNameRow(name: $0) }
        let site = Site(id: "s", name: LocalizedText(vi: "S", en: "S"))
        return MergeDocument(merge, in: set, hidden: HiddenNames(set, policy: NamePolicy(site: site)))
    }

    private func proof(_ frame: UInt64) -> Proof {
        Proof(capture: 0, frame: frame, time: CaptureTime(seconds: Int64(frame)))
    }

    @Test func framesStandInTheirOrderWithTheirFilters() {
        let evidence = [9, 2].map { MergeEvidence(condition: "ip", proof: proof($0)) }
        let document = document(MergeLink(key: .sshHostKey, value: "ab12", joins: ["a", "b"], evidence: evidence))
        #expect(document.evidence.map(\.filter) == ["ip && frame.number == 2", "ip && frame.number == 9"])
        #expect(document.value == "ab12")
        #expect(document.confidence == 0.9)
    }

    @Test func aNameThatTheSiteHidesIsInNeitherValueNorFilter() {
        let name = "pc.outside.example"
        let merge = MergeLink(
            key: .dnsName, value: name, joins: ["a", "b"],
            evidence: [MergeEvidence(condition: "dns.resp.name == \"\(name)\"", proof: proof(3))])
        let document = document(merge, names: [name])
        #expect(document.value?.contains("outside") == false)
        #expect(document.evidence.map(\.filter) == ["frame.number == 3"])
    }
}

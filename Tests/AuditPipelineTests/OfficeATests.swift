import AuditPipeline
import Foundation
import HostClassification
import HostCorrelation
import NetworkTypes
import Testing
import TrafficObservation

/// Office A, whose machines and addresses were written down by hand from the machines' own kernels.
@Suite struct OfficeATests {
    struct Card {
        let host: String
        let role: String
        let kind: String
        let mac: MACAddress
        /// Addresses that this capture can show as bound.
        let visible: Set<IPAddress>
        let all: Set<IPAddress>
    }

    static func cards(of capture: String) throws -> [Card] {
        let truth = try Corpus.json(Corpus.samples.appending(path: "office-a/truth.json"))
        let hosts = truth["hosts"] as? [[String: Any]] ?? []
        return hosts.flatMap { host -> [Card] in
            (host["interfaces"] as? [[String: Any]] ?? []).compactMap { card -> Card? in
                guard let mac = (card["mac"] as? String).flatMap({ MACAddress($0) }) else { return nil }
                let addresses = card["addresses"] as? [[String: Any]] ?? []
                func parsed(_ rows: [[String: Any]]) -> Set<IPAddress> {
                    Set(rows.compactMap { ($0["address"] as? String).flatMap { IPAddress($0) } })
                }
                let visible = addresses.filter {
                    (($0["seen"] as? [String: [String]])?[capture] ?? []).contains("ARP/NDP/DHCP")
                }
                return Card(
                    host: host["name"] as? String ?? "", role: host["role"] as? String ?? "",
                    kind: host["expected_class"] as? String ?? "", mac: mac, visible: parsed(visible),
                    all: parsed(addresses))
            }
        }
    }

    static func check(_ path: String, as capture: String) throws -> [String] {
        let set = CaptureScan().run([path]).observations
        let table = HostCorrelator.correlate(set, site: nil)
        let profiles = HostClassifier.classify(table, set, site: nil)
        var differences: [String] = []
        for card in try cards(of: capture) where !card.visible.isEmpty {
            let found = profiles.filter { $0.host.macs.contains(card.mac) }
            guard let profile = found.first, found.count == 1 else {
                differences.append("\(card.host) \(card.mac): \(found.count) hosts")
                continue
            }
            // A machine of several cards is one host: here only what its MAC or its network says of this card.
            let bound = Set(
                profile.host.bindings.filter { binding in
                    profile.host.macs.count == 1 || binding.evidence.contains { $0.mac == card.mac }
                }.map(\.address))
            for missing in card.visible.subtracting(bound).sorted() {
                differences.append("\(card.host) \(card.mac): lacks \(missing)")
            }
            // dhcpcd took 169.254.41.41 for some seconds before its lease came: on the wire, in no snapshot of the kernel.
            for extra in bound.subtracting(card.all).filter({ $0.description != "169.254.41.41" }).sorted() {
                differences.append("\(card.host) \(card.mac): has \(extra)")
            }
            let expected = OracleTests.stateOfClass[card.kind] ?? []
            if !expected.contains(profile.state) {
                differences.append("\(card.host) \(card.mac): \(profile.state.rawValue), truth \(card.kind)")
            }
        }
        return differences
    }

    @Test func clientSwitchMatchesTheTruth() throws {
        let path = Corpus.samples.appending(path: "office-a/capture.pcap").path
        #expect(try Self.check(path, as: "officeA-lan.pcap") == [])
    }

    @Test(.enabled(if: Corpus.isPresent), arguments: ["officeA-2if.pcapng", "officeA-router-any.pcap"])
    func otherVantagesMatchTheTruth(capture: String) throws {
        #expect(try Self.check(Corpus.folder.appending(path: capture).path, as: capture) == [])
    }
}

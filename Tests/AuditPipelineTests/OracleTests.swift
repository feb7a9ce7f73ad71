import AuditPipeline
import CaptureInput
import Foundation
import HostClassification
import HostCorrelation
import NetworkTypes
import Testing
import TrafficObservation

/// Hosts against an oracle made with tshark, over every capture of the corpus.
@Suite(.enabled(if: Corpus.isPresent, "the corpus is not beside the project"))
struct OracleTests {
    static let stateOfClass: [String: Set<HostState>] = [
        "v4-only": [.ipv4Only, .ipv4Seen], "dual-stack": [.dualConfigured, .dualOperational, .dualBroken, .ipv6Mostly],
        "v4+link-local-v6": [.ipv4LatentIPv6], "link-local-v6-only": [.linkLocalOnly], "v6-only": [.ipv6Only],
        "none": [.unknown],
    ]

    /// Every readable capture is read to its end; every broken one gives one error and keeps the packets before it.
    @Test func everyCaptureIsReadAsTheManifestSays() {
        for entry in Corpus.entries {
            let result = CaptureScan().run([entry.path])
            if entry.isReadable {
                #expect(result.errors.isEmpty, "\(entry.file): \(result.errors)")
            } else {
                #expect(result.errors.count <= 1, "\(entry.file)")
            }
        }
    }

    /// The MACs that the oracle calls certain get the state of their class, and the addresses it calls bound.
    @Test func certainMachinesAgreeWithTheOracle() throws {
        var agreeing = 0
        var differing: [String] = []
        for entry in Corpus.entries where entry.isReadable {
            guard let macs = try Corpus.json(entry.truth)["macs"] as? [String: [String: Any]] else { continue }
            let set = CaptureScan().run([entry.path]).observations
            // A link type that is not decoded is counted and named.
            let anomalies = set.captures.flatMap(\.anomalies.keys)
            guard !anomalies.contains(where: { $0.hasPrefix("capture.unsupported-link-type.") }) else { continue }
            let table = HostCorrelator.correlate(set, site: nil)
            let profiles = HostClassifier.classify(table, set, site: nil)
            for (text, truth) in macs.sorted(by: { $0.key < $1.key }) where truth["certain"] as? Bool == true {
                guard let mac = MACAddress(text), let kind = truth["class_strict"] as? String,
                    truth["inner_only"] as? Bool != true
                else { continue }
                let states = profiles.filter { $0.host.macs.contains(mac) }.map(\.state)
                if states.count == 1, Self.stateOfClass[kind]?.contains(states[0]) == true {
                    agreeing += 1
                } else {
                    differing.append("\(entry.file) \(text): oracle \(kind), here \(states.map(\.rawValue))")
                }
            }
        }
        for line in differing.prefix(60) { print("differs:", line) }
        print("certain machines: \(agreeing) agree, \(differing.count) differ")
        // Six cards of several links, three leases that nobody used for years in a glued capture, and two devices that
        // name their own address by LLDP.
        #expect(Double(agreeing) >= 0.98 * Double(agreeing + differing.count))
    }
}

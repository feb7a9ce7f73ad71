import AuditPipeline
import Foundation
import NetworkTypes
import Testing
import TrafficObservation

/// Observations against an oracle made with tshark, fact by fact, over the captures of the corpus.
@Suite(.enabled(if: Corpus.isPresent, "the corpus is not beside the project"))
struct ObservationOracleTests {
    /// The least agreement that was reached: the part of the oracle's facts that is found, and of what is found that the
    /// oracle has too. Nil where the oracle keeps less than is observed.
    struct Floor {
        let recall: Double
        let precision: Double?
    }

    static let floors: [String: Floor] = [
        "binding": Floor(recall: 0.99, precision: 0.99),
        "dhcpv4-gateway": Floor(recall: 1, precision: 1),
        "dhcpv4-server": Floor(recall: 1, precision: 0.97),
        "dhcpv6-server": Floor(recall: 1, precision: 1),
        // Addresses stand under the name that was asked for, there under that of their record; DNS inside tunnels is not
        // read here.
        "dns-address": Floor(recall: 0.89, precision: nil),
        "dns-name": Floor(recall: 0.98, precision: 0.99),
        "inner-mac": Floor(recall: 0.6, precision: nil),
        "lldp": Floor(recall: 1, precision: 1),
        "llmnr": Floor(recall: 1, precision: 1),
        // The oracle passes over messages in which the counts of names and types differ.
        "mdns": Floor(recall: 0.93, precision: nil),
        // The oracle knows claims alone, not announcements.
        "nbns": Floor(recall: 1, precision: nil),
        "router": Floor(recall: 0.89, precision: 0.92),
        "router-lifetime": Floor(recall: 0.92, precision: 1),
        "router-prefix": Floor(recall: 1, precision: 1),
        "router-resolver": Floor(recall: 1, precision: 1),
        "server-name": Floor(recall: 0.98, precision: 1),
        "tcp-service": Floor(recall: 0.99, precision: 0.99),
        // Of tunnels in tunnels only the outermost is a row.
        "tunnel": Floor(recall: 0.78, precision: 0.85),
        "tunnel-source": Floor(recall: 0.78, precision: 0.85),
        "vlan": Floor(recall: 0.98, precision: 1),
    ]

    /// Captures above this size take too long without optimisation.
    private static let largestFile = 5_000_000

    /// Nearly every packet is of a version of QUIC that exists to be refused.
    private static let unusual: Set = ["ndpi__quic_interop_V.pcapng"]

    @Test func observationsAgreeWithTheOracle() throws {
        var scores: [String: Score] = [:]
        for entry in Corpus.entries where entry.isReadable && !Self.unusual.contains(entry.file) {
            let size = try FileManager.default.attributesOfItem(atPath: entry.path)[.size] as? Int ?? 0
            guard size < Self.largestFile else { continue }
            let observed = ObservedFacts(CaptureScan().run([entry.path]).observations).facts
            let told = OracleFacts(try Corpus.json(entry.truth)).facts
            for fact in Set(observed.keys).union(told.keys) {
                scores[fact, default: Score()].add(
                    observed: observed[fact] ?? [], told: told[fact] ?? [], entry.file)
            }
        }
        for (fact, score) in scores.sorted(by: { $0.key < $1.key }) {
            print("\(fact): \(score.both) agree, \(score.missing.count) missing, \(score.extra.count) more")
        }
        for (fact, floor) in Self.floors {
            let score = scores[fact] ?? Score()
            #expect(score.recall >= floor.recall, "\(fact): \(score.missing.prefix(20))")
            if let precision = floor.precision {
                #expect(score.precision >= precision, "\(fact): \(score.extra.prefix(20))")
            }
        }
    }

    struct Score {
        var both = 0
        var missing: [String] = []
        var extra: [String] = []

        mutating func add(observed: Set<String>, told: Set<String>, _ file: String) {
            both += observed.intersection(told).count
            missing += told.subtracting(observed).sorted().map { "\(file) \($0)" }
            extra += observed.subtracting(told).sorted().map { "\(file) \($0)" }
        }

        var recall: Double { both == 0 ? 0 : Double(both) / Double(both + missing.count) }
        var precision: Double { both == 0 ? 0 : Double(both) / Double(both + extra.count) }
    }
}

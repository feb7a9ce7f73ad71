import AuditPipeline
import Foundation
import HostClassification
import HostCorrelation
import Testing
import TrafficObservation

/// Every claim can be opened in Wireshark: its filter is accepted by tshark and selects exactly the frame it names.
@Suite struct DisplayFilterTests {
    static let tshark = ["/usr/bin/tshark", "/usr/local/bin/tshark"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// The frames that a filter selects; nil when tshark refuses it.
    static func frames(_ filter: String, in path: String) throws -> Set<UInt64>? {
        guard let tshark else { return [] }
        let process = Process()
        process.executableURL = URL(filePath: tshark)
        process.arguments = ["-n", "-r", path, "-Y", filter, "-T", "fields", "-e", "frame.number"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { return nil }
        return Set(String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { UInt64($0) })
    }

    private struct Claim: Hashable {
        let what: String
        let filter: String
        let frame: UInt64
    }

    /// - Returns: how many filters were tried.
    @discardableResult
    static func check(_ path: String) throws -> (reasons: Int, merges: Int) {
        let set = CaptureScan().run([path]).observations
        let table = HostCorrelator.correlate(set, site: nil)
        let reasons = HostClassifier.classify(table, set, site: nil).flatMap(\.reasons).map {
            Claim(what: $0.claim, filter: $0.filter, frame: $0.proof.frame)
        }
        let merges = table.hosts.flatMap(\.merges).flatMap { merge in
            merge.evidence.map { Claim(what: merge.key.rawValue, filter: $0.filter, frame: $0.proof.frame) }
        }
        // One frame may show several things.
        let claims = Array(Set(reasons + merges))
        // Many at once: the union of the filters selects the union of the frames.
        for start in stride(from: 0, to: claims.count, by: 100) {
            let part = claims[start..<min(start + 100, claims.count)]
            let union = part.map { "(\($0.filter))" }.joined(separator: " || ")
            if try frames(union, in: path) == Set(part.map(\.frame)) { continue }
            for claim in part {
                #expect(
                    try frames(claim.filter, in: path) == [claim.frame], "\(path): \(claim.what): \(claim.filter)")
            }
        }
        return (reasons.count, merges.count)
    }

    private static func captures(below folder: URL) -> [String] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (files?.compactMap { $0 as? URL } ?? []).map(\.path).filter {
            $0.hasSuffix(".pcap") || $0.hasSuffix(".pcapng")
        }.sorted()
    }

    @Test(.enabled(if: tshark != nil, "tshark is not installed"))
    func everyProofOfTheSamplesOpensItsFrame() throws {
        let paths = Self.captures(below: Corpus.samples)
        #expect(!paths.isEmpty)
        var merges = 0
        for path in paths {
            let tried = try Self.check(path)
            #expect(tried.reasons > 0, "\(path)")
            merges += tried.merges
        }
        // Behind a router nothing is joined.
        #expect(merges > 0)
    }

    @Test(.enabled(if: tshark != nil, "tshark is not installed"))
    func everyProofOfThePitfallsOpensItsFrame() throws {
        let paths = Self.captures(below: Corpus.root.appending(path: "Tests/PitfallTests/Captures"))
        #expect(!paths.isEmpty)
        for path in paths { try Self.check(path) }
    }

    @Test(.enabled(if: tshark != nil && Corpus.isPresent, "tshark or the corpus is missing"))
    func everyProofOfTheCorpusOpensItsFrame() throws {
        var tried = (reasons: 0, merges: 0)
        for entry in Corpus.entries where entry.isReadable {
            let own = try Self.check(entry.path)
            tried = (tried.reasons + own.reasons, tried.merges + own.merges)
        }
        #expect(tried.reasons > 1000 && tried.merges > 500)
    }
}

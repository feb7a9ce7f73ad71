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

    static func check(_ path: String) throws {
        let set = CaptureScan().run([path]).observations
        let table = HostCorrelator.correlate(set, site: nil)
        let reasons = HostClassifier.classify(table, set, site: nil).flatMap(\.reasons)
        #expect(!reasons.isEmpty)
        // Many at once: the union of the filters selects the union of the frames.
        for start in stride(from: 0, to: reasons.count, by: 60) {
            let part = reasons[start..<min(start + 60, reasons.count)]
            let union = part.map { "(\($0.filter))" }.joined(separator: " || ")
            let expected = Set(part.map(\.proof.frame))
            if try frames(union, in: path) == expected { continue }
            for reason in part {
                #expect(
                    try frames(reason.filter, in: path) == [reason.proof.frame],
                    "\(path): \(reason.claim): \(reason.filter)")
            }
        }
    }

    @Test(.enabled(if: tshark != nil, "tshark is not installed"))
    func everyReasonOfTheSampleOpensItsFrame() throws {
        try Self.check(Corpus.samples.appending(path: "office-a/capture.pcap").path)
        try Self.check(Corpus.samples.appending(path: "hai-hau/captures/hai-hau.pcapng").path)
    }

    @Test(.enabled(if: tshark != nil && Corpus.isPresent, "tshark or the corpus is missing"))
    func everyReasonOfOtherVantagesOpensItsFrame() throws {
        for file in ["officeA-2if.pcapng", "officeA-router-any.pcap", "ndpi__1kxun.pcap", "zeek__q-in-q.pcap"] {
            try Self.check(Corpus.folder.appending(path: file).path)
        }
    }
}

import CAllocationCount
import DecodeMeasurement
import Foundation
import Testing

/// Decoding the sample captures stays below the limits in the folder Thresholds. Release builds only: unoptimised code
/// allocates where optimised code does not.
@Suite struct DecodeMeasurementTests {
    private struct Limits: Decodable {
        let allocations: UInt
        let recordBytes: Int
    }

    private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func limits() throws -> Limits {
        let file = package.appending(path: "Thresholds/6.3/FrameDecoder.json")
        return try JSONDecoder().decode(Limits.self, from: Data(contentsOf: file))
    }

    private static func frames() throws -> SampleFrames {
        let samples = package.appending(path: "../../Samples").standardizedFileURL
        return try SampleFrames(
            ["office-a/capture.pcap", "hai-hau/captures/hai-hau.pcapng", "hai-hau/captures/tslcd-uplink.pcapng"].map {
                samples.appending(path: $0).path
            })
    }

    @Test func countsAllocations() {
        let before = allocation_count()
        let blocks = (0..<3).map { _ in malloc(64) }
        let after = allocation_count()
        for block in blocks { free(block) }
        #expect(after - before >= 3)
    }

    @Test func decodingAllocatesNothing() throws {
        let limits = try Self.limits()
        let measurement = DecodeMeasurement(try Self.frames(), rounds: 1)
        #expect(measurement.packets > 5_000)
        #expect(measurement.allocations <= limits.allocations)
    }

    @Test func recordStaysSmall() throws {
        #expect(DecodeMeasurement.recordBytes <= (try Self.limits()).recordBytes)
    }
}

import Foundation
import NetworkTypes
import PacketCapture
import Testing

@testable import LiveCapture

@Suite struct CaptureFileWriterTests {
    let folder: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "v6audit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        folder = url.path
    }

    private func batch(packets: Int) -> PacketBatch {
        var batch = PacketBatch(capacity: 4096)
        for number in 0..<packets {
            [UInt8](repeating: 7, count: 60).withUnsafeBytes {
                batch.append(
                    packet: $0, originalLength: 60, time: CaptureTime(seconds: 1), number: UInt64(number + 1),
                    linkType: .ethernet, encoding: .pcap)
            }
        }
        return batch
    }

    private func header() -> [UInt8] {
        CaptureFileEncoding.pcap.fileHeader(
            linkType: .ethernet, snapLength: 65_535, interface: "x", filter: nil, application: "test")
    }

    private func packets(_ path: String) throws -> UInt64 {
        var reader = try CaptureFileReader(MemoryByteSource(Array(try Data(contentsOf: URL(filePath: path)))))
        var batch = PacketBatch()
        while try reader.read(into: &batch) {}
        return reader.packetCount
    }

    @Test func theFileIsWholeAfterEveryBatch() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var writer = try CaptureFileWriter(CaptureFileOptions(path: folder + "/x.pcap"), header: header(), owner: nil)
        #expect(try packets(folder + "/x.pcap") == 0)
        for round in 1...3 as ClosedRange<UInt64> {
            try writer.write(batch(packets: 10))
            #expect(try packets(folder + "/x.pcap") == round * 10)
        }
        try writer.finish(LiveStatistics())
        let mode = try FileManager.default.attributesOfItem(atPath: folder + "/x.pcap")[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test func aRingKeepsItsLastFiles() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var options = CaptureFileOptions(path: folder + "/x.pcap")
        options.isSeries = true
        options.fileCount = 2
        var writer = try CaptureFileWriter(options, header: header(), owner: nil)
        var removed = 0
        for file in 1...5 {
            try writer.write(batch(packets: file))
            try writer.finish(LiveStatistics())
            if file < 5, try writer.next() != nil { removed += 1 }
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(names.map { String($0.prefix(8)) } == ["x_00004_", "x_00005_"])
        #expect(try names.map { try packets(folder + "/" + $0) } == [4, 5])
        #expect(removed == 3)
    }

    @Test func aFullDiskIsNamed() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        do {
            _ = try CaptureFileWriter(CaptureFileOptions(path: "/dev/full"), header: header(), owner: nil)
            Issue.record("/dev/full took a header")
        } catch {
            #expect(error.path == "/dev/full")
            #expect(error.isDiskFull)
        }
    }

    @Test func aLinkIsNotFollowed() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let target = folder + "/kept"
        _ = FileManager.default.createFile(atPath: target, contents: Data("kept".utf8))
        try FileManager.default.createSymbolicLink(atPath: folder + "/x.pcap", withDestinationPath: target)
        do {
            _ = try CaptureFileWriter(CaptureFileOptions(path: folder + "/x.pcap"), header: header(), owner: nil)
            Issue.record("a link was followed")
        } catch {
            #expect(error.path.hasSuffix("x.pcap"))
        }
        #expect(try String(contentsOfFile: target, encoding: .utf8) == "kept")
    }
}

import CaptureInput
import Foundation
import TestSupport
import Testing

@Suite struct FolderExpansionTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private var capture: [UInt8] {
        var file = CaptureFileBuilder()
        file.pcapHeader()
        return file.bytes
    }

    @Test func listsCapturesByContentSortedByName() throws {
        let names = ["b.txt", "a/z.pcap", "a/deep/er/c", "a.pcap"]
        for name in names { _ = try folder.write(capture, to: name) }
        let packed = try #require(try folder.compressed(capture, by: "gzip"))
        for name in ["plain", "packed"] { try FileManager.default.removeItem(atPath: folder.path + "/" + name) }
        _ = try folder.write(packed, to: "c.log")
        _ = try folder.write(Array("not a capture".utf8), to: "d.pcap")
        _ = try folder.write([], to: "e.pcap")
        let found = try CaptureInput.expand([folder.path])
        #expect(found == ["a.pcap", "a/deep/er/c", "a/z.pcap", "b.txt", "c.log"].map { folder.path + "/" + $0 })
        #expect(
            try CaptureInput.expand([folder.path + "/a/", "-"]).map { $0.dropFirst(folder.path.count) } == [
                "/a/deep/er/c", "/a/z.pcap", "",
            ])
    }

    @Test func refusesFoldersWithoutCaptures() throws {
        _ = try folder.write(Array("text".utf8), to: "a.pcap")
        #expect(throws: InputError.self) { try CaptureInput.expand([folder.path]) }
    }

    @Test func passesOnWhatIsNoFolder() throws {
        #expect(try CaptureInput.expand(["-", "absent.pcap"]) == ["-", "absent.pcap"])
    }

    @Test func isNotCaughtInALoopOfLinks() throws {
        let path = try folder.write(capture, to: "a")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/loop", withDestinationPath: folder.path)
        #expect(try CaptureInput.expand([folder.path]) == [path])
    }
}

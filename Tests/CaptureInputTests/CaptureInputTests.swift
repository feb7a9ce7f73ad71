import CaptureInput
import Foundation
import Messages
import PacketCapture
import TestSupport
import Testing

@Suite struct CaptureInputTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Packets of 60 pseudo-random bytes, so that compressed files grow with their number.
    private static func capture(packets: Int) -> [UInt8] {
        var file = CaptureFileBuilder()
        file.pcapHeader()
        var state: UInt64 = 1
        for _ in 0..<packets {
            var data: [UInt8] = []
            for _ in 0..<60 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                data.append(UInt8(truncatingIfNeeded: state >> 56))
            }
            file.pcapRecord(data: data)
        }
        return file.bytes
    }

    @Test func readsAPlainFileAndItsDigest() throws {
        let path = try folder.write(Array("abc".utf8), to: "x")
        #expect(OpenedCapture(path).error?.reason == .isText)
        let bytes = Self.capture(packets: 3)
        let opened = OpenedCapture(try folder.write(bytes, to: "a"), hashing: true)
        #expect(opened.error == nil)
        #expect(opened.packets == 3)
        #expect(opened.digest?.count == 64)
        #expect(opened.bytesRead == UInt64(bytes.count))
        #expect(opened.bytesFromDisk == UInt64(bytes.count))
        #expect(opened.sizeOnDisk == UInt64(bytes.count))
    }

    @Test(arguments: ["gzip", "zstd", "xz", "bzip2", "lz4"])
    func readsCompressedFilesAsTheOriginal(tool: String) throws {
        let bytes = Self.capture(packets: 20_000)
        guard let packed = try folder.compressed(bytes, by: tool) else { return }
        let plain = OpenedCapture(try folder.write(bytes, to: "plain"), hashing: true)
        let opened = OpenedCapture(try folder.write(packed, to: "a.bin"), hashing: true)
        #expect(opened.error == nil)
        #expect(opened.packets == 20_000)
        #expect(opened.digest == plain.digest)
        #expect(opened.bytesFromDisk == UInt64(packed.count))
    }

    @Test(arguments: ["gzip", "zstd", "xz", "bzip2", "lz4 -B4"])
    func keepsWhatADamagedStreamGaveAndThenReportsIt(tool: String) throws {
        guard var packed = try folder.compressed(Self.capture(packets: 20_000), by: tool) else { return }
        packed.removeLast(packed.count / 20)
        let opened = OpenedCapture(try folder.write(packed, to: "a.bin"))
        // bzip2 decompresses blocks of 900 kB, so that most of this file is one block.
        #expect(opened.framesDelivered > (tool == "bzip2" ? 10_000 : 15_000))
        #expect(opened.framesDelivered < 20_000)
        guard case .decompression(let compression, _) = opened.error?.reason else {
            Issue.record("\(String(describing: opened.error))")
            return
        }
        #expect(tool.hasPrefix(compression.rawValue))
        #expect(opened.error?.packetsRead == UInt64(opened.framesDelivered))
    }

    @Test func keepsTheStartOfASmallTruncatedGzipFile() throws {
        guard let packed = try folder.compressed(Self.capture(packets: 100), by: "gzip") else { return }
        let opened = OpenedCapture(try folder.write(Array(packed.prefix(packed.count / 2)), to: "a"))
        #expect((40...60).contains(opened.framesDelivered))
        #expect(opened.error?.reason == .decompression(.gzip, offset: UInt64(packed.count / 2)))
    }

    @Test func reportsAWrongChecksumOfAGzipFile() throws {
        guard var packed = try folder.compressed(Self.capture(packets: 100), by: "gzip") else { return }
        packed[packed.count - 6] ^= 1
        let opened = OpenedCapture(try folder.write(packed, to: "a"))
        #expect(opened.framesDelivered == 100)
        guard case .decompression(.gzip, _) = opened.error?.reason else {
            Issue.record("\(String(describing: opened.error))")
            return
        }
    }

    @Test func readsGzipFilesOfSeveralMembers() throws {
        let bytes = Self.capture(packets: 100)
        guard let first = try folder.compressed(Array(bytes.prefix(1000)), by: "gzip"),
            let second = try folder.compressed(Array(bytes.dropFirst(1000)), by: "gzip")
        else { return }
        let opened = OpenedCapture(try folder.write(first + second + [0, 0, 0, 0], to: "a"))
        #expect(opened.error == nil)
        #expect(opened.framesDelivered == 100)
    }

    @Test func takesTheDigestOfTheWholeFileAlsoBehindAnError() throws {
        var bytes = Self.capture(packets: 2)
        bytes += [UInt8](repeating: 0xff, count: 3_000_000)
        let path = try folder.write(bytes, to: "a")
        let opened = OpenedCapture(path, hashing: true)
        #expect(opened.packets == 2)
        #expect(opened.error?.packetsRead == 2)
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
        process.arguments = [path]
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(opened.digest == String(text.prefix(64)))
    }

    @Test func readsFromAPipe() throws {
        let bytes = Self.capture(packets: 20_000)
        let pipe = Pipe()
        let writer = Thread {
            try? pipe.fileHandleForWriting.write(contentsOf: Data(bytes)); try? pipe.fileHandleForWriting.close()
        }
        writer.start()
        let opened = OpenedCapture("/proc/self/fd/\(pipe.fileHandleForReading.fileDescriptor)")
        #expect(opened.error == nil)
        #expect(opened.packets == 20_000)
        #expect(opened.sizeOnDisk == nil)
    }

    @Test func namesWhatIsWrongWithAFile() throws {
        #expect(OpenedCapture(folder.path + "/absent").error?.reason == .notFound)
        #expect(OpenedCapture(folder.path).error?.reason == .isFolder)
        #expect(OpenedCapture(try folder.write([], to: "e")).error?.reason == .empty)
        let cases: [([UInt8], InputError.Reason)] = [
            (Array("snoop\0\0\0\0\0\0\u{2}".utf8), .otherCaptureFormat("Solaris snoop")),
            (Array("GMBU\0\u{2}".utf8), .otherCaptureFormat("Microsoft Network Monitor 2")),
            (Array("PK\u{3}\u{4}abc".utf8), .archive("zip")),
            (Array("Địa chỉ, máy\n".utf8), .isText),
            ([0xff, 0xfe, 0x31, 0x00], .isText),
            ([UInt8](repeating: 0, count: 40), .notACapture(firstBytes: [UInt8](repeating: 0, count: 8))),
            (
                [0xd4, 0xc3, 0xb2, 0xa1, 2, 0],
                .capture(.init(offset: 0, reason: .fileHeaderTruncated(needed: 24, available: 6)))
            ),
        ]
        for (bytes, reason) in cases {
            #expect(OpenedCapture(try folder.write(bytes, to: "x")).error?.reason == reason)
        }
    }

    @Test func saysNothingReadableWhereTheFirstPacketIsCut() throws {
        let opened = OpenedCapture(try folder.write(Array(Self.capture(packets: 1).prefix(50)), to: "x"))
        #expect(opened.error?.packetsRead == 0)
        #expect(opened.packets == 0)
    }

    @Test func neverOpensUnreadableFiles() throws {
        guard getuid() != 0 else { return }
        let path = try folder.write(Self.capture(packets: 1), to: "secret")
        chmod(path, 0)
        #expect(OpenedCapture(path).error?.reason == .permissionDenied)
    }
}

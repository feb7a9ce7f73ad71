import Foundation
import NetworkTypes
import PacketCapture
import PacketDecode
import TrafficObservation

@testable import ObservationFile

/// Observation sets of the project's own captures, and their files taken apart and put together again.
enum StoredSets {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    static let samples = [
        "office-a/capture.pcap", "hai-hau/captures/hai-hau.pcapng", "hai-hau/captures/tslcd-uplink.pcapng",
    ].map { root.appending(path: "Samples/\($0)") }

    static let collection: [URL] = {
        let named = ProcessInfo.processInfo.environment["V6AUDIT_CORPUS"].map { URL(filePath: $0) }
        let folder = named ?? root.appending(path: "../shared/corpus/dev").standardized
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".pcap") || $0.hasSuffix(".pcapng") }.sorted()
            .map { folder.appending(path: $0) }
            .filter { ((try? $0.resourceValues(forKeys: [.fileSizeKey]))?.fileSize ?? .max) < 400_000 }
    }()

    /// - Parameter isPiece: what is open at the end stays open.
    static func observe(_ url: URL, isPiece: Bool = false) throws -> ObservationSet {
        var observer = TrafficObserver(isPiecewise: isPiece)
        observer.beginCapture(path: url.lastPathComponent, format: "pcap")
        do throws(CaptureFileError) {
            var reader = try CaptureFileReader(MemoryByteSource([UInt8](try data(url))))
            var batch = PacketBatch()
            var record = FrameRecord()
            while try reader.read(into: &batch) {
                for position in 0..<batch.count {
                    let frame = batch[position]
                    let span = batch.bytes(of: frame)
                    FrameDecoder.decode(span, linkType: frame.linkType, into: &record)
                    observer.observe(
                        record, span, number: frame.number, time: frame.time, interface: frame.interface,
                        linkType: frame.linkType)
                }
            }
        } catch {
            // What stands before the damage is as good as any.
        }
        observer.endCapture { $0.sha256 = "digest of \(url.path)" }
        return observer.finish()
    }

    private static func data(_ url: URL) throws(CaptureFileError) -> Data {
        guard let data = try? Data(contentsOf: url) else { throw CaptureFileError(offset: 0, reason: .empty) }
        return data
    }

    struct Section {
        let tag: UInt32
        var content: [UInt8]
    }

    static func sections(_ file: [UInt8]) -> [Section] {
        var sections: [Section] = []
        var offset = ObservationFile.headerCount
        while let tag = file.integer(at: offset, as: UInt32.self),
            let length = file.integer(at: offset + 4, as: UInt64.self),
            let plain = file.integer(at: offset + 12, as: UInt64.self),
            offset < file.count - ObservationFile.digestCount
        {
            let start = offset + ObservationFile.sectionHeaderCount
            let end = start + Int(length)
            sections.append(
                Section(tag: tag, content: Compression.inflate(file[start..<end], count: Int(plain)) ?? []))
            offset = end
        }
        return sections
    }

    /// With a right checksum.
    static func file(_ sections: [Section], major: UInt16 = 1) -> [UInt8] {
        var bytes = ObservationFile.magic
        bytes.append(integer: major)
        bytes.append(integer: UInt16(7))
        for section in sections {
            let packed = Compression.deflate(section.content)
            bytes.append(integer: section.tag)
            bytes.append(integer: UInt64(packed.count))
            bytes.append(integer: UInt64(section.content.count))
            bytes += packed
        }
        return signed(bytes)
    }

    static func signed(_ bytes: [UInt8]) -> [UInt8] { bytes + ObservationFile.digest(bytes[...]) }
}

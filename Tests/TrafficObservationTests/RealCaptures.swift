import Foundation
import NetworkTypes
import PacketCapture
import PacketDecode
import TrafficObservation

/// A capture file in memory, to be observed whole or in parts.
struct RealCapture: Sendable, CustomStringConvertible {
    struct Packet: Sendable {
        let number: UInt64
        let time: CaptureTime?
        let interface: UInt32
        let linkType: LinkType
        let bytes: [UInt8]
    }

    let path: String
    private(set) var packets: [Packet] = []
    var description: String { path }

    init?(_ url: URL) {
        guard let data = try? Data(contentsOf: url) else { return nil }
        path = url.lastPathComponent
        do throws(CaptureFileError) {
            var reader = try CaptureFileReader(MemoryByteSource([UInt8](data)))
            var batch = PacketBatch()
            while try reader.read(into: &batch) { take(batch) }
        } catch {
            // What stands before the damage is as good as any.
        }
        if packets.isEmpty { return nil }
    }

    private mutating func take(_ batch: borrowing PacketBatch) {
        for position in 0..<batch.count {
            let frame = batch[position]
            let span = batch.bytes(of: frame)
            packets.append(
                Packet(
                    number: frame.number, time: frame.time, interface: frame.interface, linkType: frame.linkType,
                    bytes: (0..<span.byteCount).map { span.unsafeLoad(fromByteOffset: $0, as: UInt8.self) }))
        }
    }

    /// Some packets as a file of their own.
    func file(_ range: Range<Int>, _ name: String) -> RealCapture {
        RealCapture(
            path: name,
            packets: packets[range].enumerated().map { place, packet in
                Packet(
                    number: UInt64(place + 1), time: packet.time, interface: packet.interface,
                    linkType: packet.linkType, bytes: packet.bytes)
            })
    }

    init(path: String, packets: [Packet]) {
        self.path = path
        self.packets = packets
    }

    /// Begins a capture of some packets and observes them.
    func observe(_ range: Range<Int>, into observer: inout TrafficObserver, isNextFile: Bool = false) {
        observer.beginCapture(
            path: path, format: "pcap", isNextFile: isNextFile,
            frameOffset: range.lowerBound == 0 ? 0 : packets[range.lowerBound - 1].number)
        var record = FrameRecord()
        for packet in packets[range] {
            let span = packet.bytes.span.bytes
            FrameDecoder.decode(span, linkType: packet.linkType, into: &record)
            observer.observe(
                record, span, number: packet.number, time: packet.time, interface: packet.interface,
                linkType: packet.linkType)
        }
        observer.endCapture { _ in }
    }

    func observed() -> ObservationSet {
        var observer = TrafficObserver()
        observe(0..<packets.count, into: &observer)
        return observer.finish()
    }

    func piece(_ range: Range<Int>) -> ObservationSet {
        var observer = TrafficObserver(isPiecewise: true)
        observe(range, into: &observer)
        return observer.finish()
    }
}

/// Captures of the project, and of the collection beside it where that is there.
enum RealCaptures {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    static let samples = [
        "office-a/capture.pcap", "hai-hau/captures/hai-hau.pcapng", "hai-hau/captures/tslcd-uplink.pcapng",
        "hai-hau/earlier/hai-hau.pcapng", "hai-hau/earlier/tslcd-uplink.pcapng",
    ].map { root.appending(path: "Samples/\($0)") }

    static let collection: [URL] = {
        let named = ProcessInfo.processInfo.environment["V6AUDIT_CORPUS"].map { URL(filePath: $0) }
        let folder = named ?? root.appending(path: "../shared/corpus/dev").standardized
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".pcap") || $0.hasSuffix(".pcapng") }.sorted()
            .map { folder.appending(path: $0) }
            .filter { ((try? $0.resourceValues(forKeys: [.fileSizeKey]))?.fileSize ?? .max) < largestSize }
    }()
    /// In bytes.
    private static let largestSize = 400_000
}

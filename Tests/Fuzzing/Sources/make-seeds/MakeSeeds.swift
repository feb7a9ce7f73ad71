import CaptureInput
import Foundation
import FuzzTargets
import NetworkTypes
import PacketCapture
import PacketDecode

/// make-seeds FOLDER LIMIT CAPTURE …: writes inputs for the fuzz targets out of captures, one folder per target, at most
/// LIMIT for each, no two of the same shape.
@main
struct MakeSeeds {
    private let folder: URL
    private let limit: Int
    private var shapes: [FuzzTarget: Set<String>] = [:]
    private var frames: [UInt8] = []

    static func main() throws {
        guard CommandLine.arguments.count > 3, let limit = Int(CommandLine.arguments[2]) else {
            print("usage: make-seeds FOLDER LIMIT CAPTURE …")
            exit(64)
        }
        var seeds = MakeSeeds(folder: URL(filePath: CommandLine.arguments[1]), limit: limit)
        for path in CommandLine.arguments.dropFirst(3) { try seeds.read(path) }
    }

    private init(folder: URL, limit: Int) {
        self.folder = folder
        self.limit = limit
    }

    private mutating func read(_ path: String) throws {
        let file = try FileHandle(forReadingFrom: URL(filePath: path))
        let head = try file.read(upToCount: 4096) ?? Data()
        frames = []
        do throws(InputError) {
            var input = try CaptureInput.open(path)
            var batch = PacketBatch()
            let target: FuzzTarget = input.compression != nil ? .compressed : input.format == .pcap ? .pcap : .pcapng
            while try input.read(into: &batch) {
                for position in 0..<batch.count {
                    let frame = batch[position]
                    try? add(batch.bytes(of: frame), frame)
                }
            }
            let types = input.linkTypes.map(\.name).joined(separator: "-")
            try? write(Array(head), target, shape: "\(types)-\(head.count / 1024)")
        } catch {
            return  // what was read before the damage is there
        }
        if !frames.isEmpty { try write(frames, .reassembly, shape: "\(frames.count / 256)") }
    }

    private mutating func add(_ bytes: borrowing RawSpan, _ frame: CaptureFrame) throws {
        var record = FrameRecord()
        FrameDecoder.decode(bytes, linkType: frame.linkType, into: &record)
        let octets = bytes.withUnsafeBytes { Array($0) }
        guard octets.count <= 1600 else { return }
        let upper = record.innermostIP.upperProtocol.rawValue
        let port = min(record.sourcePort, record.destinationPort)
        let layers = "\(record.network)-\(record.encapsulation)-\(upper)-\(record.anomaly)"
        if let place = FrameFuzzing.linkTypes.firstIndex(of: frame.linkType) {
            try write([UInt8(place)] + octets, .frame, shape: "\(frame.linkType.name)-\(layers)")
        }
        if record.innermostIP.isFragment || record.transport == .tcp, frames.count < 8192 {
            frames += [UInt8(octets.count >> 8), UInt8(octets.count & 255)] + octets
        }
        let payload = Array(octets[Int(record.payload.start)..<max(Int(record.payload.start), Int(record.payload.end))])
        guard !payload.isEmpty, let target = Self.target(record, port, upper) else { return }
        let input =
            target == .quic ? [UInt8(payload.count >> 8), UInt8(payload.count & 255)] + payload : payload
        let kind = target == .dns ? payload.dropFirst(2).first ?? 0 : payload[0]
        try write(input, target, shape: "\(record.linkMessage)-\(upper)-\(port)-\(kind)-\(payload.count / 64)")
    }

    /// The target that reads such a payload.
    private static func target(_ record: FrameRecord, _ port: UInt16, _ upper: UInt8) -> FuzzTarget? {
        if record.linkMessage != .none { return .names }
        switch (upper, port) {
        case (58, _): return (133...137).contains(record.icmpType) ? .neighbors : nil
        case (17, 67), (17, 68): return .dhcp4
        case (17, 546), (17, 547): return .dhcp6
        case (17, 53), (17, 5353), (17, 5355), (6, 53): return .dns
        case (17, 443): return .quic
        case (17, 123), (17, 137), (17, 138), (17, 161), (17, 514), (17, 1900), (17, 3702), (17, 1646),
            (17, 1813):
            return .names
        case (6, 443): return .tls
        case (6, 21), (6, 22), (6, 80), (6, 445), (6, 554), (17, 5060): return .sessions
        case (89, _), (88, _), (103, _), (112, _), (17, 520), (17, 521), (17, 1985), (17, 3222), (6, 179):
            return .routing
        default: return nil
        }
    }

    private mutating func write(_ input: [UInt8], _ target: FuzzTarget, shape: String) throws {
        guard shapes[target, default: []].count < limit, shapes[target, default: []].insert(shape).inserted else {
            return
        }
        let place = folder.appending(path: target.rawValue)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let number = shapes[target, default: []].count
        try Data(input).write(to: place.appending(path: "seed-\(number)"))
    }
}

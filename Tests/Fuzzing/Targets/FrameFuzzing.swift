public import NetworkTypes
import PacketDecode

/// Frames of every link type.
public enum FrameFuzzing {
    /// The first byte of an input is a place in this list.
    public static let linkTypes: [LinkType] = (0...300).map(LinkType.init(rawValue:)).filter(FrameDecoder.supports)

    static func violation(_ bytes: borrowing RawSpan) -> String? {
        guard bytes.byteCount > 0 else { return nil }
        let choice = Int(bytes.unsafeLoad(fromByteOffset: 0, as: UInt8.self))
        let frame = bytes.extracting(1..<bytes.byteCount)
        return violation(frame, linkTypes[choice % linkTypes.count])
    }

    /// Decodes a frame and everything that may be asked about it.
    public static func violation(_ frame: borrowing RawSpan, _ linkType: LinkType) -> String? {
        var record = FrameRecord()
        FrameDecoder.decode(frame, linkType: linkType, into: &record)
        if let problem = violation(of: record, byteCount: frame.byteCount) { return problem }
        _ = FrameDecoder.quotedPacket(in: record, frame)
        if !record.fragment.isEmpty {
            let part = frame.extracting(Int(record.fragment.start)..<Int(record.fragment.end))
            let header = record.innermostIP
            var whole = record
            FrameDecoder.decodeReassembled(
                part, family: header.source.family, upperProtocol: header.upperProtocol, into: &whole)
            if let problem = violation(of: whole, byteCount: part.byteCount) { return problem }
        }
        return MessageFuzzing.violation(frame, record.payload)
    }

    private static func violation(of record: FrameRecord, byteCount: Int) -> String? {
        if Int(record.payload.end) > byteCount { return "the payload leaves the frame" }
        if record.payload.start > record.payload.end { return "the payload ends before it begins" }
        if record.tunnelDepth > 8 { return "tunnels in tunnels without a limit" }
        return nil
    }
}

import NetworkTypes
import PacketDecode
import StreamReassembly

/// What needs more than one packet.
enum ReassemblyFuzzing {
    private static let largestPieceCount = 256

    /// The pieces of an input, each behind two bytes of length; the last one may be cut.
    private static func pieces(_ bytes: borrowing RawSpan) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var offset = 0
        while offset + 2 <= bytes.byteCount, found.count < largestPieceCount {
            let length = Int(UInt16(bigEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt16.self)))
            let end = min(bytes.byteCount, offset + 2 + length)
            found.append(offset + 2..<end)
            offset = end
        }
        return found
    }

    static func quicViolation(_ bytes: borrowing RawSpan) -> String? {
        var limits = QUICLimits()
        limits.bytes = 1 << 16
        var table = QUICInitialTable(limits: limits)
        for piece in pieces(bytes) {
            _ = table.add(1, bytes: bytes, range: ByteRange(start: piece.lowerBound, end: piece.upperBound))
            if table.heldBytes > limits.bytes { return "more memory than the limit" }
        }
        let handshake = table.handshake(of: 1)
        MessageFuzzing.readTLS(handshake.span.bytes, ByteRange(start: 0, end: handshake.count))
        table.remove(1)
        return table.heldBytes == 0 ? nil : "memory that is not given back"
    }

    static func violation(_ bytes: borrowing RawSpan) -> String? {
        var fragmentLimits = FragmentLimits()
        fragmentLimits.bytes = 1 << 18
        fragmentLimits.datagrams = 16
        var fragments = FragmentTable(limits: fragmentLimits)
        var streamLimits = StreamLimits()
        streamLimits.bytes = 1 << 17
        streamLimits.directions = 8
        var streams = StreamTable(limits: streamLimits)
        var record = FrameRecord()
        for (number, piece) in pieces(bytes).enumerated() {
            let frame = bytes.extracting(piece)
            FrameDecoder.decode(frame, linkType: .ethernet, into: &record)
            add(record, frame, number, to: &fragments)
            add(record, frame, to: &streams)
            if fragments.heldBytes > fragmentLimits.bytes { return "fragments take more memory than the limit" }
            if fragments.count > fragmentLimits.datagrams { return "more datagrams than the limit" }
            if streams.count > streamLimits.directions { return "more streams than the limit" }
        }
        return nil
    }

    private static func add(
        _ record: FrameRecord, _ frame: borrowing RawSpan, _ number: Int, to table: inout FragmentTable
    ) {
        let header = record.innermostIP
        guard header.isFragment else { return }
        let key = FragmentKey(
            link: 0, source: header.source, destination: header.destination, identification: header.identification,
            upperProtocol: header.upperProtocol)
        let outcome = table.add(
            key, offset: Int(header.fragmentOffset), hasMore: header.hasMoreFragments, bytes: frame,
            range: record.fragment, time: CaptureTime(nanoseconds: Int64(number) * 1_000_000_000))
        guard case .complete(let datagram) = outcome else { return }
        var whole = record
        FrameDecoder.decodeReassembled(
            datagram.bytes.span.bytes, family: header.source.family, upperProtocol: datagram.upperProtocol, into: &whole
        )
        _ = MessageFuzzing.violation(datagram.bytes.span.bytes, whole.payload)
    }

    private static func add(_ record: FrameRecord, _ frame: borrowing RawSpan, to table: inout StreamTable) {
        guard record.transport == .tcp else { return }
        let key = StreamKey(
            flow: UInt32(record.sourcePort ^ record.destinationPort),
            isFromClient: record.sourcePort > record.destinationPort)
        let outcome = table.add(
            key, sequence: record.tcpSequence, isSYN: record.tcpFlags.contains(.syn), bytes: frame,
            range: record.payload)
        guard outcome == .advanced || outcome == .finished else { return }
        let prefix = table.prefix(of: key)
        _ = MessageFuzzing.violation(prefix.span.bytes, ByteRange(start: 0, end: prefix.count))
        if outcome == .finished { table.remove(key) } else { table.consume(key, prefix.count / 2) }
    }
}

import NetworkTypes
import PacketDecode
import StreamReassembly

extension TrafficObserver {
    /// A fragment of a datagram: when it is the last to come, the whole is read as if it had come in one packet.
    @inline(never)
    mutating func observeFragment(_ record: FrameRecord, _ bytes: borrowing RawSpan, _ place: Place) {
        let header = record.innermostIP
        let isTunnelled = record.hasInnerIP
        // The end of a fragment that the frame cuts would be taken for the end of the datagram.
        guard header.source.isHostUnicast, !record.isFragmentCut else { return }
        if isPiecewise, keep(bytes, .fragment, place) { return }
        let key = FragmentKey(
            link: place.linkNumber, source: header.source, destination: header.destination,
            identification: header.identification, upperProtocol: header.upperProtocol)
        let outcome = fragments.add(
            key, offset: Int(header.fragmentOffset), hasMore: header.hasMoreFragments, bytes: bytes,
            range: record.fragment, time: place.proof.time)
        switch outcome {
        case .overlap: anomalies[Int(DecodeAnomaly.fragmentOverlap.rawValue)] &+= 1
        case .waiting, .malformed, .refused: break
        case .complete(let datagram):
            if datagram.hasOverlap { anomalies[Int(DecodeAnomaly.fragmentOverlap.rawValue)] &+= 1 }
            var whole = record
            let span = datagram.bytes.span.bytes
            FrameDecoder.decodeReassembled(
                span, family: header.source.family, upperProtocol: datagram.upperProtocol, into: &whole)
            if !isTunnelled { observeWhole(whole, span, place) }
        }
    }

    /// A packet that was put together; its fragments were counted one by one before.
    private mutating func observeWhole(_ record: FrameRecord, _ bytes: borrowing RawSpan, _ place: Place) {
        if record.encapsulation != .none {
            observeTunnel(record, place)
        } else if record.transport == .udp {
            observeUDP(record, bytes, place)
        }
    }
}

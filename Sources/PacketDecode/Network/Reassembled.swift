public import NetworkTypes

extension FrameDecoder {
    /// Goes on with a packet that was put together from fragments. `bytes` are what its fragments carried, `record` that of
    /// one of them, `upperProtocol` what the first fragment says. Ranges in the record are into `bytes` afterwards.
    /// `isFragment` stays true: that the packet came in pieces is a fact of its own. No bytes leave the record as it is.
    public static func decodeReassembled(
        _ bytes: borrowing RawSpan, family: AddressFamily, upperProtocol: IPProtocol, into record: inout FrameRecord
    ) {
        let end = bytes.byteCount
        guard end > 0 else { return }
        record.forgetTransport()
        // A pseudowire's IP header is an inner one without an outer.
        let isInside: UInt8 = record.hasInnerIP ? 1 : 0
        let level = Level(depth: max(record.tunnelDepth, isInside), encapsulation: record.encapsulation)
        var chain = ExtensionChain(next: upperProtocol, offset: 0)
        if family == .ipv6, ExtensionChain.isExtension(upperProtocol) {
            var header = IPHeaderRecord()
            chain.walk(bytes, to: end, folding: &header)
            if chain.anomaly != .none { record.note(chain.anomaly) }
            if header.hasRoutingHeaderType0 { record.withInnermostIP { $0.hasRoutingHeaderType0 = true } }
            guard chain.isComplete, !header.isPartial else { return }
        }
        let next = chain.next
        record.withInnermostIP { $0.upperProtocol = next }
        decodeUpperLayer(
            next, bytes, at: chain.offset, end: end, declaredEnd: end, carrier: family, isPartial: false, level,
            into: &record)
    }
}

extension FrameRecord {
    fileprivate mutating func forgetTransport() {
        transport = .noNextHeader
        sourcePort = 0
        destinationPort = 0
        tcpFlags = []
        tcpSequence = 0
        icmpType = 0
        icmpCode = 0
        payload = .empty
        payloadLength = 0
        fragment = .empty
        isFragmentCut = false
    }

    @inline(__always)
    mutating func withInnermostIP(_ change: (inout IPHeaderRecord) -> Void) {
        if hasInnerIP { change(&innerIP) } else { change(&ip) }
    }
}

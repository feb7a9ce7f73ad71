import NetworkTypes
import PacketDecode

extension TrafficObserver {
    /// Control connections whose messages may carry the addresses of others: FTP, RTSP, SIP.
    /// Either end's port tells, because who the server is may show only later.
    @inline(__always)
    static func mayEmbedAddresses(_ ports: (UInt16, UInt16)) -> Bool { controlPort(ports.0) || controlPort(ports.1) }

    @inline(__always)
    private static func controlPort(_ port: UInt16) -> Bool { port == 21 || port == 554 || port == 5060 }

    /// FTP, RTSP and SIP, message by message: a message over two segments is missed. RFC 959 §4.1.2, RFC 8866 §5.7.
    @inline(never)
    mutating func observeEmbeddedAddresses(
        _ record: FrameRecord, _ bytes: borrowing RawSpan, _ number: Int, _ place: Place
    ) {
        switch Self.controlPort(record.sourcePort) ? record.sourcePort : record.destinationPort {
        case 21:
            guard let line = FTPControl(bytes, record.payload) else { return }
            // The extended forms name no address, or one of the connection's own family. RFC 2428.
            if line.use == .port || line.use == .passiveReply { flows[number].noteEmbeddedAddress(place.proof) }
        case 554:
            guard let message = RTSPMessage(bytes, record.payload) else { return }
            if message.sdpFamilies.contains(.ipv4) || message.transportFamilies.contains(.ipv4)
                || message.urlAddress?.family == .ipv4
            {
                flows[number].noteEmbeddedAddress(place.proof)
            }
        default:
            guard let message = SIPMessage(bytes, record.payload) else { return }
            if message.sdpFamilies.contains(.ipv4) || message.contactFamilies.contains(.ipv4) {
                flows[number].noteEmbeddedAddress(place.proof)
            }
            // Who registers with a server is an endpoint. RFC 3261 §10.
            if message.method == "REGISTER", record.hasLinkSource {
                claimRole(.phone, record.linkSource, of: record.ip.source, place)
            }
        }
    }
}

import NetworkTypes
import PacketDecode

extension TrafficObserver {
    /// The addresses of a session, as a network access server reports them. RFC 2866.
    ///
    /// One server speaks for many sessions, so every message is read.
    mutating func observeAccounting(_ record: FrameRecord, _ bytes: borrowing RawSpan, _ place: Place) {
        guard record.fragment.isEmpty, let message = RADIUSAccounting(bytes, record.payload),
            let session = message.session, !message.addresses.isEmpty
        else { return }
        let value = "\(message.accessServer ?? "\(record.ip.source)")|\(session)"
        for address in message.addresses {
            noteIdentity(.accountingSession, value, address, message.station ?? .zero, place)
        }
    }
}

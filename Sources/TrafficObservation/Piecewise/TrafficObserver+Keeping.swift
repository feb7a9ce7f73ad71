import NetworkTypes
import PacketDecode
import StreamReassembly

extension TrafficObserver {
    /// After this many bytes and segments no inspection of a connection wants more.
    private static let graceBytes = UInt32(StreamTable.standardPrefix)
    private static let graceSegments: UInt8 = 16

    /// Keeps the frame to be read again; false where there is no room, and the part must be read now.
    mutating func keep(_ bytes: borrowing RawSpan, _ part: KeptFrame.Parts, _ place: Place) -> Bool {
        kept.keep(bytes, part, capture: place.proof.capture, limit: limits.keptBytes)
    }

    /// Data of a connection: the inspection goes on so far as is known here, to find out when nothing more is wanted.
    mutating func keepStream(
        _ record: FrameRecord, _ bytes: borrowing RawSpan, _ number: Int, fromClient: Bool, _ place: Place
    ) {
        let isDone = flows[number].inspection.isDone(ofClient: fromClient)
        isRehearsing = keep(bytes, .stream, place)
        defer { isRehearsing = false }
        if isDone, !record.tcpFlags.contains(.syn) {
            let key = Self.graceKey(number, fromClient: fromClient)
            var grace = kept.graces[key] ?? KeptFrames.Grace()
            grace.bytes = grace.bytes &+ record.payloadLength
            if grace.segments < .max { grace.segments += 1 }
            kept.graces[key] = grace
        } else {
            observeStream(record, bytes, number, fromClient: fromClient, place)
        }
    }

    mutating func keepQUIC(_ record: FrameRecord, _ bytes: borrowing RawSpan, _ number: Int, _ place: Place) {
        let isDone = flows[number].inspection.isDone(ofClient: true)
        isRehearsing = keep(bytes, .stream, place)
        if !isDone { observeQUIC(record, bytes, number, place) }
        isRehearsing = false
    }

    /// Whether data may be wanted of an end that seems to be done: its beginning may stand in the part before.
    func isWanted(_ number: Int, fromClient: Bool) -> Bool {
        guard isInMiddle, (fromClient ? flows[number].syn : flows[number].synAck) == nil else { return false }
        if flows[number].serverPort == 53 || flows[number].clientPort == 53 { return true }
        guard let grace = kept.graces[Self.graceKey(number, fromClient: fromClient)] else { return true }
        return grace.bytes < Self.graceBytes || grace.segments < Self.graceSegments
    }

    func isWantedQUIC(_ record: FrameRecord, _ bytes: borrowing RawSpan) -> Bool {
        isInMiddle && QUICLongHeader(bytes, record.payload) != nil
    }

    private static func graceKey(_ number: Int, fromClient: Bool) -> UInt64 {
        UInt64(truncatingIfNeeded: number) << 1 | (fromClient ? 1 : 0)
    }
}

import CPcap
import NetworkTypes
import PacketCapture

/// What libpcap's callback needs: where the packets go and when to stop.
struct BatchFilling {
    /// The batch is held by the caller of `PcapHandle.deliver` for as long as that runs.
    let batch: UnsafeMutablePointer<PacketBatch>
    let linkType: LinkType
    let encoding: CaptureFileEncoding?
    var nextNumber: UInt64
    /// Bytes that the file being written may still take.
    var fileRoom: Int
    var delivered: UInt64 = 0
    /// The batch has no room for another long packet.
    var isFull = false
    /// The file being written has reached its size.
    var endsFile = false
    var handle: OpaquePointer?
    var nanosecondsPerFraction: Int64 = 1

    /// Room that is left for a packet as the kernel may join them (65,535 bytes).
    private static let reserve = 1 << 16

    init(
        _ batch: UnsafeMutablePointer<PacketBatch>, linkType: LinkType, encoding: CaptureFileEncoding?,
        firstNumber: UInt64, fileRoom: Int
    ) {
        self.batch = batch
        self.linkType = linkType
        self.encoding = encoding
        nextNumber = firstNumber
        self.fileRoom = fileRoom
    }

    static let receive: pcap_handler = { user, header, bytes in
        guard let user, let header, let bytes else { return }
        UnsafeMutableRawPointer(user).assumingMemoryBound(to: BatchFilling.self).pointee.take(header.pointee, bytes)
    }

    private mutating func take(_ header: pcap_pkthdr, _ bytes: UnsafePointer<UInt8>) {
        let time = CaptureTime(
            nanoseconds: Int64(header.ts.tv_sec) &* 1_000_000_000
                &+ Int64(header.ts.tv_usec) &* nanosecondsPerFraction)
        let captured = Int(min(header.caplen, LiveCaptureConfiguration.standardSnapLength))
        batch.pointee.append(
            packet: UnsafeRawBufferPointer(start: bytes, count: captured), originalLength: header.len, time: time,
            number: nextNumber, linkType: linkType, encoding: encoding)
        nextNumber &+= 1
        delivered &+= 1
        if let encoding {
            fileRoom -= encoding.recordLength(captured: captured)
            endsFile = fileRoom <= 0
        }
        isFull = batch.pointee.byteCount > PacketBatch.standardCapacity - Self.reserve
        if isFull || endsFile, let handle { pcap_breakloop(handle) }
    }
}

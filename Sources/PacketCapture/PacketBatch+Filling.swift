public import NetworkTypes

extension PacketBatch {
    /// Bytes of the arena in use: packets, and with an encoding the records around them.
    public var byteCount: Int { filled }

    /// Forgets the frames and bytes and keeps the memory, to be filled anew.
    public mutating func reset() { removeAll() }

    /// Copies a packet that comes from elsewhere than a file.
    ///
    /// - Parameters:
    ///   - number: counts from 1 in the capture that the packet belongs to.
    ///   - encoding: puts the bytes of a file's record around the packet, so that the arena can be written as it is.
    public mutating func append(
        packet bytes: UnsafeRawBufferPointer, originalLength: UInt32, time: CaptureTime, number: UInt64,
        linkType: LinkType, encoding: CaptureFileEncoding?
    ) {
        let captured = UInt32(clamping: bytes.count)
        let header = encoding?.recordHeaderLength ?? 0
        let trailer = encoding?.recordTrailerLength(bytes.count) ?? 0
        let record = makeRoom(byteCount: header + bytes.count + trailer)
        let packet = record + header
        if let source = bytes.baseAddress { packet.copyMemory(from: source, byteCount: bytes.count) }
        if let encoding {
            encoding.writeRecordHeader(to: record, time: time, captured: captured, original: originalLength)
            encoding.writeRecordTrailer(to: packet + bytes.count, captured: bytes.count)
        }
        append(
            CaptureFrame(
                number: number, nanoseconds: time.nanoseconds, interface: 0, capturedLength: captured,
                originalLength: originalLength, start: packet - UnsafeMutableRawPointer(arena), linkType: linkType))
    }

    /// The records as they stand in a file, for a batch that was filled with one encoding.
    public func withEncodedBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        body(UnsafeRawBufferPointer(start: arena, count: filled))
    }
}

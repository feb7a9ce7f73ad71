public import NetworkTypes

/// Reads a pcap or pcapng capture from front to back into batches. Memory does not depend on the length of the file.
public struct CaptureFileReader: ~Copyable {
    public let format: CaptureFormat
    private var source: any ByteSource
    private var parser: any RecordParser
    /// Bytes read but not yet consumed: a part of a record.
    private var carry: [UInt8]
    /// Where `carry` begins in the file.
    private var origin: UInt64
    /// What stopped the source; the bytes before it are parsed first.
    private var sourceError: CaptureFileError?
    /// What the next call throws.
    private var finalError: CaptureFileError?
    private var hasEnded = false

    /// Bytes taken from the source so far, decompressed.
    public private(set) var bytesRead: UInt64

    /// Reads the file header.
    public init(_ source: any ByteSource) throws(CaptureFileError) {
        var input = source
        let head = FileHead(reading: &input)
        let header = try head.parse()
        self.source = input
        format = header.format
        parser = header.parser
        origin = UInt64(header.length)
        carry = Array(head.bytes[header.length...])
        bytesRead = UInt64(head.bytes.count)
        sourceError = head.failure
    }

    /// In order of appearance, over all sections; in pcapng more may follow with each batch.
    public var interfaces: [CaptureInterface] { parser.interfaces }

    /// The distinct link types in order of appearance.
    public var linkTypes: [LinkType] {
        var types: [LinkType] = []
        for interface in parser.interfaces where !types.contains(interface.linkType) {
            types.append(interface.linkType)
        }
        return types
    }

    /// Frames read so far, as Wireshark counts them: with the pcapng blocks that are frames there but no packets.
    public var packetCount: UInt64 { parser.frameCount }

    /// Refills the batch; false at the end of the file, then the batch is empty. Packets before an error are handed
    /// out first, the next call throws it, and every call after that returns false.
    public mutating func read(into batch: inout PacketBatch) throws(CaptureFileError) -> Bool {
        batch.removeAll()
        guard !hasEnded else { return false }
        if let finalError {
            hasEnded = true
            throw finalError
        }
        carry.withUnsafeBytes { batch.append(bytes: $0) }
        carry.removeAll(keepingCapacity: true)
        var position = 0
        while true {
            let isAtEnd = fill(&batch)
            let outcome = parser.parse(&batch, position: &position, origin: origin)
            if let error = failure(outcome, isAtEnd: isAtEnd) {
                guard !batch.isEmpty else {
                    hasEnded = true
                    throw error
                }
                finalError = error
                return true
            }
            if isAtEnd {
                hasEnded = true
                return !batch.isEmpty
            }
            if !batch.isEmpty { break }
            makeRoom(in: &batch, after: outcome, position: &position)
        }
        keepTail(of: batch, from: position)
        return true
    }

    /// Takes more bytes from the source; true where none are left, or none that can be read.
    private mutating func fill(_ batch: inout PacketBatch) -> Bool {
        guard sourceError == nil else { return true }
        guard !batch.isFull else { return false }
        do {
            let count = try batch.fill(from: &source)
            bytesRead += UInt64(count)
            return count == 0
        } catch {
            sourceError = CaptureFileError(offset: bytesRead, reason: error.reason)
            return true
        }
    }

    /// The error that ends the file here, if one does. What the source reported goes before the cut it caused.
    private func failure(_ outcome: ParseOutcome, isAtEnd: Bool) -> CaptureFileError? {
        switch outcome {
        case .failed(let error): error
        case .needs(_, let error): isAtEnd ? sourceError ?? error : nil
        case .complete: isAtEnd ? sourceError : nil
        }
    }

    /// Lets the record at the position fit into the arena.
    private mutating func makeRoom(in batch: inout PacketBatch, after outcome: ParseOutcome, position: inout Int) {
        origin += UInt64(position)
        batch.discard(first: position)
        position = 0
        if case .needs(let byteCount, _) = outcome { batch.reserve(byteCount) }
    }

    private mutating func keepTail(of batch: borrowing PacketBatch, from position: Int) {
        origin += UInt64(position)
        carry.append(contentsOf: UnsafeRawBufferPointer(start: batch.arena + position, count: batch.filled - position))
    }
}

extension CaptureFileReader {
    /// Whether a file that begins so is a pcap or pcapng file; needs four bytes.
    public static func recognises(_ firstBytes: [UInt8]) -> Bool {
        PcapMagic(firstBytes) != nil || firstBytes.starts(with: [0x0a, 0x0d, 0x0d, 0x0a])
    }
}

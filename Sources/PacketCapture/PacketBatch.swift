import Glibc

/// Packets that were read together, about 1 MiB of file: one arena with the bytes as they stood in the file and one
/// table of frames, both reused for the next batch. Moved from thread to thread, never shared.
public struct PacketBatch: ~Copyable {
    /// The bytes of file that a batch is filled with at a time.
    public static let standardCapacity = 1 << 20

    private(set) var arena: UnsafeMutableRawPointer
    private(set) var capacity: Int
    /// Bytes of the arena that hold file content.
    private(set) var filled = 0
    private var table: UnsafeMutablePointer<CaptureFrame>
    private var tableCapacity: Int
    /// The number of frames.
    public private(set) var count = 0

    public init(capacity: Int = PacketBatch.standardCapacity) {
        self.capacity = min(max(capacity, 4096), 1 << 26)
        arena = .allocate(byteCount: self.capacity, alignment: 16)
        tableCapacity = 1024
        table = .allocate(capacity: tableCapacity)
    }

    deinit {
        arena.deallocate()
        table.deallocate()
    }

    public var isEmpty: Bool { count == 0 }

    /// All frames, oldest in the file first.
    public var frames: Span<CaptureFrame> {
        @_lifetime(borrow self)
        get {
            let span = Span(_unsafeStart: table, count: count)
            return _overrideLifetime(span, borrowing: self)
        }
    }

    /// The frame at a position; the position must be in `0..<count`.
    public subscript(position: Int) -> CaptureFrame { frames[position] }

    /// The captured bytes of a frame of this batch; empty for a frame of another.
    @_lifetime(borrow self)
    public func bytes(of frame: CaptureFrame) -> RawSpan {
        let start = Int(frame.start)
        let length = Int(frame.capturedLength)
        let isInside = start <= filled && length <= filled - start
        let span = RawSpan(_unsafeStart: arena + (isInside ? start : 0), byteCount: isInside ? length : 0)
        return _overrideLifetime(span, borrowing: self)
    }

    // MARK: Filling

    var isFull: Bool { filled == capacity }

    /// Forgets the frames and bytes, keeps the memory.
    mutating func removeAll() {
        count = 0
        filled = 0
    }

    mutating func append(_ frame: CaptureFrame) {
        if count == tableCapacity { growTable() }
        (table + count).initialize(to: frame)
        count &+= 1
    }

    private mutating func growTable() {
        let larger = UnsafeMutablePointer<CaptureFrame>.allocate(capacity: tableCapacity * 2)
        larger.update(from: table, count: count)
        table.deallocate()
        table = larger
        tableCapacity *= 2
    }

    /// Copies bytes behind the filled part.
    mutating func append(bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress else { return }
        reserve(filled + bytes.count)
        (arena + filled).copyMemory(from: source, byteCount: bytes.count)
        filled += bytes.count
    }

    /// Takes the next bytes of the arena, which grows where they do not fit; to be written by the caller.
    mutating func makeRoom(byteCount: Int) -> UnsafeMutableRawPointer {
        if byteCount > capacity - filled { reserve(max(filled + byteCount, min(capacity * 2, 1 << 26))) }
        defer { filled += byteCount }
        return arena + filled
    }

    /// Makes room for `needed` bytes in the whole arena.
    mutating func reserve(_ needed: Int) {
        guard needed > capacity else { return }
        let larger = UnsafeMutableRawPointer.allocate(byteCount: needed, alignment: 16)
        larger.copyMemory(from: arena, byteCount: filled)
        arena.deallocate()
        arena = larger
        capacity = needed
    }

    /// Drops the first bytes of the arena; only while the batch has no frame.
    mutating func discard(first dropped: Int) {
        guard dropped > 0, count == 0 else { return }
        memmove(arena, arena + dropped, filled - dropped)
        filled -= dropped
    }

    /// Reads once into the free part of the arena; the number of bytes, 0 at the end of the input.
    mutating func fill(from source: inout any ByteSource) throws(CaptureFileError) -> Int {
        let room = UnsafeMutableRawBufferPointer(start: arena + filled, count: capacity - filled)
        let count = min(max(0, try source.read(into: room)), room.count)
        filled += count
        return count
    }
}

/// Sound because the batch is not copyable and owns its memory: only one thread holds it at a time.
extension PacketBatch: @unchecked Sendable {}

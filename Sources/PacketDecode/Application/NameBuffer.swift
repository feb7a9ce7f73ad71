/// Room for the text of one domain name, filled in place again and again, so that reading a name allocates nothing.
public struct NameBuffer: Sendable {
    /// 255 octets of a name, each written as `\DDD` at the worst, and the dots between 127 labels.
    private static let capacity = 1280

    private var storage: [UInt8] = []

    public init() { storage.reserveCapacity(Self.capacity) }

    /// A text from elsewhere, as far as there is room.
    public init(_ text: String) { storage = Array(text.utf8.prefix(Self.capacity)) }

    public var isEmpty: Bool { storage.isEmpty }
    /// Bytes of text.
    public var count: Int { storage.count }
    /// The text, as `DNSMessage.Question.name` has it.
    public var string: String { String(decoding: storage, as: UTF8.self) }

    /// Zero behind the end.
    subscript(index: Int) -> UInt8 { storage.indices.contains(index) ? storage[index] : 0 }

    mutating func removeAll() { storage.removeAll(keepingCapacity: true) }
    mutating func removeLast(_ octets: Int) { storage.removeLast(min(octets, storage.count)) }

    @inline(__always)
    mutating func append(_ octet: UInt8) {
        guard storage.count < Self.capacity else { return }
        storage.append(octet)
    }

    /// A hash of the text, seeded by the caller.
    public func hash(_ seed: UInt64) -> UInt64 {
        let bytes = unsafe storage.span.bytes  // octets have no padding
        var hash = seed ^ UInt64(truncatingIfNeeded: count)
        var offset = 0
        while offset < count {
            var word: UInt64 = 0
            if count &- offset >= 8 {
                word = bytes.field(at: offset)
            } else {
                for index in offset..<count { word = word << 8 | UInt64(bytes.field(at: index, as: UInt8.self)) }
            }
            let product = (hash ^ word).multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
            hash = product.high ^ product.low
            offset &+= 8
        }
        return hash
    }

    /// Whether the text is this one.
    public func equals(_ other: String) -> Bool {
        let span = other.utf8.span
        guard span.count == count else { return false }
        for index in 0..<count where span[index] != storage[index] { return false }
        return true
    }

    /// Whether the text ends so.
    public func hasSuffix(_ suffix: String) -> Bool {
        let span = suffix.utf8.span
        guard span.count <= count else { return false }
        for index in 0..<span.count where span[index] != storage[count - span.count + index] { return false }
        return true
    }
}

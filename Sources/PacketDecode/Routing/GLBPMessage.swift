public import NetworkTypes

/// A message of Cisco's Gateway Load Balancing Protocol. It has no published standard; the layout is that seen on the wire.
public struct GLBPMessage: Hashable, Sendable {
    public let group: UInt16
    /// The router that sends.
    public let owner: MACAddress
    /// Of a hello; nil in other messages, and where the address is of no known family.
    public private(set) var virtualAddress: IPAddress?
    /// Of a hello.
    public private(set) var priority: UInt8?
    /// A TLV does not fit.
    public private(set) var isIncomplete = false

    private enum Field {
        static let group = 2
        static let owner = 6
        static let items = 12
        static let priority = 5
        static let addressType = 22
        static let address = 24
    }

    /// The most TLVs that are read of one message.
    private static let largestItemCount = 32
    private static let hello: UInt8 = 1

    /// Nil where the head is cut, or the version is not 1.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        let start = range.lower
        let end = min(range.upper, bytes.byteCount)
        guard end - start >= Field.items, bytes.field(at: start, as: UInt8.self) == 1 else { return nil }
        group = bytes.field(at: start + Field.group)
        owner = bytes.mac(at: start + Field.owner)
        var offset = start + Field.items
        for _ in 0..<Self.largestItemCount {
            guard offset < end else { return }
            let length = Int(bytes.field(at: offset + 1, as: UInt8.self))
            guard length >= 2, offset + length <= end else { break }
            if bytes.field(at: offset, as: UInt8.self) == Self.hello, length >= Field.address {
                readHello(bytes, at: offset, length: length)
            }
            offset += length
        }
        isIncomplete = offset < end
    }

    private mutating func readHello(_ bytes: borrowing RawSpan, at offset: Int, length: Int) {
        priority = bytes.field(at: offset + Field.priority)
        // Family and length of the address in one word.
        switch bytes.field(at: offset + Field.addressType, as: UInt16.self) {
        case 0x0104 where length >= Field.address + 4:
            virtualAddress = IPAddress(bytes.ipv4(at: offset + Field.address))
        case 0x0210 where length >= Field.address + 16:
            virtualAddress = IPAddress(bytes.ipv6(at: offset + Field.address))
        default: break
        }
    }
}

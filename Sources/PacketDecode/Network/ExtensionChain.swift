import NetworkTypes

/// A walk over the extension headers of an IPv6 packet. RFC 8200 §4.
struct ExtensionChain {
    /// How many headers are skipped before the walk gives up.
    static let largestCount = 16

    /// The header at `offset`.
    var next: IPProtocol
    /// In bytes from the start of the frame.
    var offset: Int
    /// What `next` names stands at `offset`; false in a later fragment and where the chain is cut.
    var isComplete = true
    var anomaly = DecodeAnomaly.none
    /// Where the fragmented part begins; 0 without a Fragment header.
    var fragmentStart = 0

    @inline(__always)
    init(next: IPProtocol, offset: Int) {
        self.next = next
        self.offset = offset
    }

    @inline(__always)
    static func isExtension(_ next: IPProtocol) -> Bool {
        switch next {
        case .hopByHop, .destinationOptions, .routing, .mobility, .hostIdentity, .shim6, .authenticationHeader,
            .fragment:
            true
        default: false
        }
    }

    /// Goes on to the first header that is none; what the headers say is written to `header`.
    @inline(never)
    mutating func walk(_ bytes: borrowing RawSpan, to limit: Int, folding header: inout IPHeaderRecord) {
        var count = 0
        header.upperProtocol = next
        while Self.isExtension(next) {
            guard count < Self.largestCount else { return stop(.ipv6ExtensionTooMany) }
            count &+= 1
            guard limit >= offset &+ 8 else { return stop(.ipv6ExtensionTruncated) }
            let kind = next
            let units = Int(bytes.field(at: offset &+ 1, as: UInt8.self))
            var length = (units &+ 1) &* 8
            switch kind {
            case .authenticationHeader:
                guard limit >= offset &+ 12 else { return stop(.ipv6ExtensionTruncated) }
                length = (units &+ 2) &* 4  // RFC 4302 §2.2
            case .routing where bytes.field(at: offset &+ 2, as: UInt8.self) == 0: header.hasRoutingHeaderType0 = true
            case .fragment:
                guard !header.isPartial else { return stop(.none) }  // a fragment of a fragment
                length = 8
                let place = bytes.field(at: offset &+ 2, as: UInt16.self)
                header.isFragment = true
                header.fragmentOffset = place & 0xfff8
                header.hasMoreFragments = place & 1 != 0
                header.identification = bytes.field(at: offset &+ 4)
                fragmentStart = offset &+ 8
            default: break
            }
            next = IPProtocol(rawValue: bytes.field(at: offset))
            offset &+= length
            // A fragment is put together by the header that its part begins with, §4.5.
            if kind == .fragment || !header.isPartial { header.upperProtocol = next }
            if header.fragmentOffset != 0 { return stop(.none) }  // what follows is the middle of something
            guard offset <= limit else { return stop(.ipv6ExtensionTruncated) }
        }
    }

    private mutating func stop(_ anomaly: DecodeAnomaly) {
        isComplete = false
        self.anomaly = anomaly
    }
}

public import NetworkTypes

/// What an IP header says, with its extension headers folded in.
public struct IPHeaderRecord: Sendable, BitwiseCopyable {
    public internal(set) var source = IPAddress(IPv4Address.unspecified)
    public internal(set) var destination = IPAddress(IPv4Address.unspecified)
    /// TTL or hop limit.
    public internal(set) var hopLimit: UInt8 = 0
    /// The protocol behind all extension headers.
    public internal(set) var upperProtocol = IPProtocol.noNextHeader
    /// The whole packet in bytes, as its header says.
    public internal(set) var length: UInt32 = 0
    /// In bytes; zero for the first fragment and for whole packets.
    public internal(set) var fragmentOffset: UInt16 = 0
    /// A fragment header (IPv6) or a fragment of a larger packet (IPv4).
    public internal(set) var isFragment = false
    /// A Routing header of type 0. RFC 5095.
    public internal(set) var hasRoutingHeaderType0 = false
}

/// The sender and target of an ARP packet for IPv4 over Ethernet. RFC 826.
public struct ARPRecord: Sendable, BitwiseCopyable {
    public internal(set) var operation: UInt16 = 0
    public internal(set) var senderMAC = MACAddress.zero
    public internal(set) var senderAddress = IPv4Address.unspecified
    public internal(set) var targetMAC = MACAddress.zero
    public internal(set) var targetAddress = IPv4Address.unspecified
}

/// How an inner IP header is carried by the outer one.
public enum Encapsulation: UInt8, Sendable, BitwiseCopyable {
    case none
    case sixInFour
    case fourInSix
    case fourInFour
    case sixInSix
    case gre
    case teredo
}

/// TCP control bits. RFC 9293 §3.1.
public struct TCPFlags: OptionSet, Sendable, BitwiseCopyable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let fin = TCPFlags(rawValue: 1)
    public static let syn = TCPFlags(rawValue: 2)
    public static let rst = TCPFlags(rawValue: 4)
    public static let ack = TCPFlags(rawValue: 16)
}

/// One frame as a flat value: reset and filled in place, never allocated.
///
/// Headers quoted in ICMP errors are not decoded: they speak of other packets. Variable parts are ranges into the frame.
public struct FrameRecord: Sendable, BitwiseCopyable {
    public enum Network: UInt8, Sendable, BitwiseCopyable { case none, arp, ipv4, ipv6 }
    /// Stands for "no tag" in `outerVLAN` and `innerVLAN`.
    public static let noVLAN: UInt16 = 0xffff

    /// The frame carries link-layer addresses; false for raw IP, PPP, NULL.
    public internal(set) var hasLinkSource = false
    public internal(set) var linkSource = MACAddress.zero
    /// Zero where the link type has none (Linux cooked).
    public internal(set) var linkDestination = MACAddress.zero
    /// The 802.1Q or 802.1ad identifier, else `noVLAN`; identifier 0 is a priority tag and counts as none.
    public internal(set) var outerVLAN = Self.noVLAN
    public internal(set) var innerVLAN = Self.noVLAN
    /// The interface index of LINUX_SLL2, else 0.
    public internal(set) var cookedInterface: UInt32 = 0
    public internal(set) var network = Network.none
    public internal(set) var arp = ARPRecord()
    /// The first IP header of the frame.
    public internal(set) var ip = IPHeaderRecord()
    public internal(set) var encapsulation = Encapsulation.none
    /// The innermost IP header where `encapsulation` is not `none`.
    public internal(set) var innerIP = IPHeaderRecord()
    /// The transport of the innermost header: TCP, UDP, ICMP or ICMPv6; `noNextHeader` when there is none.
    public internal(set) var transport = IPProtocol.noNextHeader
    public internal(set) var sourcePort: UInt16 = 0
    public internal(set) var destinationPort: UInt16 = 0
    public internal(set) var tcpFlags = TCPFlags()
    public internal(set) var icmpType: UInt8 = 0
    public internal(set) var icmpCode: UInt8 = 0
    /// The bytes behind the transport header (ICMPv6: the whole message), as far as they were captured.
    public internal(set) var payload = ByteRange.empty
    /// The payload's length in bytes as the headers say; larger than `payload.count` where the frame was cut.
    public internal(set) var payloadLength: UInt32 = 0
    /// The first oddity met.
    public internal(set) var anomaly = DecodeAnomaly.none

    public init() {}

    /// The header that flows and services are counted by.
    public var innermostIP: IPHeaderRecord { encapsulation == .none ? ip : innerIP }

    @inline(__always)
    mutating func note(_ anomaly: DecodeAnomaly) {
        if self.anomaly == .none { self.anomaly = anomaly }
    }
}

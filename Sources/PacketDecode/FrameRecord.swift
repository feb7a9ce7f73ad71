public import NetworkTypes

/// The sender and target of an ARP packet for IPv4 over Ethernet. RFC 826.
public struct ARPRecord: Sendable, BitwiseCopyable {
    public internal(set) var operation: UInt16 = 0
    public internal(set) var senderMAC = MACAddress(value: 0)
    public internal(set) var senderAddress = IPv4Address(value: 0)
    public internal(set) var targetMAC = MACAddress(value: 0)
    public internal(set) var targetAddress = IPv4Address(value: 0)
}

/// A message that speaks of the link itself and is carried without IP.
public enum LinkMessage: UInt8, Sendable, BitwiseCopyable {
    case none
    /// IEEE 802.1AB.
    case lldp
    /// Cisco Discovery Protocol, SNAP 00000C 2000.
    case cdp
    /// IEEE 802.1X.
    case eapol
    /// A bridge protocol data unit, LLC 42 42. IEEE 802.1D §9.
    case spanningTree
    /// LLC FE FE, which other ISO network layer protocols use too.
    case isis
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
    /// Linux cooked packet types 4, and 0 to 3. `include/uapi/linux/if_packet.h`.
    public enum Direction: UInt8, Sendable, BitwiseCopyable { case unknown, received, sent }
    /// Stands for "no tag" in `outerVLAN`, `innerVLAN` and `tunnelVLAN`.
    public static let noVLAN: UInt16 = 0xffff

    // MARK: Link

    /// The frame carries link-layer addresses; false for raw IP, PPP, NULL.
    public internal(set) var hasLinkSource = false
    /// The body of an 802.11 frame is encrypted: nothing behind the addresses is known.
    public internal(set) var isProtected = false
    public internal(set) var network = Network.none
    /// A message of the link itself; its bytes are `payload`.
    public internal(set) var linkMessage = LinkMessage.none
    public internal(set) var linkSource = MACAddress(value: 0)
    /// Zero where the link type has none (Linux cooked).
    public internal(set) var linkDestination = MACAddress(value: 0)
    /// The type behind all tags and SNAP of the outermost frame; 0 where there is none.
    public internal(set) var etherType = EtherType(rawValue: 0)
    /// The 802.1Q or 802.1ad identifier, else `noVLAN`; identifier 0 is a priority tag and counts as none.
    public internal(set) var outerVLAN = Self.noVLAN
    public internal(set) var innerVLAN = Self.noVLAN
    /// The session of PPPoE, else 0. RFC 2516 §4.
    public internal(set) var pppoeSession: UInt16 = 0
    /// The interface index of LINUX_SLL2, else 0.
    public internal(set) var cookedInterface: UInt32 = 0
    /// Whether the capture point sent or received the frame, where the link type says so.
    public internal(set) var direction = Direction.unknown
    /// The label at the bottom of the first MPLS stack, 20 bits; means nothing where `mplsLabelCount` is 0. RFC 3032 §2.1.
    public internal(set) var mplsBottomLabel: UInt32 = 0
    public internal(set) var mplsLabelCount: UInt8 = 0

    // MARK: Tunnels

    /// How many IP headers were decoded below the first one.
    public internal(set) var tunnelDepth: UInt8 = 0
    /// How the innermost frame or IP packet is carried by what stands around it.
    public internal(set) var encapsulation = Encapsulation.none
    /// The network layer of the innermost frame or packet inside a tunnel; with `arp`, `arp` is of inside.
    public internal(set) var innerNetwork = Network.none
    /// An IP header was decoded inside a tunnel.
    public internal(set) var hasInnerIP = false
    /// An Ethernet header stands inside a tunnel.
    public internal(set) var hasInnerLink = false
    /// The innermost Ethernet header inside a tunnel; zero where `hasInnerLink` is false.
    public internal(set) var innerLinkSource = MACAddress(value: 0)
    public internal(set) var innerLinkDestination = MACAddress(value: 0)
    /// The first tag of that header, else `noVLAN`.
    public internal(set) var tunnelVLAN = Self.noVLAN
    /// UDP where a UDP tunnel carries the inner packet, with its ports; else `noNextHeader` and 0.
    public internal(set) var outerSourcePort: UInt16 = 0
    public internal(set) var outerDestinationPort: UInt16 = 0
    public internal(set) var outerTransport = IPProtocol.noNextHeader

    // MARK: Transport

    /// The transport of the innermost header: TCP, UDP, UDP-Lite, SCTP, DCCP, ICMP or ICMPv6; `noNextHeader` when there
    /// is none.
    public internal(set) var transport = IPProtocol.noNextHeader
    public internal(set) var sourcePort: UInt16 = 0
    public internal(set) var destinationPort: UInt16 = 0
    public internal(set) var tcpFlags = TCPFlags()
    public internal(set) var icmpType: UInt8 = 0
    public internal(set) var icmpCode: UInt8 = 0
    /// The first oddity met.
    public internal(set) var anomaly = DecodeAnomaly.none
    /// The sequence number of a TCP segment, else 0.
    public internal(set) var tcpSequence: UInt32 = 0
    /// The payload's length in bytes as the headers say; larger than `payload.count` where the frame was cut.
    public internal(set) var payloadLength: UInt32 = 0
    /// The bytes behind the transport header (ICMP, ICMPv6, routing protocols and `linkMessage`: the whole message), as
    /// far as they were captured.
    public internal(set) var payload = ByteRange.empty
    /// The bytes that a fragment carries of its packet, as far as they were captured; empty where the innermost header is
    /// not of a fragment. They begin with a header of `innermostIP.upperProtocol` where the offset is zero.
    public internal(set) var fragment = ByteRange.empty
    /// The frame ends before the fragment does, as its header says: `fragment` is a part of it.
    public internal(set) var isFragmentCut = false

    // MARK: Network

    public internal(set) var arp = ARPRecord()
    /// The first IP header of the frame.
    public internal(set) var ip = IPHeaderRecord()
    /// The innermost IP header where `hasInnerIP` is true.
    public internal(set) var innerIP = IPHeaderRecord()

    public init() {}

    /// What every frame begins with, copied in one piece.
    static let empty = FrameRecord()

    /// The frame inside a tunnel as if it had been captured there; means nothing where `hasInnerLink` is false.
    public var innerFrame: FrameRecord {
        var inner = self
        inner.hasLinkSource = true
        inner.linkSource = innerLinkSource
        inner.linkDestination = innerLinkDestination
        inner.outerVLAN = tunnelVLAN
        inner.innerVLAN = Self.noVLAN
        inner.network = innerNetwork
        inner.ip = innerIP
        inner.hasInnerIP = false
        inner.hasInnerLink = false
        inner.innerNetwork = .none
        inner.encapsulation = .none
        inner.linkMessage = .none
        inner.anomaly = .none
        return inner
    }

    /// The header that flows and services are counted by.
    public var innermostIP: IPHeaderRecord { hasInnerIP ? innerIP : ip }

    @inline(__always)
    mutating func note(_ anomaly: DecodeAnomaly) {
        if self.anomaly == .none { self.anomaly = anomaly }
    }
}

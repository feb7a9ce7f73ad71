public import NetworkTypes
public import TrafficObservation

/// A host whose parts are its own: under an id that an earlier audit gave, or made for a purpose.
final class HostParts: Sendable {
    let id: String
    let macs: [MACAddress]
    let bindings: [AddressBinding]
    let names: [HostName]
    let links: [LinkIdentifier]
    let keyedMerges: [MergeLink]
    let mergeConfidence: Double?
    let rejected: [RejectedLink]
    let lastSeen: CaptureTime
    let firstProof: Proof
    let macRows: [Int]
    let flags: HostStorage.Flags
    let ipv4Traffic: TrafficCount
    let ipv6Traffic: TrafficCount

    init(
        id: String, macs: [MACAddress], bindings: [AddressBinding], names: [HostName], links: [LinkIdentifier],
        merges: [MergeLink], mergeConfidence: Double?, rejected: [RejectedLink], lastSeen: CaptureTime,
        firstProof: Proof, macRows: [Int], flags: HostStorage.Flags, ipv4Traffic: TrafficCount,
        ipv6Traffic: TrafficCount
    ) {
        self.id = id
        self.macs = macs
        self.bindings = bindings
        self.names = names
        self.links = links
        keyedMerges = merges
        self.mergeConfidence = mergeConfidence
        self.rejected = rejected
        self.lastSeen = lastSeen
        self.firstProof = firstProof
        self.macRows = macRows
        self.flags = flags
        self.ipv4Traffic = ipv4Traffic
        self.ipv6Traffic = ipv6Traffic
    }
}

extension HostRecord {
    public init(
        id: String, macs: [MACAddress], ipv4: [AddressBinding], ipv6: [AddressBinding], names: [HostName],
        links: [LinkIdentifier], merges: [MergeLink], rejected: [RejectedLink], firstSeen: CaptureTime,
        lastSeen: CaptureTime, firstProof: Proof, macRows: [Int], isRouter: Bool, isVirtualMAC: Bool, isSharedMAC: Bool,
        isInsideTunnel: Bool, ipv4Traffic: TrafficCount, ipv6Traffic: TrafficCount, isJoinedByMAC: Bool = false
    ) {
        var flags: HostStorage.Flags = []
        if isRouter { flags.insert(.router) }
        if isVirtualMAC { flags.insert(.virtual) }
        if isSharedMAC { flags.insert(.shared) }
        if isInsideTunnel { flags.insert(.insideTunnel) }
        if isJoinedByMAC { flags.insert(.joinedByMAC) }
        self.init(
            HostParts(
                id: id, macs: macs, bindings: ipv4 + ipv6, names: names, links: links, merges: merges,
                mergeConfidence: nil, rejected: rejected, lastSeen: lastSeen, firstProof: firstProof, macRows: macRows,
                flags: flags, ipv4Traffic: ipv4Traffic, ipv6Traffic: ipv6Traffic))
    }
}

import NetworkTypes
import TrafficObservation

/// What is known of all hosts, in flat lists by the host's number: a million hosts make a dozen allocations.
final class HostStorage: Sendable {
    let set: ObservationSet
    let links: [LinkRecord]
    let hosts: [Entry]
    let nodes: [Node]
    /// Rows of `set.bindings` by host, each host's sorted by address, evidence and MAC.
    let rows: [Int32]
    /// Rows of `set.hostNames` by host.
    let names: [Int32]
    /// Of the few hosts that have more than MACs and bindings.
    let extras: [Int32: Extras]
    private let nodeIndex: NodeIndex
    /// By node as `nodeIndex` numbers them.
    private let hostOfNode: [Int32]

    /// One host; where its parts end, the next one's begin.
    struct Entry {
        let id: HostIdentifier
        let firstProof: Proof
        let lastSeen: CaptureTime
        let ipv4Traffic: TrafficCount
        let ipv6Traffic: TrafficCount
        let firstNode: Int32
        let firstRow: Int32
        let firstName: Int32
        let flags: Flags
    }

    struct Flags: OptionSet {
        let rawValue: UInt8
        static let router = Flags(rawValue: 1)
        static let virtual = Flags(rawValue: 2)
        static let shared = Flags(rawValue: 4)
        static let insideTunnel = Flags(rawValue: 8)
        static let joinedByMAC = Flags(rawValue: 16)
        static let session = Flags(rawValue: 32)
    }

    struct Node {
        /// Zero where an address stands for itself.
        let mac: MACAddress
        /// Index into `links`.
        let link: Int32
        /// Index into `set.macs`; −1: never a frame's source.
        let macRow: Int32
    }

    struct Extras {
        var merges: [MergeLink] = []
        var mergeConfidence: Double?
        var rejected: [RejectedLink] = []
        /// Addresses that no MAC on a link has: seen behind a router or without a link layer.
        var routed: [AddressBinding] = []
        var isEmpty: Bool { merges.isEmpty && mergeConfidence == nil && rejected.isEmpty && routed.isEmpty }
    }

    init(
        set: ObservationSet, links: [LinkRecord], hosts: [Entry], nodes: [Node], rows: [Int32], names: [Int32],
        extras: [Int32: Extras], nodeIndex: NodeIndex, hostOfNode: [Int32]
    ) {
        self.set = set
        self.links = links
        self.hosts = hosts
        self.nodes = nodes
        self.rows = rows
        self.names = names
        self.extras = extras
        self.nodeIndex = nodeIndex
        self.hostOfNode = hostOfNode
    }

    func nodes(of host: Int32) -> ArraySlice<Node> {
        let next = Int(host) + 1
        let end = next < hosts.count ? Int(hosts[next].firstNode) : nodes.count
        return nodes[Int(hosts[Int(host)].firstNode)..<end]
    }

    /// Places in `rows`.
    func rowPlaces(of host: Int32) -> Range<Int> {
        let next = Int(host) + 1
        let end = next < hosts.count ? Int(hosts[next].firstRow) : rows.count
        return Int(hosts[Int(host)].firstRow)..<end
    }

    func names(of host: Int32) -> ArraySlice<Int32> {
        let next = Int(host) + 1
        let end = next < hosts.count ? Int(hosts[next].firstName) : names.count
        return names[Int(hosts[Int(host)].firstName)..<end]
    }

    /// The number of the host whose card sent on an observed link.
    func host(of mac: MACAddress, on observed: Int) -> Int32? {
        guard let node = nodeIndex[LinkMAC(observed: Int32(observed), mac: mac)] else { return nil }
        let host = hostOfNode[Int(node)]
        return host < 0 ? nil : host
    }
}

/// Finds the node of a MAC on an observed link.
struct NodeIndex {
    private var index = FlatIndex()
    private var keys: [LinkMAC] = []

    subscript(key: LinkMAC) -> Int32? {
        guard key.mac.isUnicast else { return nil }
        return index.find(key.tableHash) { keys[$0] == key }.map { Int32($0) }
    }

    /// Nodes are added in the order of their numbers; a node without a MAC is never found.
    mutating func add(_ key: LinkMAC) {
        if key.mac.isUnicast { index.insert(key.tableHash, keys.count) }
        keys.append(key)
    }

    mutating func reserve(_ count: Int) { keys.reserveCapacity(count) }
}

extension LinkMAC {
    fileprivate var tableHash: UInt64 {
        TableHash.mix(TableHash.seed ^ UInt64(truncatingIfNeeded: observed), mac.value)
    }
}

import NetworkTypes
import TrafficObservation

/// What is known of all hosts, in flat lists by the host's number: a million hosts make a dozen allocations.
final class HostStorage: Sendable {
    let set: ObservationSet
    let links: [LinkRecord]
    let hosts: [Entry]
    let nodes: [Node]
    /// Bindings by host, each host's sorted by address, evidence and MAC.
    let rows: [Row]
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

    /// A binding with what is read of every host, so that few of the rows themselves are: they lie far apart.
    struct Row {
        let address: IPAddress
        let evidence: BindingEvidence
        /// Index into `set.bindings`.
        let number: Int32
    }

    struct Flags: OptionSet {
        let rawValue: UInt16
        static let router = Flags(rawValue: 1)
        static let virtual = Flags(rawValue: 2)
        static let shared = Flags(rawValue: 4)
        static let insideTunnel = Flags(rawValue: 8)
        static let joinedByMAC = Flags(rawValue: 16)
        static let session = Flags(rawValue: 32)
        /// One of its cards sent IPv6.
        static let sentIPv6 = Flags(rawValue: 64)
        /// One of its cards spoke DHCP, or was spoken to.
        static let dhcp = Flags(rawValue: 128)
        /// A binding may name a MAC that is not its own.
        static let moved = Flags(rawValue: 256)
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
        set: ObservationSet, links: [LinkRecord], hosts: [Entry], nodes: [Node], rows: [Row], names: [Int32],
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

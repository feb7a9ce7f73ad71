import HostClassification
import HostCorrelation
import NetworkTypes

/// What the hosts of one link amount to.
struct SegmentHosts {
    /// What one host shows on the link.
    struct Member {
        /// Evidence of this very link binds an IPv6 address.
        var hasAny = false
        /// One beyond fe80::/10.
        var isRoutable = false
        var isAllLinkLocal = true
        var mayBeTunnelled = false
        var isIPv4Only = false
    }

    /// Numbers of the profiles, ascending.
    private(set) var numbers: [Int32] = []
    private(set) var routable = ShownHosts()
    /// With no IPv6 address but those of fe80::/10.
    private(set) var linkLocal = ShownHosts()
    private(set) var tunnelled = ShownHosts()
    private(set) var ipv4Only = ShownHosts()
    /// The first that uses each /64.
    private(set) var prefixes: [IPPrefix: PrefixUse] = [:]
    private var lastUse: (prefix: IPPrefix, number: Int)?

    mutating func note(_ number: Int) { numbers.append(Int32(number)) }

    mutating func add(_ number: Int, _ host: Member) {
        if host.isRoutable { routable.add(number) }
        if host.hasAny, host.isAllLinkLocal { linkLocal.add(number) }
        if host.mayBeTunnelled { tunnelled.add(number) }
        if host.isIPv4Only { ipv4Only.add(number) }
    }

    mutating func use(_ any: IPAddress, _ address: IPv6Address, _ number: Int) {
        let prefix = IPPrefix(any, length: 64)
        // An earlier host, or an earlier address of this one, is known.
        if let lastUse, lastUse.prefix == prefix, lastUse.number <= number { return }
        lastUse = (prefix, number)
        if case .host(let known, let other) = prefixes[prefix], (known, other) <= (number, address) { return }
        prefixes[prefix] = .host(number, address)
    }
}

/// Hosts that a fact counts, the first few by number.
struct ShownHosts {
    private static let limit = 8
    private(set) var count = 0
    /// Ascending.
    private(set) var numbers: [Int] = []

    mutating func add(_ number: Int) {
        count += 1
        if numbers.count == Self.limit, let last = numbers.last {
            guard number < last else { return }
            numbers.removeLast()
        }
        numbers.insert(number, at: numbers.firstIndex { $0 > number } ?? numbers.endIndex)
    }

    /// As `FactContext.list` writes them.
    func list(_ profiles: [HostProfile]) -> String {
        let shown = numbers.map { profiles[$0].host.names.first?.name ?? profiles[$0].host.id }.joined(separator: ", ")
        return count > Self.limit ? shown + " … (\(count))" : shown
    }
}

/// Who uses a prefix.
enum PrefixUse {
    case host(Int, IPv6Address)
    /// The place among the routers of the segment.
    case router(Int)
}

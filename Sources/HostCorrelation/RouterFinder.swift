import NetworkTypes
import PacketDecode
import TrafficObservation

extension BindingGraph {
    /// The fewest remote sources behind a MAC that make it a router.
    private static let fewestRemoteSources = 5

    /// Marks MACs that forward: an RA with a lifetime, an NA with the R flag, the gateway that DHCP names, or at least
    /// five distinct sources of other subnets.
    mutating func markRouters() {
        var gateways: Set<LinkAddress> = []
        for server in set.dhcpServers {
            for gateway in server.gateways {
                gateways.insert(LinkAddress(link: Int32(server.link), address: IPAddress(gateway)))
            }
        }
        if !gateways.isEmpty {
            for (row, binding) in set.bindings.enumerated() where owner[row] >= 0 && binding.address.family == .ipv4 {
                if gateways.contains(LinkAddress(link: Int32(binding.link), address: binding.address)) {
                    update(owner[row]) { $0.isRouter = true }
                }
            }
        }
        for row in set.routers where row.hasPositiveLifetime {
            if let node = nodeOf[LinkMAC(observed: Int32(row.link), mac: row.mac)] {
                update(node) { $0.isRouter = true }
            }
        }
        var onLink: [Int32: Set<IPPrefix>] = [:]
        for row in set.routers {
            for prefix in row.prefixes.values where prefix.isOnLink {
                onLink[Int32(row.link), default: []].insert(prefix.prefix)
            }
        }
        for number in nodes.indices where nodes[number].macRow >= 0 {
            let row = set.macs[Int(nodes[number].macRow)]
            if row.sentRouterAdvertisement || row.isRouterFlagged && !isClient(row) {
                nodes[number].isRouter = true
            } else if row.unboundSources.count >= Self.fewestRemoteSources,
                remoteSources(row, Int32(number), onLink[nodes[number].observed] ?? []) >= Self.fewestRemoteSources
            {
                nodes[number].isRouter = true
            }
        }
    }

    /// Asks for routers or for a lease without IPv4: a host that forwards for itself only, as a CLAT does. RFC 6877 §6.3.
    private func isClient(_ row: MACRow) -> Bool {
        row.requestsIPv6Only != nil || set.links[row.link].soliciting[row.mac] != nil
    }

    /// Sources behind a MAC that are not of a subnet of its own. Many IPv6 addresses of one /64 may be one machine's
    /// temporary ones (RFC 8981) and count only beside others.
    private func remoteSources(_ row: MACRow, _ node: Int32, _ onLink: Set<IPPrefix>) -> Int {
        var own = onLink
        for claims in claimsByAddress(of: node) {
            guard let address = claims.first.map({ binding($0).address }) else { continue }
            own.insert(address.subnet)
        }
        let remote = row.unboundSources.filter { address in
            !address.isLinkLocal && !own.contains { $0.contains(address) }
        }
        let ipv6 = remote.filter { $0.family == .ipv6 }
        let isOneSubnet = Set(ipv6.map(\.subnet)).count == 1
        return remote.count - (isOneSubnet && ipv6.count > 1 ? ipv6.count - 1 : 0)
    }
}

extension IPAddress {
    /// The likely subnet where no mask is known: /24 and /64.
    var subnet: IPPrefix { IPPrefix(self, length: family == .ipv4 ? 24 : 64) }
}

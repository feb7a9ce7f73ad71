import NetworkTypes
import TrafficObservation

extension BindingGraph {
    /// Marks MACs behind which several machines live (repeaters, client bridges, ipvlan) and gives the addresses of those
    /// machines back to them where DHCP or an EUI-64 identifier names their own MAC.
    ///
    /// One difference may be one machine at two times (a boot loader and its system have two client identifiers), so
    /// identifiers other than hardware addresses count in pairs; option 55 differs between the messages of one client and
    /// does not count. A relay agent speaks for many: routers are left out.
    mutating func markSharedMACs() {
        var inTurn: [LinkMAC: Int32] = [:]
        for number in nodes.indices where !nodes[number].isRouter && !nodes[number].isVirtual {
            let node = Int32(number)
            guard nodes[number].usesDHCP || namesSeveral(node) else { continue }
            let row = nodes[number].macRow >= 0 ? set.macs[Int(nodes[number].macRow)] : nil
            let embedded = embeddedMACs(of: node)
            let differences = [
                row?.dhcpClientIdentifiers.count ?? 0, row?.dhcpv6DUIDs.count ?? 0, row?.dhcpHostNames.count ?? 0,
            ].count { $0 > 1 }
            let hardware = row?.dhcpHardwareAddresses ?? []
            guard hardware.count > 1 || embedded.count > 1 || differences > 1 else { continue }
            nodes[number].isShared = true
            let own = nodes[number].mac
            returnAddresses(of: node, to: hardware.union(embedded).filter { $0 != own && $0.isUnicast })
            if hardware.count < 2 { inTurn[LinkMAC(observed: nodes[number].observed, mac: own)] = node }
        }
        splitSessions(of: inTurn)
    }

    /// Whether the link-local addresses that a MAC claims are made of more than one card; makes nothing, because nearly
    /// all are not.
    private func namesSeveral(_ node: Int32) -> Bool {
        var first: MACAddress?
        for row in claimedRows(of: node) {
            guard row.address.isLinkLocal, let mac = row.address.ipv6?.embeddedMAC else { continue }
            if let first, first != mac { return true }
            first = mac
        }
        return false
    }

    /// Cards named by EUI-64 identifiers of link-local addresses that the MAC used more than once. Bridges make themselves
    /// identifiers of random MACs, which name no card.
    private func embeddedMACs(of node: Int32) -> Set<MACAddress> {
        guard Int(node) < claims.count else { return [] }
        var uses: [MACAddress: UInt64] = [:]
        for row in claims[Int(node)] where owner[Int(row)] == node {
            let binding = binding(row)
            guard binding.evidence.isOwnUse, let address = binding.address.ipv6, address.isLinkLocal,
                let mac = address.embeddedMAC, mac == binding.mac || mac.identifiesMachine
            else { continue }
            uses[mac] = max(uses[mac] ?? 0, binding.sighting.count)
        }
        return Set(uses.filter { $0.value > 1 }.keys)
    }

    private mutating func returnAddresses(of node: Int32, to machines: Set<MACAddress>) {
        guard !machines.isEmpty, Int(node) < claims.count else { return }
        let observed = Int(nodes[Int(node)].observed)
        for row in claims[Int(node)] where owner[Int(row)] == node {
            let binding = binding(row)
            let target: MACAddress?
            if let address = binding.address.ipv6 {
                target = address.embeddedMAC.flatMap { machines.contains($0) ? $0 : nil }
            } else {
                target = machines.sorted().first { mac in
                    guard let other = nodeOf[LinkMAC(observed: Int32(observed), mac: mac)] else { return false }
                    return claims(of: other, to: binding.address).contains { self.binding($0).evidence.isLease }
                }
            }
            guard let target else { continue }
            give(row, to: self.node(target, on: observed, binding.sighting))
        }
    }
}

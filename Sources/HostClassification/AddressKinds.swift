import HostCorrelation
import NetworkTypes
import TrafficObservation

extension HostRecord {
    /// How each IPv6 address came about. Domain reference §4.9.
    ///
    /// Of several opaque addresses in one /64 those that conversations start from are temporary (RFC 8981 prefers them)
    /// and the others stable (RFC 7217). A lone one is stable when its probe was seen, because then a temporary one would
    /// have been seen too.
    ///
    /// - Parameter isClientSource: Whether the host opened a conversation from the address.
    func addressKinds(isClientSource: (IPAddress) -> Bool) -> [IPv6AddressKind] {
        let ipv6 = ipv6
        let macs = macs
        var kinds = ipv6.map { Self.fixedKind($0, macs) }
        for (index, binding) in ipv6.enumerated() where kinds[index] == nil {
            let neighbours = ipv6.indices.filter {
                ipv6[$0].address.high == binding.address.high && (kinds[$0] == nil || kinds[$0] == .eui64)
            }
            let opaque = neighbours.filter { kinds[$0] == nil }
            guard neighbours.count > 1 else {
                let isProbed = binding.evidence.contains { $0.kind == .duplicateAddressDetection }
                kinds[index] = isProbed ? .stable : .unknown
                continue
            }
            let used = opaque.filter { isClientSource(ipv6[$0].address) }
            let isEveryOneUsed = used.count == opaque.count && neighbours.count == opaque.count
            for member in opaque {
                if used.contains(member) {
                    kinds[member] = isEveryOneUsed ? .unknown : .temporary
                } else {
                    kinds[member] = used.isEmpty ? .unknown : .stable
                }
            }
        }
        return kinds.map { $0 ?? .unknown }
    }

    /// The kind that the address or its evidence tells by itself; nil: opaque.
    private static func fixedKind(_ binding: AddressBinding, _ macs: [MACAddress]) -> IPv6AddressKind? {
        guard let address = binding.address.ipv6 else { return .unknown }
        if let mac = address.embeddedMAC, macs.contains(mac) { return .eui64 }
        if binding.evidence.contains(where: { $0.kind == .dhcpv6Reply || $0.kind == .dhcpv6Client }) { return .dhcpv6 }
        if address.isTunnelAddress { return .unknown }
        if address.hasManualIdentifier { return .manual }
        return address.isLinkLocal ? .stable : nil
    }
}

extension IPv6Address {
    /// An interface identifier that a person typed: only low bytes, or an IPv4 address in four decimal groups. RFC 7707 §4.1.
    var hasManualIdentifier: Bool {
        if low >> 32 == 0 { return true }
        return (0..<4).allSatisfy { group in
            guard let number = Int(String(low >> UInt64(group * 16) & 0xffff, radix: 16)) else { return false }
            return number <= 255
        }
    }
}

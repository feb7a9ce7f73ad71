import NetworkTypes
import PacketDecode

extension TrafficObserver {
    /// A packet that carries another one, by the outermost addresses. Ethernet in MPLS or Ethernet has none and is no
    /// tunnel between machines.
    mutating func observeTunnel(_ record: FrameRecord, _ place: Place) {
        guard record.network == .ipv4 || record.network == .ipv6 else { return }
        if record.ip.destination.isMulticast || record.ip.destination.isBroadcast || record.ip.source.isLinkLocal {
            observeLinkScope(record, place)
        }
        guard let kind = Self.tunnelKind(record) else { return }
        let key = TunnelKey(
            link: place.linkNumber, kind: kind, source: record.ip.source, destination: record.ip.destination)
        var isNew = false
        guard
            let row = tunnels.place(
                of: key,
                make: {
                    isNew = true
                    return TunnelRow(
                        link: place.link, kind: kind, outerSource: record.ip.source,
                        outerDestination: record.ip.destination,
                        sourceMAC: record.hasLinkSource ? record.linkSource : .zero, sighting: Sighting(place.proof))
                })
        else { return }
        if !isNew { tunnels[row].sighting.add(place.proof) }
        guard record.hasInnerIP else { return }
        noteMember(tunnels[row].innerSources.insert(record.innerIP.source, upTo: limits.setMembers))
        noteMember(tunnels[row].innerDestinations.insert(record.innerIP.destination, upTo: limits.setMembers))
    }

    /// 6to4 and ISATAP are 6in4 with addresses that say so. RFC 3056 §2, RFC 5214 §6.1.
    private static func tunnelKind(_ record: FrameRecord) -> TunnelKind? {
        if record.tunnelDepth > 1, let kind = outermostKind(record) { return kind }
        switch record.encapsulation {
        case .none: return nil
        case .sixInFour:
            let inner = [record.innerIP.source.ipv6, record.innerIP.destination.ipv6].compactMap { $0 }
            if inner.contains(where: { $0.scope == .sixToFour }) { return .sixToFour }
            if inner.contains(where: \.isISATAP) { return .isatap }
            return .sixInFour
        case .fourInSix: return .fourInSix
        case .fourInFour: return .fourInFour
        case .sixInSix: return .sixInSix
        case .gre: return .gre
        case .teredo: return .teredo
        case .erspan: return .erspan
        case .vxlan: return .vxlan
        case .geneve: return .geneve
        case .gtpU: return .gtp
        case .l2tp: return .l2tp
        case .ppp: return .ppp
        case .pseudowire: return .pseudowire
        case .ayiya: return .ayiya
        case .mpls: return .mpls
        case .lisp: return .lisp
        }
    }

    /// Of a tunnel in a tunnel, where the outermost header says what it carries; the record's kind is of the innermost.
    private static func outermostKind(_ record: FrameRecord) -> TunnelKind? {
        let isIPv4 = record.network == .ipv4
        return switch record.ip.upperProtocol {
        case .ipv4: isIPv4 ? .fourInFour : .fourInSix
        case .ipv6: isIPv4 ? .sixInFour : .sixInSix
        case .gre: .gre
        default: nil
        }
    }
}

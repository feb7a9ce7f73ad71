import NetworkTypes
import PacketDecode

extension TrafficObserver {
    mutating func observeTunnel(_ record: FrameRecord, _ place: Place) {
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
        tunnels[row].innerSources.insert(record.innerIP.source, upTo: limits.setMembers)
        tunnels[row].innerDestinations.insert(record.innerIP.destination, upTo: limits.setMembers)
    }

    /// 6to4 and ISATAP are 6in4 with addresses that say so. RFC 3056 §2, RFC 5214 §6.1.
    private static func tunnelKind(_ record: FrameRecord) -> TunnelKind? {
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
}

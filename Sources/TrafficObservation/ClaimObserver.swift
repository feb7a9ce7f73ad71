import NetworkTypes
import PacketDecode

extension TrafficObserver {
    /// A role of the machine that has the address.
    ///
    /// - Parameter isProven: the message itself shows that it came straight from the machine.
    mutating func claimRole(
        _ role: RoleHint, _ mac: MACAddress, of address: IPAddress, isProven: Bool = false, _ place: Place
    ) {
        guard !isRehearsing, mac.isUnicast else { return }
        if isProven || isBound(address, to: mac, onLink: place.link) { return noteRole(role, mac, place) }
        claim(.role(role), UInt64(role.number), mac, address, place)
    }

    mutating func claimName(
        _ name: String, _ mac: MACAddress, of address: IPAddress, _ source: NameSource, _ place: Place
    ) {
        guard !isRehearsing, mac.isUnicast, !name.isEmpty, name.utf8.count <= 255 else { return }
        if isBound(address, to: mac, onLink: place.link) { return noteName(name, mac, source, place) }
        claim(.name(name, source), NameBuffer(name).hash(claims.seed), mac, address, place)
    }

    private mutating func claim(
        _ subject: ClaimRow.Subject, _ number: UInt64, _ mac: MACAddress, _ address: IPAddress, _ place: Place
    ) {
        guard address.isHostUnicast else { return }
        let hash = ClaimRow.hash(number, mac, address, place.linkNumber, claims.seed)
        let found = claims.find(hash) {
            $0.mac == mac && $0.address == address && $0.linkNumber == place.linkNumber && $0.subject == subject
        }
        if let found {
            claims[found].sighting.add(place.proof)
        } else {
            _ = claims.append(
                ClaimRow(
                    link: place.linkNumber, mac: mac, address: address, subject: subject,
                    sighting: Sighting(place.proof)), hash)
        }
    }

    mutating func noteUnreachable(_ row: UnreachableRow) {
        let hash = row.hash(unreachables.seed)
        let found = unreachables.find(hash) {
            $0.source == row.source && $0.destination == row.destination && $0.sourcePort == row.sourcePort
                && $0.destinationPort == row.destinationPort && $0.transport == row.transport
                && $0.linkNumber == row.linkNumber
        }
        if let found {
            unreachables[found].proof.keepEarlier(row.proof)
        } else {
            _ = unreachables.append(row, hash)
        }
    }
}

extension ClaimRow {
    static func hash(
        _ subject: UInt64, _ mac: MACAddress, _ address: IPAddress, _ link: UInt32, _ seed: UInt64
    ) -> UInt64 { TableHash.mix(subject, address.hash(seed, link, mac)) }

    func hash(_ seed: UInt64) -> UInt64 {
        switch subject {
        case .role(let role): Self.hash(UInt64(role.number), mac, address, linkNumber, seed)
        case .name(let name, _): Self.hash(NameBuffer(name).hash(seed), mac, address, linkNumber, seed)
        }
    }
}

extension UnreachableRow {
    func hash(_ seed: UInt64) -> UInt64 {
        TableHash.mix(
            source.hash(seed ^ UInt64(sourcePort)),
            destination.hash(
                seed ^ UInt64(destinationPort) ^ UInt64(linkNumber) << 16 ^ UInt64(transport.rawValue) << 48)
        )
    }
}

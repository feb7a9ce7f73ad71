import NetworkTypes

extension FlowRow: MergeableRow {
    static var limit: ObservationLimit { .flows }
    var place: UInt32 { linkNumber }
    /// The same for both directions.
    var key: RowKey {
        Self.key(
            linkNumber, (client, clientPort), (server, serverPort), transport, isTunnelled: isTunnelled)
    }

    static func key(
        _ link: UInt32, _ a: (IPAddress, UInt16), _ b: (IPAddress, UInt16), _ transport: IPProtocol, isTunnelled: Bool
    ) -> RowKey {
        let (low, high) = a < b ? (a, b) : (b, a)
        return RowKey(link).with {
            $0.address = low.0
            $0.other = high.0
            $0.number =
                UInt64(low.1) << 32 | UInt64(high.1) << 16 | UInt64(transport.rawValue) << 1 | (isTunnelled ? 1 : 0)
        }
    }
}

extension UnreachableRow: MergeableRow {
    static var limit: ObservationLimit { .unreachables }
    var place: UInt32 { linkNumber }
    var key: RowKey {
        RowKey(linkNumber).with {
            $0.address = source
            $0.other = destination
            $0.number =
                UInt64(sourcePort) << 32 | UInt64(destinationPort) << 16 | UInt64(transport.rawValue)
        }
    }

    mutating func renumber(_ numbers: Renumbering) {
        linkNumber = numbers.link(linkNumber)
        proof.renumber(numbers)
    }

    mutating func merge(_ later: UnreachableRow) { proof.keepEarlier(later.proof) }
}

extension TunnelRow: MergeableRow {
    static var limit: ObservationLimit { .tunnels }
    var place: UInt32 { UInt32(truncatingIfNeeded: link) }
    var key: RowKey {
        RowKey(link).with {
            $0.address = outerSource
            $0.other = outerDestination
            $0.text = kind.rawValue
        }
    }

    mutating func renumber(_ numbers: Renumbering) {
        link = numbers.link(link)
        sighting.renumber(numbers)
    }

    mutating func merge(_ later: TunnelRow) {
        sighting.merge(later.sighting)
        innerSources.formUnion(later.innerSources)
        innerDestinations.formUnion(later.innerDestinations)
    }
}

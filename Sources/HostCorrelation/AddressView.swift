public import NetworkTypes
public import TrafficObservation

/// An address of a host with its evidence, read in place.
public struct AddressView {
    public let address: IPAddress
    /// Rows of one address, sorted by evidence and MAC.
    private let rows: ArraySlice<Int32>
    private let set: ObservationSet?
    private let made: AddressBinding?

    init(_ address: IPAddress, _ rows: ArraySlice<Int32>, _ set: ObservationSet) {
        self.address = address
        self.rows = rows
        self.set = set
        made = nil
    }

    init(_ binding: AddressBinding) {
        address = binding.address
        rows = []
        set = nil
        made = binding
    }

    /// No MAC on a link has it: seen behind a router or without a link layer.
    public var isRouted: Bool { made?.evidence.isEmpty ?? rows.isEmpty }

    /// Whether there is evidence and all of it is of this kind.
    public func isOnly(_ kind: BindingEvidence) -> Bool {
        if let made { return !made.evidence.isEmpty && made.evidence.allSatisfy { $0.kind == kind } }
        guard let set else { return false }
        return !rows.isEmpty && rows.allSatisfy { set.bindings[Int($0)].evidence == kind }
    }

    /// Only a duplicate-address probe names it: a claim that nothing confirmed.
    public var isTentative: Bool { isOnly(.duplicateAddressDetection) }

    /// Every MAC that the evidence names, as often as it does.
    public func forEachMAC(_ body: (MACAddress) -> Void) {
        if let made { return made.evidence.forEach { body($0.mac) } }
        if let set { for row in rows { body(set.bindings[Int(row)].mac) } }
    }

    /// Sightings of one kind and MAC on several links are one piece of evidence.
    public var binding: AddressBinding {
        if let made { return made }
        var evidence: [AddressEvidence] = []
        evidence.reserveCapacity(rows.count)
        var (firstSeen, lastSeen) = (CaptureTime(nanoseconds: .max), CaptureTime(nanoseconds: .min))
        for number in rows {
            guard let row = set?.bindings[Int(number)] else { break }
            firstSeen = min(firstSeen, row.sighting.first.time)
            lastSeen = max(lastSeen, row.sighting.last)
            if let last = evidence.last, last.kind == row.evidence, last.mac == row.mac {
                evidence[evidence.count - 1] = AddressEvidence(
                    kind: last.kind, mac: last.mac, sighting: last.sighting.joined(row.sighting))
            } else {
                evidence.append(AddressEvidence(kind: row.evidence, mac: row.mac, sighting: row.sighting))
            }
        }
        return AddressBinding(address: address, evidence: evidence, firstSeen: firstSeen, lastSeen: lastSeen)
    }
}

extension HostRecord {
    /// Walks over the addresses, sorted, IPv4 first, without making anything.
    public func forEachBinding(_ body: (AddressView) -> Void) {
        switch source {
        case .parts(let parts): for binding in parts.bindings { body(AddressView(binding)) }
        case .stored(let storage, let number):
            let routed = storage.extras.isEmpty ? [] : storage.extras[number]?.routed ?? []
            if routed.isEmpty { return storage.forEachBound(number, body) }
            var views: [AddressView] = []
            storage.forEachBound(number) { views.append($0) }
            // An address may be bound on one link and seen behind a router from another: then the binding tells more.
            for binding in routed where !views.contains(where: { $0.address == binding.address }) {
                views.append(AddressView(binding))
            }
            for view in views.sorted(by: { $0.address < $1.address }) { body(view) }
        }
    }

    /// The address with its evidence, nil where the host does not have it.
    public func binding(of address: IPAddress) -> AddressBinding? { view(of: address)?.binding }

    public func has(_ address: IPAddress) -> Bool { view(of: address) != nil }

    private func view(of address: IPAddress) -> AddressView? {
        switch source {
        case .parts(let parts): return parts.bindings.first { $0.address == address }.map { AddressView($0) }
        case .stored(let storage, let number):
            if let bound = storage.bound(address, number) { return bound }
            guard !storage.extras.isEmpty else { return nil }
            return storage.extras[number]?.routed.first { $0.address == address }.map { AddressView($0) }
        }
    }
}

extension HostStorage {
    fileprivate func forEachBound(_ host: Int32, _ body: (AddressView) -> Void) {
        let rows = rows(of: host)
        var start = rows.startIndex
        while start < rows.endIndex {
            let address = set.bindings[Int(rows[start])].address
            var end = start + 1
            while end < rows.endIndex, set.bindings[Int(rows[end])].address == address { end += 1 }
            body(AddressView(address, rows[start..<end], set))
            start = end
        }
    }

    fileprivate func bound(_ address: IPAddress, _ host: Int32) -> AddressView? {
        let rows = rows(of: host)
        var (low, high) = (rows.startIndex, rows.endIndex)
        while low < high {
            let middle = (low + high) / 2
            if set.bindings[Int(rows[middle])].address < address { low = middle + 1 } else { high = middle }
        }
        let found = rows[low...].prefix { set.bindings[Int($0)].address == address }
        return found.isEmpty ? nil : AddressView(address, found, set)
    }
}

public import NetworkTypes
public import TrafficObservation

/// An address of a host with its evidence, read in place.
public struct AddressView {
    public let address: IPAddress
    private let source: Source

    private enum Source {
        /// Places in `HostStorage.rows` of one address, sorted by evidence and MAC.
        case stored(HostStorage, Range<Int>)
        case made(AddressBinding)
    }

    init(_ address: IPAddress, _ places: Range<Int>, _ storage: HostStorage) {
        self.address = address
        source = .stored(storage, places)
    }

    init(_ binding: AddressBinding) {
        address = binding.address
        source = .made(binding)
    }

    /// No MAC on a link has it: seen behind a router or without a link layer.
    public var isRouted: Bool {
        switch source {
        case .stored(_, let places): places.isEmpty
        case .made(let binding): binding.evidence.isEmpty
        }
    }

    /// Whether there is evidence and all of it is of this kind.
    public func isOnly(_ kind: BindingEvidence) -> Bool {
        switch source {
        case .stored(let storage, let places):
            for place in places where storage.rows[place].evidence != kind { return false }
            return !places.isEmpty
        case .made(let binding): return !binding.evidence.isEmpty && binding.evidence.allSatisfy { $0.kind == kind }
        }
    }

    public func hasEvidence(_ kind: BindingEvidence) -> Bool {
        switch source {
        case .stored(let storage, let places): places.contains { storage.binding(at: $0).evidence == kind }
        case .made(let binding): binding.evidence.contains { $0.kind == kind }
        }
    }

    /// Files and active checks alone name it.
    public var isDeclared: Bool {
        switch source {
        case .stored(let storage, let places):
            !places.isEmpty && places.allSatisfy { storage.binding(at: $0).evidence.isDeclared }
        case .made(let binding): !binding.evidence.isEmpty && binding.evidence.allSatisfy(\.kind.isDeclared)
        }
    }

    /// Only a duplicate-address probe names it: a claim that nothing confirmed.
    public var isTentative: Bool { isOnly(.duplicateAddressDetection) }

    /// Every MAC that the evidence names, as often as it does.
    public func forEachMAC(_ body: (MACAddress) -> Void) {
        switch source {
        case .stored(let storage, let places): for place in places { body(storage.binding(at: place).mac) }
        case .made(let binding): binding.evidence.forEach { body($0.mac) }
        }
    }

    /// Sightings of one kind and MAC on several links are one piece of evidence.
    public var binding: AddressBinding {
        guard case .stored(let storage, let places) = source else {
            if case .made(let binding) = source { return binding }
            return AddressBinding(
                address: address, evidence: [], firstSeen: CaptureTime(nanoseconds: 0),
                lastSeen: CaptureTime(nanoseconds: 0))
        }
        var evidence: [AddressEvidence] = []
        evidence.reserveCapacity(places.count)
        var (firstSeen, lastSeen) = (CaptureTime(nanoseconds: .max), CaptureTime(nanoseconds: .min))
        for place in places {
            let row = storage.binding(at: place)
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

    /// Whether a MAC on a link has the address, not only a router in front of it.
    public func isOnLink(_ address: IPAddress) -> Bool { view(of: address).map { !$0.isRouted } ?? false }

    private func view(of address: IPAddress) -> AddressView? {
        switch source {
        case .parts(let parts): return parts.bindings.first { $0.address == address }.map { AddressView($0) }
        case .stored(let storage, let number):
            if let bound = storage.bound(address, number) { return bound }
            return storage.routed(address, number).map { AddressView($0) }
        }
    }
}

extension HostStorage {
    @inline(__always)
    fileprivate func binding(at place: Int) -> BindingRow { set.bindings[Int(rows[place].number)] }

    fileprivate func forEachBound(_ host: Int32, _ body: (AddressView) -> Void) {
        let places = rowPlaces(of: host)
        var start = places.lowerBound
        while start < places.upperBound {
            let address = rows[start].address
            var end = start + 1
            while end < places.upperBound, rows[end].address == address { end += 1 }
            body(AddressView(address, start..<end, self))
            start = end
        }
    }

    /// Whether a host has an address, bound or behind a router.
    func has(_ address: IPAddress, _ host: Int32) -> Bool {
        bound(address, host) != nil || routed(address, host) != nil
    }

    fileprivate func routed(_ address: IPAddress, _ host: Int32) -> AddressBinding? {
        extras.isEmpty ? nil : extras[host]?.routed.first { $0.address == address }
    }

    fileprivate func bound(_ address: IPAddress, _ host: Int32) -> AddressView? {
        let places = rowPlaces(of: host)
        var (low, high) = (places.lowerBound, places.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].address < address { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < places.upperBound, rows[end].address == address { end += 1 }
        return low < end ? AddressView(address, low..<end, self) : nil
    }
}

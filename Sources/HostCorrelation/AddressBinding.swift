public import NetworkTypes
public import TrafficObservation

/// One kind of evidence that an address belongs to a host.
public struct AddressEvidence: Hashable, Sendable {
    public let kind: BindingEvidence
    public let mac: MACAddress
    public let sighting: Sighting

    public init(kind: BindingEvidence, mac: MACAddress, sighting: Sighting) {
        self.kind = kind
        self.mac = mac
        self.sighting = sighting
    }
}

/// An address of a host with its evidence, the kinds sorted; none for a listed host seen behind a router.
public struct AddressBinding: Sendable {
    public let address: IPAddress
    public let evidence: [AddressEvidence]
    public let firstSeen: CaptureTime
    public let lastSeen: CaptureTime
    /// Only a duplicate-address probe names it: a claim that nothing confirmed.
    public var isTentative: Bool {
        !evidence.isEmpty && evidence.allSatisfy { $0.kind == .duplicateAddressDetection }
    }

    public init(address: IPAddress, evidence: [AddressEvidence], firstSeen: CaptureTime, lastSeen: CaptureTime) {
        self.address = address
        self.evidence = evidence
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
    }
}

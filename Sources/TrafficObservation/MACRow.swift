public import NetworkTypes

/// A source MAC on a link.
public struct MACRow: Sendable, Equatable {
    package internal(set) var linkNumber: UInt32
    public var sentRouterAdvertisement = false
    /// An NA with the R flag.
    public var isRouterFlagged = false
    /// The capture point sent frames with it, and received some. Linux cooked only.
    public var isSentByCapturePoint = false
    public var isReceivedByCapturePoint = false
    /// Seen only inside a tunnel.
    public var isInsideTunnel = false
    public let mac: MACAddress
    public var sighting: Sighting
    public var ipv4Sent = TrafficCount()
    public var ipv6Sent = TrafficCount()
    private var firstIPv6 = Proof.none
    /// What few MACs have: none or one, so that the others cost a word.
    private var details: [Details] = []

    public init(link: Int, mac: MACAddress, proof: Proof) {
        linkNumber = UInt32(truncatingIfNeeded: link)
        self.mac = mac
        sighting = Sighting(proof)
    }

    public var link: Int { Int(linkNumber) }
    public var firstIPv6Frame: Proof? {
        get { firstIPv6.seen }
        set { firstIPv6 = newValue ?? .none }
    }

    /// The row before its first frame is counted.
    var uncounted: MACRow {
        var copy = self
        copy.sighting = sighting.uncounted
        return copy
    }

    mutating func add(_ proof: Proof) { sighting.add(proof) }

    /// What its row in the table of sources counted.
    mutating func add(_ source: SourceRow) {
        sighting.merge(source.sighting)
        if source.address.family == .ipv4 {
            ipv4Sent += source.traffic
        } else {
            ipv6Sent += source.traffic
            firstIPv6.keepEarlier(source.sighting.first)
        }
    }

    mutating func addIPv6Frame(_ proof: Proof) { firstIPv6.keepEarlier(proof) }

    mutating func renumber(_ numbers: Renumbering) {
        linkNumber = numbers.link(linkNumber)
        sighting.renumber(numbers)
        firstIPv6.renumber(numbers)
        guard !details.isEmpty else { return }
        details[0].firstDHCPRequest.renumber(numbers)
        details[0].requestsIPv6Only.renumber(numbers)
        details[0].grantedIPv6Only.renumber(numbers)
    }

    mutating func merge(_ later: MACRow) {
        sentRouterAdvertisement = sentRouterAdvertisement || later.sentRouterAdvertisement
        isRouterFlagged = isRouterFlagged || later.isRouterFlagged
        isSentByCapturePoint = isSentByCapturePoint || later.isSentByCapturePoint
        isReceivedByCapturePoint = isReceivedByCapturePoint || later.isReceivedByCapturePoint
        // A row without frames only says that others spoke of the MAC.
        if later.sighting.count > 0 { sighting.merge(later.sighting) }
        ipv4Sent += later.ipv4Sent
        ipv6Sent += later.ipv6Sent
        if let proof = later.firstIPv6.seen { firstIPv6.keepEarlier(proof) }
        guard let other = later.details.first else { return }
        detail.merge(other)
    }

    /// Keeps of the unbound sources those for which this is true.
    mutating func keepUnboundSources(_ isUnbound: (IPAddress) -> Bool) {
        guard !details.isEmpty, !details[0].unboundSources.isEmpty else { return }
        details[0].unboundSources = details[0].unboundSources.filter(isUnbound)
    }

    /// Details without any fact are as good as none.
    mutating func settle() {
        if details.first == Details() { details = [] }
    }

    private struct Details: Sendable, Equatable {
        var unboundSources: Set<IPAddress> = []
        var dhcpHardwareAddresses: Set<MACAddress> = []
        var dhcpClientIdentifiers: Set<[UInt8]> = []
        var dhcpHostNames: Set<String> = []
        var dhcpParameterLists: Set<[UInt8]> = []
        var dhcpv6DUIDs: Set<[UInt8]> = []
        var dhcpVendorClasses: Set<String> = []
        var firstDHCPRequest: Proof?
        var requestsIPv6Only: Proof?
        var grantedIPv6Only: Proof?

        mutating func merge(_ later: Details) {
            unboundSources.formUnion(later.unboundSources)
            dhcpHardwareAddresses.formUnion(later.dhcpHardwareAddresses)
            dhcpClientIdentifiers.formUnion(later.dhcpClientIdentifiers)
            dhcpHostNames.formUnion(later.dhcpHostNames)
            dhcpParameterLists.formUnion(later.dhcpParameterLists)
            dhcpv6DUIDs.formUnion(later.dhcpv6DUIDs)
            dhcpVendorClasses.formUnion(later.dhcpVendorClasses)
            firstDHCPRequest.merge(later.firstDHCPRequest)
            requestsIPv6Only.merge(later.requestsIPv6Only)
            grantedIPv6Only.merge(later.grantedIPv6Only)
        }
    }

    private var detail: Details {
        get { details.first ?? Details() }
        _modify {
            if details.isEmpty { details.append(Details()) }
            yield &details[0]
        }
    }
    /// Distinct source addresses behind this MAC that nothing binds to it, up to a small limit: many mean a router.
    public var unboundSources: Set<IPAddress> {
        get { detail.unboundSources }
        _modify { yield &detail.unboundSources }
    }
    /// Distinct identities that this MAC used with DHCP: more than one means several machines behind it. Bounded.
    public var dhcpHardwareAddresses: Set<MACAddress> {
        get { detail.dhcpHardwareAddresses }
        _modify { yield &detail.dhcpHardwareAddresses }
    }
    public var dhcpClientIdentifiers: Set<[UInt8]> {
        get { detail.dhcpClientIdentifiers }
        _modify { yield &detail.dhcpClientIdentifiers }
    }
    public var dhcpHostNames: Set<String> {
        get { detail.dhcpHostNames }
        _modify { yield &detail.dhcpHostNames }
    }
    /// Option 55 lists of DHCPv4 requests; contains 108: the client can do without IPv4. RFC 8925 §3.1.
    public var dhcpParameterLists: Set<[UInt8]> {
        get { detail.dhcpParameterLists }
        _modify { yield &detail.dhcpParameterLists }
    }
    public var dhcpv6DUIDs: Set<[UInt8]> {
        get { detail.dhcpv6DUIDs }
        _modify { yield &detail.dhcpv6DUIDs }
    }
    /// What clients of DHCP say of their make: option 60 of DHCPv4, option 16 of DHCPv6. Bounded. RFC 2132 §9.13,
    /// RFC 9915 §21.16.
    public var dhcpVendorClasses: Set<String> {
        get { detail.dhcpVendorClasses }
        _modify { yield &detail.dhcpVendorClasses }
    }
    public var firstDHCPRequest: Proof? {
        get { detail.firstDHCPRequest }
        _modify { yield &detail.firstDHCPRequest }
    }
    public var requestsIPv6Only: Proof? {
        get { detail.requestsIPv6Only }
        _modify { yield &detail.requestsIPv6Only }
    }
    public var grantedIPv6Only: Proof? {
        get { detail.grantedIPv6Only }
        _modify { yield &detail.grantedIPv6Only }
    }
}

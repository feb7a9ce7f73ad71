public import NetworkTypes
public import SiteModel

/// An address that may be sent to. Only the gate makes one, and sockets are opened towards nothing else.
public struct PermittedAddress: Hashable, Sendable {
    public enum Purpose: Sendable {
        case target
        /// Questions about names, on port 53 and nothing else.
        case resolver
    }

    public let address: IPAddress
    public let purpose: Purpose

    fileprivate init(_ address: IPAddress, _ purpose: Purpose) {
        self.address = address
        self.purpose = purpose
    }
}

/// Why nothing is sent to an address.
public enum ProbeRefusal: String, Error, Sendable, CaseIterable {
    case outsideScope = "outside-scope"
    case stateSecret = "state-secret"
    case notAuthorised = "not-authorised"
}

/// The one place that decides whether an address may be sent to and whether a name may be asked for.
public struct ProbeGate: Sendable {
    public let index: SiteIndex
    /// What the scope calls the system's resolvers.
    private let systemResolvers: [IPAddress]
    private let secretSegments: [Segment]
    /// Addresses of listed machines on links that carry state secrets.
    private let secretAddresses: Set<IPAddress>

    public init(index: SiteIndex, systemResolvers: [IPAddress]) {
        self.index = index
        self.systemResolvers = systemResolvers
        let secret = index.site.segments.filter(\.stateSecret)
        secretSegments = secret
        let ids = Set(secret.map(\.id))
        secretAddresses = Set(
            index.hosts.filter { $0.segment.map(ids.contains) ?? false }.flatMap(\.addresses))
    }

    public var site: Site { index.site }

    /// - Parameters:
    ///   - host: the machine that the address is believed to belong to; its segment counts beside the address's own.
    ///   - time: authorisations hold on days.
    public func permit(
        _ address: IPAddress, of host: ConfiguredHost?, at time: CaptureTime
    ) throws(ProbeRefusal) -> PermittedAddress {
        guard isOneMachine(address), site.scope.allows(address) else { throw .outsideScope }
        let segments = segmentIDs(of: address, host)
        guard !isSecret(address, segments) else { throw .stateSecret }
        let day = time.date(offsetMinutes: site.utcOffsetMinutes)
        // Every segment that is concerned has to be covered; an address on none is covered by nothing.
        guard !segments.isEmpty, segments.allSatisfy({ isAuthorised(segment: $0, on: day) }) else {
            throw .notAuthorised
        }
        return PermittedAddress(address, .target)
    }

    /// The servers that names are asked of, in the order of the site, each once. They may stand outside the addresses
    /// of the scope, since `resolvers:` declares them.
    public func resolvers(at time: CaptureTime) -> [PermittedAddress] {
        let day = time.date(offsetMinutes: site.utcOffsetMinutes)
        guard site.authorisations.contains(where: { Self.isComplete($0) && $0.holds(on: day) }) else { return [] }
        var seen: Set<IPAddress> = []
        return resolverAddresses.filter { address in
            isOneMachine(address) && !site.scope.excludedAddresses.contains { $0.contains(address) }
                && !isSecret(address, segmentIDs(of: address, nil)) && seen.insert(address).inserted
        }.map { PermittedAddress($0, .resolver) }
    }

    private var resolverAddresses: [IPAddress] {
        site.scope.resolvers.flatMap { resolver -> [IPAddress] in
            switch resolver {
            case .system: systemResolvers
            case .address(let address): [address]
            }
        }
    }

    /// The operating system asks this server too.
    public func isSystemResolver(_ address: IPAddress) -> Bool { systemResolvers.contains(address) }

    public func allows(name: String) -> Bool { site.scope.allows(name: name) }

    // MARK: Parts of the decision

    /// Not a group of machines, not nobody, and not an IPv4 address in disguise.
    private func isOneMachine(_ address: IPAddress) -> Bool {
        if let v6 = address.ipv6 {
            switch v6.scope {
            case .unspecified, .multicast, .linkLocal, .ipv4Mapped, .ipv4Compatible, .nat64, .discard: return false
            default: return true
            }
        }
        guard let v4 = address.ipv4, !v4.isMulticast, !v4.isReserved, !v4.isLinkLocal else { return false }
        // The first and last address of a link mean the link and all its machines. RFC 919 §7.
        return !site.segments.contains { segment in
            segment.prefixes.contains { prefix in
                guard prefix.family == .ipv4, prefix.length <= 30, prefix.contains(address) else { return false }
                let hostBits = UInt64(1) << UInt64(32 - prefix.length) &- 1
                return address.low & hostBits == 0 || address.low & hostBits == hostBits
            }
        }
    }

    private func segmentIDs(of address: IPAddress, _ host: ConfiguredHost?) -> [String] {
        var ids = [host?.segment].compactMap { $0 }
        switch index.segment(containing: address) {
        case .none: break
        case .segment(let segment): ids.append(segment.id)
        case .ambiguous(let segments): ids += segments.map(\.id)
        }
        return ids
    }

    /// Also where a longer prefix belongs to another segment: in doubt nothing is sent.
    private func isSecret(_ address: IPAddress, _ segments: [String]) -> Bool {
        secretAddresses.contains(address)
            || secretSegments.contains { secret in
                segments.contains(secret.id) || secret.prefixes.contains { $0.contains(address) }
            }
    }

    private func isAuthorised(segment: String, on day: CalendarDate) -> Bool {
        site.authorisations.contains { Self.isComplete($0) && $0.covers(.probe, segment: segment, on: day) }
    }

    /// Document number, signer and window are there.
    static func isComplete(_ authorisation: Authorisation) -> Bool {
        !authorisation.document.isEmpty && !(authorisation.signer?.isEmpty ?? true)
            && authorisation.validity.from != nil && authorisation.validity.to != nil
    }
}

extension Authorisation {
    fileprivate func holds(on day: CalendarDate) -> Bool { actions.contains(.probe) && validity.contains(day) }
}

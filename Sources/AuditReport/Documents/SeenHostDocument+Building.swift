import AuditRules
import HostClassification
import HostCorrelation
import NetworkTypes
import TrafficObservation

extension SeenHostDocument {
    init(_ profile: HostProfile, in set: ObservationSet, shown: Set<LinkIdentifier>, names policy: NamePolicy) {
        let host = profile.host
        let kinds = profile.addressKinds
        let vendors = profile.vendorClaims
        self.init(
            id: host.id, macs: host.macs.sorted().map { "\($0)" }, vendor: vendors.first?.value,
            ipv4: host.ipv4.sorted { $0.address < $1.address }.map(IPv4AddressDocument.init),
            ipv6: zip(host.ipv6.indices, host.ipv6).sorted { $0.1.address < $1.1.address }.map { index, binding in
                IPv6AddressDocument(binding, kind: kinds.indices.contains(index) ? kinds[index] : .unknown)
            }, names: HostNameDocument.all(host.names, names: policy),
            roles: Set(profile.likelyRoles.map(\.rawValue) + profile.roles.map(\.rawValue)).sorted(),
            flags: profile.flags.map(\.rawValue).sorted(), links: host.links.filter(shown.contains).sorted(),
            state: profile.state.rawValue,
            provisional: profile.isProvisional, provisionalBecause: profile.provisionalBecause.map(\.rawValue).sorted(),
            confidence: profile.confidence, reasons: profile.reasons.map { ReasonDocument($0, in: set) },
            services: profile.services.sorted().map(ServiceDocument.init),
            traffic: FamilyTrafficDocument(
                ipv4: TrafficDocument(host.ipv4Traffic), ipv6: TrafficDocument(host.ipv6Traffic)),
            firstSeen: "\(host.firstSeen)", lastSeen: "\(host.lastSeen)",
            role: profile.primaryRole == .unknown ? nil : profile.primaryRole.rawValue,
            system: profile.systemClaims.first?.value.rawValue,
            claims: profile.roleClaims.map { ClaimDocument($0, about: "role") { $0.rawValue } }
                + profile.systemClaims.map { ClaimDocument($0, about: "system") { $0.rawValue } }
                + vendors.map { ClaimDocument($0, about: "vendor") { $0 } })
    }
}

extension ClaimDocument {
    init<Value>(_ claim: Claim<Value>, about: String, _ text: (Value) -> String) {
        self.init(
            about: about, value: text(claim.value), strength: claim.strength, because: claim.because.rawValue,
            capture: claim.proof.map { Int($0.capture) }, frame: claim.proof?.frame,
            time: claim.proof.map { "\($0.time)" })
    }
}

extension IPv4AddressDocument {
    init(_ binding: AddressBinding) {
        address = "\(binding.address)"
        evidence = binding.evidenceKinds
        firstSeen = "\(binding.firstSeen)"
        lastSeen = "\(binding.lastSeen)"
    }
}

extension IPv6AddressDocument {
    init(_ binding: AddressBinding, kind: IPv6AddressKind) {
        address = "\(binding.address)"
        scope = (binding.address.ipv6?.scope ?? .reserved).rawValue
        self.kind = kind.rawValue
        evidence = binding.evidenceKinds
        firstSeen = "\(binding.firstSeen)"
        lastSeen = "\(binding.lastSeen)"
        tentative = binding.isTentative
    }
}

extension AddressBinding {
    /// Each kind once, sorted.
    fileprivate var evidenceKinds: [String] { Set(evidence.map(\.kind.rawValue)).sorted() }
}

extension HostNameDocument {
    /// Each name of each source once: names first, then hashes.
    static func all(_ names: [HostName], names policy: NamePolicy) -> [HostNameDocument] {
        let documents = names.map { name in
            policy.shows(name.name)
                ? HostNameDocument(name: name.name, source: name.source.rawValue, hash: nil)
                : HostNameDocument(name: nil, source: name.source.rawValue, hash: policy.hash(name.name))
        }
        return Set(documents).sorted { a, b in
            if (a.name == nil) != (b.name == nil) { return a.name != nil }
            return (a.name ?? "", a.hash ?? "", a.source) < (b.name ?? "", b.hash ?? "", b.source)
        }
    }
}

extension ReasonDocument {
    init(_ reason: Reason, in set: ObservationSet) {
        let place = Evidence(reason.proof, in: set, filter: reason.filter)
        self.init(claim: reason.claim, time: "\(reason.proof.time)")
        switch place {
        case .packet(let capture, let frame, _, let filter):
            (self.capture, self.frame, self.filter) = (capture, frame, filter)
        case .file(let path, let line): (file, self.line) = (path, line)
        case .probe(let name, _): probe = name
        }
    }
}

extension ServiceDocument {
    init(_ service: ServiceUse) {
        let known = WellKnownService.at(service.transport, port: service.port)
        self.init(
            transport: service.transport.name, port: service.port,
            name: known.flatMap { $0.isWeak ? nil : $0.name }, families: service.families.map(\.name).sorted())
    }
}

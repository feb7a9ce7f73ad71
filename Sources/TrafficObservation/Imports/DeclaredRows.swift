import NetworkTypes
import PacketDecode

/// The rows that one imported file or one run of probes amounts to.
struct DeclaredRows {
    let capture: UInt32
    let firstLink: Int
    private(set) var links: [LinkObservation] = []
    private(set) var bindings: [BindingRow] = []
    private(set) var hostNames: [HostNameRow] = []
    private(set) var identities: [IdentityRow] = []
    private(set) var dnsNames: [DNSNameRow] = []
    private(set) var firstSeen: CaptureTime?
    private(set) var lastSeen: CaptureTime?
    /// The link of each interface or prefix by its text.
    private var linkOf: [String: Int] = [:]

    init(capture: Int, firstLink: Int) {
        self.capture = UInt32(truncatingIfNeeded: capture)
        self.firstLink = firstLink
    }

    func proof(_ line: some BinaryInteger, _ time: CaptureTime) -> Proof {
        Proof(capture: capture, frame: UInt64(clamping: max(1, line)), time: time)
    }

    private mutating func widen(_ time: CaptureTime) {
        firstSeen = min(firstSeen ?? time, time)
        lastSeen = max(lastSeen ?? time, time)
    }

    /// The number that the link will have in the set.
    private mutating func link(_ name: String, _ time: CaptureTime) -> Int {
        widen(time)
        if let known = linkOf[name] {
            links[known - firstLink].count(time)
            return known
        }
        let number = firstLink + links.count
        let key = LinkKey(
            capture: capture, interface: UInt32(truncatingIfNeeded: links.count), cookedInterface: 0,
            outerVLAN: FrameRecord.noVLAN, innerVLAN: FrameRecord.noVLAN)
        links.append(LinkObservation(key: key, time: time))
        linkOf[name] = number
        return number
    }

    /// What lies in one /24 or /64 lies on one link, as long as nobody says more.
    private mutating func link(of address: IPAddress, _ time: CaptureTime) -> Int {
        link("\(IPPrefix(address, length: address.family == .ipv4 ? 24 : 64))", time)
    }

    mutating func bind(
        _ address: IPAddress, _ mac: MACAddress?, on link: Int?, _ evidence: BindingEvidence, _ proof: Proof
    ) {
        guard address.isHostUnicast else { return }
        // Every link has fe80::/10: without a card or a link the address says nothing.
        if address.isLinkLocal, link == nil || !(mac?.isUnicast ?? false) { return }
        let link = link ?? self.link(of: address, proof.time)
        bindings.append(
            BindingRow(
                link: link, mac: mac ?? .zero, address: address, evidence: evidence, sighting: Sighting(proof)))
    }

    // MARK: Files

    mutating func add(_ file: ImportedFile, time: CaptureTime) {
        widen(time)
        if let evidence = file.kind.evidence {
            for (number, host) in file.hosts.enumerated() {
                for (place, interface) in host.interfaces.enumerated() {
                    add(interface, of: host, evidence, link: file.kind.linkName(number, place, interface), time)
                }
            }
        }
        for lease in file.leases { add(lease, time) }
        for name in file.names { add(name, file, time) }
        for pointer in file.pointers {
            identities.append(
                IdentityRow(
                    link: link(of: pointer.address, time), mac: .zero, address: pointer.address, kind: .dnsPointer,
                    value: pointer.name, sighting: Sighting(proof(pointer.line, time))))
        }
    }

    private mutating func add(
        _ interface: ImportedInterface, of host: ImportedHost, _ evidence: BindingEvidence, link name: String?,
        _ time: CaptureTime
    ) {
        let addresses = interface.addresses.filter(\.address.isHostUnicast)
        guard !addresses.isEmpty, interface.isShutDown != true else { return }
        let mac = interface.mac.flatMap { $0.isUnicast ? $0 : nil }
        var own: Int?
        if let name { own = link(name, time) }
        for address in addresses {
            bind(address.address, mac, on: own, evidence, proof(address.line, time))
        }
        if let mac, let text = host.name, !text.isEmpty, let place = own ?? bindings.last?.link {
            hostNames.append(
                HostNameRow(
                    link: place, mac: mac, name: text, source: .configuration,
                    sighting: Sighting(proof(host.line, time))))
        }
    }

    private mutating func add(_ lease: ImportedLease, _ time: CaptureTime) {
        guard let address = lease.address, address.isHostUnicast else { return }
        let place = link(of: address, time)
        let seen = Sighting(proof(lease.line, time))
        bind(address, lease.mac, on: place, .leaseFile, seen.first)
        let mac = lease.mac ?? .zero
        if let identifier = lease.uniqueIdentifier {
            identities.append(
                IdentityRow(
                    link: place, mac: mac, address: address, kind: .uniqueIdentifier, value: identifier,
                    sighting: seen))
        }
        guard let name = lease.name, !name.isEmpty else { return }
        if name.contains(".") {
            identities.append(
                IdentityRow(
                    link: place, mac: mac, address: address, kind: .dhcpName, value: name.lowercased(),
                    sighting: seen))
        } else if mac.isUnicast {
            hostNames.append(
                HostNameRow(
                    link: place, mac: mac, name: name, source: address.family == .ipv4 ? .dhcp : .dhcpv6,
                    sighting: seen))
        }
    }

    /// A zone file says all that there is of a name; other records only what was asked.
    private mutating func add(_ name: ImportedName, _ file: ImportedFile, _ time: CaptureTime) {
        var row = DNSNameRow(name: name.name, chain: capture)
        let seen = Sighting(proof(name.line, time))
        for address in name.a { row.a.insert(address) }
        for address in name.aaaa { row.aaaa.insert(address) }
        if file.kind == .zone || !name.a.isEmpty { row.aAnswers = seen }
        if file.kind == .zone || !name.aaaa.isEmpty { row.aaaaAnswers = seen }
        row.lastAnswer = seen.first
        dnsNames.append(row)
    }

    // MARK: Probes

    mutating func add(_ run: ProbeRun) {
        widen(run.started)
        widen(run.ended)
        for (number, result) in run.results.enumerated() where result.outcome.isSignOfLife {
            bind(result.address, nil, on: nil, .probeAnswer, proof(number + 1, result.time))
        }
        for identity in run.identities where identity.address.isHostUnicast {
            let place = run.results.firstIndex { $0.address == identity.address } ?? 0
            identities.append(
                IdentityRow(
                    link: link(of: identity.address, identity.time), mac: .zero, address: identity.address,
                    kind: identity.kind, value: identity.value, sighting: Sighting(proof(place + 1, identity.time))))
        }
        for name in run.names { add(name, number: run.results.count + 1) }
    }

    private mutating func add(_ name: ProbedName, number: Int) {
        var row = DNSNameRow(name: name.name, chain: capture)
        let seen = Sighting(proof(number, name.time))
        for address in name.a { row.a.insert(address) }
        for address in name.aaaa { row.aaaa.insert(address) }
        row.aQuestions = seen
        row.aaaaQuestions = seen
        if name.isAAnswered { row.aAnswers = seen }
        if name.isAAAAAnswered { row.aaaaAnswers = seen }
        if name.isAAnswered || name.isAAAAAnswered { row.lastAnswer = seen.first }
        dnsNames.append(row)
        for pointer in name.pointers where pointer.address.isHostUnicast {
            identities.append(
                IdentityRow(
                    link: link(of: pointer.address, name.time), mac: .zero, address: pointer.address,
                    kind: .dnsPointer, value: pointer.name, sighting: seen))
        }
    }
}

extension ImportKind {
    /// What an address of a host in such a file proves; nil: nothing, as what a person lists.
    var evidence: BindingEvidence? {
        switch self {
        case .inventory, .netbox, .zone: nil
        case .nmap, .zeek, .nfdump: .record
        case .neighbours, .macTable: .neighbourTable
        case .dnsmasq, .iscDHCP, .kea: .leaseFile
        default: .configuration
        }
    }

    /// The machine of the file is one, and says all of itself.
    public var isOwnWord: Bool { evidence == .configuration }

    /// What tells the links of a file apart: the interface of a machine or of the router that has the table; nil: the
    /// prefix of each address.
    fileprivate func linkName(_ host: Int, _ place: Int, _ interface: ImportedInterface) -> String? {
        switch evidence {
        case .configuration: "\(host) \(place)"
        case .neighbourTable: interface.name.isEmpty ? nil : "interface \(interface.name)"
        default: nil
        }
    }
}

extension ProbeOutcome {
    /// Something at the address answered.
    public var isSignOfLife: Bool {
        switch self {
        case .answered, .refused, .mismatch: true
        case .timedOut, .unreachable, .prohibited, .notTried: false
        }
    }
}

import NetworkTypes
import TrafficObservation

extension KeyCollector {
    /// C2: one host name on one link, by whatever protocol of the link.
    mutating func collectLinkNames() {
        guard !graph.set.hostNames.isEmpty else { return }
        struct Entry {
            let link: Int32
            let name: String
            let row: Int32
        }
        var entries: [Entry] = []
        entries.reserveCapacity(graph.set.hostNames.count)
        for (number, row) in graph.set.hostNames.enumerated() where row.source.isOfLink {
            entries.append(
                Entry(
                    link: Int32(graph.linkOfObserved[row.link]), name: row.name.hostLabel, row: Int32(number)))
        }
        entries.sort { a, b in a.link != b.link ? a.link < b.link : a.name != b.name ? a.name < b.name : a.row < b.row }
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, entries[end].link == entries[start].link,
                entries[end].name == entries[start].name
            {
                end += 1
            }
            if end - start > 1, !entries[start].name.isEmpty {
                let members = entries[start..<end].compactMap { entry -> KeyGroup.Member? in
                    let row = graph.set.hostNames[Int(entry.row)]
                    guard let node = node(of: row.mac, on: row.link) else { return nil }
                    return KeyGroup.Member(
                        node: node, evidence: MergeEvidence(.name(row.source, row.mac), row.sighting.first))
                }
                add(.linkName, entries[start].name, members)
            }
            start = end
        }
    }

    /// B6: A and AAAA of one name whose pointers lead back to it. A name of a service or with several addresses of a
    /// family is no machine's.
    mutating func collectDNSNames() {
        collectDNSAddresses()
        var pointers: [IPAddress: Set<String>] = [:]
        var rows: [IPAddress: IdentityRow] = [:]
        for row in graph.set.identities where row.kind == .dnsPointer {
            pointers[row.address, default: []].insert(row.value)
            if rows[row.address].map({ row.sighting.first < $0.sighting.first }) ?? true { rows[row.address] = row }
        }
        guard !pointers.isEmpty else { return }
        for name in graph.set.dnsNames where name.isMachineName {
            guard let ipv4 = name.a.first.map({ IPAddress($0) }), let ipv6 = name.aaaa.first.map({ IPAddress($0) }),
                pointers[ipv4] == [name.name], pointers[ipv6] == [name.name]
            else { continue }
            var members: [KeyGroup.Member] = []
            for address in [ipv4, ipv6] {
                guard let row = rows[address], let node = directory.node(of: address, on: row.link, &graph) else {
                    continue
                }
                members.append(
                    KeyGroup.Member(node: node, evidence: MergeEvidence(.dnsName(row.value), row.sighting.first)))
            }
            add(.dnsName, name.name, members)
        }
    }
}

extension KeyCollector {
    /// B8: the same without pointers, where none says otherwise: too little to join by itself.
    private mutating func collectDNSAddresses() {
        var pointers: [IPAddress: Set<String>] = [:]
        for row in graph.set.identities where row.kind == .dnsPointer {
            pointers[row.address, default: []].insert(row.value)
        }
        for name in graph.set.dnsNames where name.isMachineName {
            var members: [KeyGroup.Member] = []
            for (address, sighting) in [
                (name.a.first.map { IPAddress($0) }, name.aAnswers),
                (name.aaaa.first.map { IPAddress($0) }, name.aaaaAnswers),
            ] {
                guard let address, let sighting, pointers[address].map({ $0 == [name.name] }) ?? true else { continue }
                let nodes = directory.nodes(of: address, &graph)
                guard nodes.count == 1, let node = nodes.first else { continue }
                members.append(
                    KeyGroup.Member(node: node, evidence: MergeEvidence(.dnsName(name.name), sighting.first)))
            }
            add(.dnsAddresses, name.name, members)
        }
    }
}

extension DNSNameRow {
    /// Has one address of each family, and is not called as services are.
    var isMachineName: Bool { a.count == 1 && aaaa.count == 1 && !name.isServiceName }
}

extension NameSource {
    /// Spoken on the link, by the machine itself.
    fileprivate var isOfLink: Bool {
        switch self {
        case .mdns, .dhcp, .dhcpv6, .llmnr, .nbns: true
        case .dns, .lldp, .cdp, .snmp, .configuration: false
        }
    }
}

extension String {
    /// The first label in lower case: what mDNS, LLMNR, NetBIOS and DHCP name alike.
    var hostLabel: String { lowercased().split(separator: ".").first.map(String.init) ?? "" }

    /// The first label is a service, as names of load balancers and clusters are.
    fileprivate var isServiceName: Bool {
        let label = hostLabel.drop { !$0.isLetter }.prefix { $0.isLetter }
        return Self.serviceLabels.contains(String(label))
    }

    private static let serviceLabels: Set<String> = [
        "www", "web", "mail", "smtp", "imap", "pop", "mx", "ns", "dns", "ftp", "vpn", "api", "cdn", "ldap", "ntp",
        "time", "autodiscover", "webmail", "proxy", "lb", "static", "download", "update", "login", "sso", "portal",
    ]
}

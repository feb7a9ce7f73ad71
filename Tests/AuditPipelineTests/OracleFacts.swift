import Foundation
import NetworkTypes

/// What the oracle says of a capture, one text for each fact, as `ObservedFacts` writes them.
struct OracleFacts {
    private(set) var facts: [String: Set<String>] = [:]
    private let truth: [String: Any]

    init(_ truth: [String: Any]) {
        self.truth = truth
        addTunnels()
        addRouters()
        addServers()
        addNames()
        facts["vlan"] = Set((truth["vlans"] as? [String: Any] ?? [:]).keys).subtracting(["0"])
        for (mac, row) in truth["macs"] as? [String: [String: Any]] ?? [:] {
            if row["inner_only"] as? Bool == true { facts["inner-mac", default: []].insert(mac) }
            for address in (row["evidence"] as? [String: Any] ?? [:]).keys where Self.isHost(address) {
                facts["binding", default: []].insert("\(mac) \(Self.address(address))")
            }
        }
        for (mac, addresses) in truth["lldp_management"] as? [String: [String]] ?? [:] {
            facts["lldp", default: []].formUnion(addresses.map { "\(mac) \(Self.address($0))" })
        }
    }

    /// In the form that this project writes.
    private static func address(_ text: String) -> String { IPAddress(text)?.description ?? text }
    private static func isHost(_ text: String) -> Bool { IPAddress(text)?.isHostUnicast == true }

    private func rows(_ key: String) -> [[String: Any]] { truth[key] as? [[String: Any]] ?? [] }
    private func table(_ key: String) -> [String: [String: Any]] { truth[key] as? [String: [String: Any]] ?? [:] }

    /// Kinds whose inside nobody sees, and what the oracle cannot name, are left out; an Authentication Header is no
    /// tunnel of its own here.
    private mutating func addTunnels() {
        let others: Set = ["other", "lisp", "capwap.data", "ah"]
        for row in rows("tunnels") {
            guard let type = row["type"] as? String, !type.hasSuffix("(opaque)"), !others.contains(type),
                let source = row["outer_src"] as? String, let destination = row["outer_dst"] as? String
            else { continue }
            let text = "\(type == "lisp-data" ? "lisp" : type) \(Self.address(source)) \(Self.address(destination))"
            facts["tunnel", default: []].insert(text)
            for inner in row["inner_src"] as? [String] ?? [] {
                facts["tunnel-source", default: []].insert("\(text) \(Self.address(inner))")
            }
        }
    }

    /// RFC 4861 §6.1.2: a router sends from its link-local address.
    private mutating func addRouters() {
        for row in rows("router_advertisements") where row["tunnelled"] as? Bool != true {
            guard let router = (row["router"] as? String).flatMap({ IPAddress($0) }), router.isLinkLocal else {
                continue
            }
            let lifetime = (row["lifetimes"] as? [Int] ?? []).max() ?? 0
            facts["router", default: []].insert("\(router) \(row["mac"] as? String ?? "")")
            facts["router-lifetime", default: []].insert("\(router) \(lifetime)")
            for (text, flags) in row["prefixes"] as? [String: [String: Any]] ?? [:] {
                let prefix = IPPrefix(text)?.description ?? text
                let isOnLink = flags["onlink"] as? Bool == true
                let isAutonomous = flags["autonomous"] as? Bool == true
                facts["router-prefix", default: []].insert(
                    "\(router) \(prefix)\(isOnLink ? " on-link" : "")\(isAutonomous ? " autonomous" : "")")
            }
            for resolver in row["rdnss"] as? [String] ?? [] {
                facts["router-resolver", default: []].insert("\(router) \(Self.address(resolver))")
            }
        }
    }

    private mutating func addServers() {
        for row in rows("dhcpv4_servers") {
            let server = Self.address(row["server"] as? String ?? "")
            facts["dhcpv4-server", default: []].insert(server)
            for gateway in row["routers"] as? [String] ?? [] {
                facts["dhcpv4-gateway", default: []].insert("\(server) \(gateway)")
            }
        }
        for row in rows("dhcpv6_servers") {
            facts["dhcpv6-server", default: []].insert(Self.address(row["server"] as? String ?? ""))
        }
        for row in rows("tcp_services") {
            guard let address = row["address"] as? String, Self.isHost(address) else { continue }
            facts["tcp-service", default: []].insert("\(Self.address(address)) \(row["port"] as? Int ?? 0)")
        }
        for row in rows("tls_sni") {
            // TLS over UDP without QUIC is DTLS, which is not read.
            guard let server = row["server"] as? String, Self.isHost(server), let name = row["name"] as? String,
                let transport = row["transport"] as? String, transport != "udp"
            else { continue }
            facts["server-name", default: []].insert(
                "\(name) \(Self.address(server)) \(row["port"] as? Int ?? 0) \(transport)")
        }
    }

    private mutating func addNames() {
        for (name, row) in table("dns") {
            let asked = [row["queries"], row["responses"]].compactMap { $0 as? [String: Any] }
            guard asked.contains(where: { $0["A"] != nil || $0["AAAA"] != nil }), !name.isEmpty, name != "<root>" else {
                continue
            }
            facts["dns-name", default: []].insert(name)
            for address in Self.addresses(row) {
                facts["dns-address", default: []].insert("\(name) \(Self.address(address))")
            }
        }
        for kind in ["mdns", "llmnr"] {
            for (name, row) in table(kind) where !Self.addresses(row).isEmpty { facts[kind, default: []].insert(name) }
        }
        // "PC-KETOAN<20> (Server service)"; the kind of name is said by the suffix alone, so groups are among them.
        for (name, row) in table("nbns")
        where name.contains("<20>") && (row["addresses"] as? [String])?.isEmpty == false {
            facts["nbns", default: []].insert(name.split(separator: "<")[0].lowercased())
        }
    }

    private static func addresses(_ row: [String: Any]) -> [String] {
        (row["a"] as? [String] ?? []) + (row["aaaa"] as? [String] ?? [])
    }
}

import Foundation

/// The folder of a site for the lab.
struct LaboratorySite {
    struct Host {
        let name: String
        var segment: String? = "may-chu"
        var names: [String] = []
        var addresses: [String] = []
        var ports: [String] = []
        var probe = "yes"
    }

    /// The machines of every variant; see `lab/variants.sh`.
    static let machineRoom: [Host] = [
        machine("cong", 80, "www", ["tcp/80", "tcp/443"]),
        machine("thu", 25, "thu-dien-tu", ["tcp/25"]),
        machine("quan-tri", 22, "may-chu", ["tcp/22"]),
        machine("gio", 12, "gio", ["udp/123"]),
        machine("ten-mien", 53, "ns1", ["udp/53"]),
    ]

    private static func machine(_ name: String, _ last: Int, _ label: String, _ ports: [String]) -> Host {
        Host(
            name: name, names: ["\(label).haihau.example"], addresses: ["10.77.2.\(last)", "2001:db8:77:2::\(last)"],
            ports: ports)
    }

    var hosts: [Host]
    var packetsPerSecond = 500
    var addresses = ["10.77.2.0/24", "2001:db8:77:2::/64"]
    var exclude: [String] = []
    var resolvers = ["10.77.1.1"]

    init(hosts: [Host] = machineRoom) { self.hosts = hosts }

    /// Only addresses with this character: `.` or `:`.
    init(family: Character) {
        hosts = Self.machineRoom.map { host in
            var host = host
            host.addresses.removeAll { !$0.contains(family) }
            return host
        }
    }

    /// Writes `site.yaml` and `systems.csv`; the authorisation holds today, whatever day it is.
    func write(to folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        func list(_ texts: [String]) -> String { "[" + texts.map { "\"\($0)\"" }.joined(separator: ", ") + "]" }
        let site = """
            schema: v6audit.site/1
            id: phong-lab
            name: {vi: Phòng thí nghiệm, en: Laboratory}
            policy: {demonstration: true, documentationPrefixes: real}
            domains: [{name: haihau.example, owner: [{agency: xa-hai-hau}], kind: [web, mail]}]
            agencies: [{id: xa-hai-hau, level: commune, kind: committee, names: [{vi: UBND xã Hải Hậu, en: Hải Hậu commune}]}]
            segments:
              - {id: may-chu, name: {vi: Máy chủ, en: Servers}, kind: server, owner: [{agency: xa-hai-hau}], prefixes: [10.77.2.0/24, "2001:db8:77:2::/64"]}
              - {id: van-phong, name: {vi: Văn phòng, en: Office}, kind: office-lan, owner: [{agency: xa-hai-hau}], prefixes: [10.77.1.0/24, "2001:db8:77:1::/64"]}
              - {id: nhieu, name: {vi: Nhiều máy, en: Many}, kind: server, owner: [{agency: xa-hai-hau}], prefixes: [10.78.0.0/16, "2001:db8:78::/64"]}
              - {id: mat, name: {vi: Kênh mật, en: Secret}, kind: server, owner: [{agency: xa-hai-hau}], prefixes: [10.77.4.0/24, "2001:db8:77:4::/64"], stateSecret: true}
              - {id: chua-cho-phep, name: {vi: Chưa cho phép, en: Not authorised}, kind: server, owner: [{agency: xa-hai-hau}], prefixes: [10.77.5.0/24, "2001:db8:77:5::/64"]}
            scope: {addresses: \(list(addresses)), names: [haihau.example], exclude: \(list(exclude)), packetsPerSecond: \(packetsPerSecond), resolvers: \(list(resolvers))}
            authorisations: [{id: cp-1, document: 01/QĐ-UBND, date: 2026-01-01, signer: Chủ tịch UBND xã, actions: [probe], segments: [may-chu, van-phong, nhieu, mat], from: 2026-01-01, to: 2099-12-31, staffNotice: 2026-01-01}]

            """
        try Data(site.utf8).write(to: URL(filePath: folder + "/site.yaml"))
        var rows = ["system,owner,component,kind,segment,names,addresses,ports,probe"]
        for host in hosts {
            let cells = [host.names, host.addresses, host.ports].map { $0.joined(separator: " ") }
            rows.append(
                ",xa-hai-hau,\(host.name),server,\(host.segment ?? ""),\(cells.joined(separator: ",")),\(host.probe)")
        }
        try Data((rows.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: folder + "/systems.csv"))
    }
}

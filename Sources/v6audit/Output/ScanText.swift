import AuditReport
import Messages

/// A scan for a terminal: a summary, one machine a paragraph, then what was seen of routers, servers and neighbours.
struct ScanText {
    /// Lines of one block; more are counted.
    private static let longestBlock = 20

    /// Machines that are described; more are counted.
    static let mostHosts = 1000

    let text: String

    init(_ document: ScanDocument, hostCount: Int, _ language: Language) {
        let packets = document.captures.reduce(0) { $0 + $1.packets }
        var lines = [
            CommandMessage.scanSummary(
                captures: document.captures.count, packets: "\(packets)", hosts: hostCount
            ).text(in: language), "",
        ]
        for capture in document.captures where !capture.anomalies.isEmpty {
            let anomalies = capture.anomalies.sorted { $0.key < $1.key }.map { "\($0.key) ×\($0.value)" }
            lines.append("\(capture.path.printable): \(anomalies.joined(separator: ", "))")
        }
        for host in document.hosts {
            let state = CommandMessage.hostLine(id: host.id, state: host.state, provisional: host.provisional)
            lines.append("\(host.id)  \(state.text(in: language))")
            let names = Set(host.names.compactMap(\.name)).sorted()
            let roles = (host.role.map { [$0] } ?? []) + host.roles.filter { $0 != host.role }
            let about =
                host.macs + [host.vendor?.printable].compactMap { $0 } + names.map(\.printable)
                + roles.map { ReportTerm.role($0).text(in: language) }
                + [host.system.map { ReportTerm.system($0).text(in: language) }].compactMap { $0 }
            if !about.isEmpty { lines.append("    " + about.joined(separator: "  ")) }
            let addresses = host.ipv4.map(\.address) + host.ipv6.map(\.address)
            if !addresses.isEmpty { lines.append("    " + addresses.joined(separator: "  ")) }
        }
        let more = hostCount - document.hosts.count
        if more > 0 { lines.append(CommandMessage.andMore(count: more).text(in: language)) }
        lines += Self.routing(document.routing, language)
        lines += Self.serverNames(document.serverNames, language)
        lines += Self.services(document.services, language)
        lines += Self.neighbours(document.devices, language)
        text = lines.joined(separator: "\n") + "\n"
    }

    /// One line a family: `IPv4  ospf 2, vrrp 1`.
    private static func routing(_ rows: [RoutingDocument], _ language: Language) -> [String] {
        let lines = [("ipv4", "IPv4"), ("ipv6", "IPv6")].compactMap { family, title -> String? in
            let senders = Dictionary(grouping: rows.filter { $0.family == family }, by: \.protocol).mapValues { rows in
                Set(rows.map { [$0.mac, $0.source] }).count
            }
            let counts = senders.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            return counts.isEmpty ? nil : "\(title)  \(counts.joined(separator: ", "))"
        }
        return block(.routingHeading, lines, language)
    }

    /// One line a name with the addresses that it was asked of; hidden ones are counted in a last line.
    private static func serverNames(_ rows: [ServerNameDocument], _ language: Language) -> [String] {
        let shown = Dictionary(grouping: rows.filter { $0.name != nil }) { $0.name ?? "" }
        let hidden = Set(rows.compactMap(\.hash)).count
        let lines = shown.sorted { $0.key < $1.key }.map { name, rows in
            var seen: Set<String> = []
            let addresses = rows.compactMap(\.address).filter { seen.insert($0).inserted }
            return ([name.printable] + addresses).joined(separator: "  ")
        }
        let more = hidden > 0 ? [CommandMessage.serverNamesHidden(count: hidden).text(in: language)] : []
        return block(.serverNamesHeading(count: shown.count + hidden), lines, language, last: more)
    }

    /// One line a name and port: `example.org  tcp/443  Dual-stack, working`.
    private static func services(_ services: [ServiceStateDocument], _ language: Language) -> [String] {
        let lines = services.compactMap { service -> String? in
            guard let name = service.name else { return nil }
            return ([name.printable, ServiceText.port(service), ServiceText.state(service, language)])
                .filter { !$0.isEmpty }.joined(separator: "  ")
        }
        return block(.servicesHeading(count: lines.count), lines, language)
    }

    /// One line a device: name, MAC, what it is, addresses.
    private static func neighbours(_ devices: [DeviceDocument], _ language: Language) -> [String] {
        let lines = devices.map { device in
            let name = device.name?.printable ?? CommandMessage.unnamedNeighbour.text(in: language)
            let roles = device.roles.map { CommandMessage.neighbourRole($0).text(in: language) }
            let parts = [name, device.mac, device.source, roles.joined(separator: ", ")] + device.managementAddresses
            return parts.filter { !$0.isEmpty }.joined(separator: "  ")
        }
        return block(.neighboursHeading(count: devices.count), lines, language)
    }

    /// Nothing where there are no lines.
    private static func block(
        _ heading: CommandMessage, _ lines: [String], _ language: Language, last: [String] = []
    ) -> [String] {
        if lines.isEmpty, last.isEmpty { return [] }
        var shown = Array(lines.prefix(longestBlock))
        if lines.count > longestBlock {
            shown.append(CommandMessage.andMore(count: lines.count - longestBlock).text(in: language))
        }
        return ["", heading.text(in: language)] + (shown + last).map { "    " + $0 }
    }
}

import AuditReport
import Messages

/// A scan for a terminal: a summary, then one machine a paragraph.
struct ScanText {
    let text: String

    init(_ document: ScanDocument, _ language: Language) {
        let packets = document.captures.reduce(0) { $0 + $1.packets }
        var lines = [
            CommandMessage.scanSummary(
                captures: document.captures.count, packets: "\(packets)", hosts: document.hosts.count
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
            let about = host.macs + names.map(\.printable) + host.roles
            if !about.isEmpty { lines.append("    " + about.joined(separator: "  ")) }
            let addresses = host.ipv4.map(\.address) + host.ipv6.map(\.address)
            if !addresses.isEmpty { lines.append("    " + addresses.joined(separator: "  ")) }
        }
        text = lines.joined(separator: "\n") + "\n"
    }
}

import Messages
import NetworkTypes
import TrafficObservation

extension ZeekReader {
    // MARK: conn

    /// States in which the one who was asked took the connection. docs.zeek.org, base/protocols/conn.
    private static let acceptedStates: Set<String> = ["SF", "S1", "S2", "S3", "RSTO", "RSTR"]

    mutating func readConnection(_ row: ZeekRow) throws(ImportProblem) {
        let origin = try row.required("id.orig_h", { IPAddress($0) })
        let responder = try row.required("id.resp_h", { IPAddress($0) })
        let port = try row.value("id.resp_p", { UInt16($0) }) ?? 0
        let state = row.value("conn_state") ?? ""
        let answers = try row.value(["resp_pkts", "resp_bytes"], { UInt64($0) })
        let questions = try row.value("orig_pkts", { UInt64($0) })
        // Lower-case letters of the history stand for what the responder sent.
        let hasAnswer = answers.map { $0 > 0 } ?? (row.value("history")?.contains(where: \.isLowercase) ?? false)

        if row.value("local_orig") == "T" { traffic.isLocal(origin) }
        if row.value("local_resp") == "T" { traffic.isLocal(responder) }
        traffic.sent(origin, toLinkOf: responder)
        if questions.map({ $0 > 0 }) ?? true {
            traffic.sent(origin, mac: row.value("orig_l2_addr").flatMap { MACAddress($0) }, line: row.line)
        }
        guard hasAnswer else { return }
        traffic.sent(responder, mac: row.value("resp_l2_addr").flatMap { MACAddress($0) }, line: row.line)
        guard Self.acceptedStates.contains(state) else { return }
        switch row.value("proto") {
        case "tcp": traffic.answered(responder, .tcp, port: port, line: row.line)
        case "sctp": traffic.answered(responder, .sctp, port: port, line: row.line)
        case "udp":
            // Programs that speak to each other from ports of the moment serve nobody. RFC 6335 §6.
            guard port < 49_152 || row.value("service") != nil else { return }
            traffic.answered(responder, .udp, port: port, line: row.line)
        default: break
        }
    }

    // MARK: dns

    mutating func readAnswer(_ row: ZeekRow) throws(ImportProblem) {
        guard let query = row.value("query"), !query.isEmpty else { return }
        let name = (query.hasSuffix(".") ? String(query.dropLast()) : query).lowercased()
        switch row.value("qtype_name") ?? row.value("qtype") {
        case "A", "AAAA", "1", "28", "*", "ANY", "255":
            // Aliases stand among the answers; the addresses are those of what was asked.
            for answer in row.list("answers") {
                if let address = IPAddress(answer) { names.add(address, to: name, line: row.line) }
            }
        case "PTR", "12":
            guard let address = ReverseName.address(of: name) else { return }
            for answer in row.list("answers") where !answer.isEmpty && IPAddress(answer) == nil {
                let target = (answer.hasSuffix(".") ? String(answer.dropLast()) : answer).lowercased()
                pointers.add(address, name: target, line: row.line)
            }
        default: break
        }
    }

    // MARK: known_hosts, known_services

    mutating func readHost(_ row: ZeekRow) throws(ImportProblem) {
        let host = try row.required("host", { IPAddress($0) })
        traffic.isLocal(host)
        traffic.sent(host, line: row.line)
    }

    mutating func readService(_ row: ZeekRow) throws(ImportProblem) {
        try readHost(row)
        let host = try row.required("host", { IPAddress($0) })
        let port = try row.required("port_num", { UInt16($0) })
        switch row.value("port_proto") {
        case "tcp": traffic.answered(host, .tcp, port: port, line: row.line)
        case "udp": traffic.answered(host, .udp, port: port, line: row.line)
        default: break
        }
    }
}

import NetworkTypes
import TrafficObservation

extension RowWriter {
    mutating func write(_ row: HostNameRow) {
        number(row.link)
        mac(row.mac)
        string(row.name)
        string(row.source.rawValue)
        sighting(row.sighting)
    }

    mutating func write(_ row: DNSNameRow) {
        number(row.chain)
        string(row.name)
        set(row.a) { $0.number($1.value) }
        set(row.aaaa) { $0.ipv6($1.high, $1.low) }
        sighting(row.aQuestions)
        sighting(row.aaaaQuestions)
        sighting(row.aaaaAnswers)
        sighting(row.aAnswers)
        list(row.aaaaErrors.sorted { $0.key < $1.key }) {
            $0.address($1.key)
            $0.number($1.value)
        }
        proof(row.firstAAAAError)
        set(row.aAnsweredBy) { $0.address($1) }
        proof(row.lastAnswer)
    }

    mutating func write(_ row: ResolutionRow) {
        number(row.link)
        address(row.client)
        set(row.answered) { $0.address($1) }
        sighting(row.aaaaQuestions)
        proof(row.aaaaAnswered)
        sighting(row.answers)
    }

    mutating func write(_ row: ClaimRow) {
        number(row.linkNumber)
        mac(row.mac)
        address(row.address)
        switch row.subject {
        case .role(let role):
            flags(false)
            string(role.rawValue)
        case .name(let name, let source):
            flags(true)
            string(source.rawValue)
            string(name)
        }
        sighting(row.sighting)
    }
}

extension RowReader {
    mutating func hostNameRow() throws(DamagedRow) -> HostNameRow? {
        let link = try link()
        let mac = try mac()
        let name = try string()
        let source = try self.name(NameSource.self)
        let sighting = try sighting()
        return source.map { HostNameRow(storedOn: link, mac: mac, name: name, source: $0, sighting: sighting) }
    }

    mutating func dnsNameRow() throws(DamagedRow) -> DNSNameRow {
        let chain = try capture()
        var row = DNSNameRow(stored: try string(), chain: chain)
        row.a = try set { reader throws(DamagedRow) in IPv4Address(value: try reader.number(UInt32.self)) }
        row.aaaa = try set { reader throws(DamagedRow) in try reader.ipv6() }
        row.aQuestions = try optionalSighting()
        row.aaaaQuestions = try optionalSighting()
        row.aaaaAnswers = try optionalSighting()
        row.aAnswers = try optionalSighting()
        for _ in 0..<(try count()) { row.aaaaErrors[try address()] = try number(UInt16.self) }
        row.firstAAAAError = try optionalProof()
        row.aAnsweredBy = try set { reader throws(DamagedRow) in try reader.address() }
        row.lastAnswer = try optionalProof()
        return row
    }

    mutating func resolutionRow() throws(DamagedRow) -> ResolutionRow {
        let link = try link()
        var row = ResolutionRow(storedOn: link, client: try address())
        row.answered = try set { reader throws(DamagedRow) in try reader.address() }
        row.aaaaQuestions = try optionalSighting()
        row.aaaaAnswered = try optionalProof()
        row.answers = try optionalSighting()
        return row
    }

    mutating func claimRow() throws(DamagedRow) -> ClaimRow? {
        let link = UInt32(truncatingIfNeeded: try link())
        let mac = try mac()
        let address = try address()
        let subject: ClaimRow.Subject?
        if try flags()[0] {
            let source = try name(NameSource.self)
            let name = try string()
            subject = source.map { .name(name, $0) }
        } else {
            subject = try name(RoleHint.self).map { .role($0) }
        }
        let sighting = try sighting()
        return subject.map {
            ClaimRow(link: link, mac: mac, address: address, subject: $0, sighting: sighting)
        }
    }
}

import NetworkTypes
import TrafficObservation

extension RowWriter {
    mutating func write(_ row: CaptureObservation) {
        string(row.path)
        string(row.format)
        string(row.sha256 ?? "")
        list(row.linkTypes) { $0.string($1) }
        number(row.packets)
        number(row.bytes)
        number(row.largestFrame)
        flags(row.isComplete, row.firstSeen != nil, row.lastSeen != nil)
        if let time = row.firstSeen { self.time(time) }
        if let time = row.lastSeen { self.time(time) }
        list(row.anomalies.sorted { $0.key < $1.key }) {
            $0.string($1.key)
            $0.number($1.value)
        }
        number(row.frameOffset)
        number(row.lastFrame)
        number(row.chain)
    }

    mutating func write(_ row: LinkObservation) {
        number(row.key.capture)
        number(row.key.interface)
        number(row.key.cookedInterface)
        number(row.key.outerVLAN)
        number(row.key.innerVLAN)
        flags(row.key.isOverlay)
        number(row.frames)
        time(row.firstSeen)
        time(row.lastSeen)
        set(row.multicastIPv6Senders) { $0.mac($1) }
        proof(row.firstMulticastIPv6)
        set(row.broadcastARPSenders) { $0.mac($1) }
        sighting(row.routerSolicitations)
        sightings(row.soliciting)
        sighting(row.neighborDiscoveryWrongHopLimit)
        sighting(row.neighborDiscoveryFragmented)
        sighting(row.routingHeaderType0)
        sightings(row.redirects)
        sightings(row.dhcpv6Solicits)
        sighting(row.dhcpv6InformationRequests)
        sighting(row.dhcpv6Answers)
        sighting(row.dhcpv6RequestsNamingServer)
        sighting(row.dhcpv6NoAddresses)
        sighting(row.portAuthentication)
        sighting(row.dnsQuestionsIPv4)
        sighting(row.dnsQuestionsIPv6)
    }
}

extension RowReader {
    mutating func captureRow() throws(DamagedRow) -> CaptureObservation {
        var row = CaptureObservation(path: try string(), format: try string())
        let digest = try string()
        row.sha256 = digest.isEmpty ? nil : digest
        row.linkTypes = try list { reader throws(DamagedRow) in try reader.string() }
        row.packets = try number()
        row.bytes = try number()
        row.largestFrame = try number(Int.self)
        let flags = try flags()
        row.isComplete = flags[0]
        row.firstSeen = flags[1] ? try time() : nil
        row.lastSeen = flags[2] ? try time() : nil
        for _ in 0..<(try count()) { row.anomalies[try string()] = try number() }
        row.frameOffset = try number()
        row.lastFrame = try number()
        row.chain = try capture()
        guard row.frameOffset <= row.lastFrame else { throw DamagedRow() }
        return row
    }

    mutating func linkRow() throws(DamagedRow) -> LinkObservation {
        let key = LinkKey(
            capture: try capture(), interface: try number(UInt32.self), cookedInterface: try number(UInt32.self),
            outerVLAN: try number(UInt16.self), innerVLAN: try number(UInt16.self), isOverlay: try flags()[0])
        let frames = try number()
        var row = LinkObservation(key: key, time: try time())
        row.frames = frames
        row.lastSeen = try time()
        row.multicastIPv6Senders = try set { reader throws(DamagedRow) in try reader.mac() }
        row.firstMulticastIPv6 = try optionalProof()
        row.broadcastARPSenders = try set { reader throws(DamagedRow) in try reader.mac() }
        row.routerSolicitations = try optionalSighting()
        row.soliciting = try sightings()
        row.neighborDiscoveryWrongHopLimit = try optionalSighting()
        row.neighborDiscoveryFragmented = try optionalSighting()
        row.routingHeaderType0 = try optionalSighting()
        row.redirects = try sightings()
        row.dhcpv6Solicits = try sightings()
        row.dhcpv6InformationRequests = try optionalSighting()
        row.dhcpv6Answers = try optionalSighting()
        row.dhcpv6RequestsNamingServer = try optionalSighting()
        row.dhcpv6NoAddresses = try optionalSighting()
        row.portAuthentication = try optionalSighting()
        row.dnsQuestionsIPv4 = try optionalSighting()
        row.dnsQuestionsIPv6 = try optionalSighting()
        return row
    }
}

import NetworkTypes

/// Options whose value is a list.
extension DHCPv4Options {
    private enum Limit {
        static let names = 32
        static let routes = 64
        static let subOptions = 32
    }

    /// Names in one list, which may point into each other. RFC 3397 §2.
    mutating func domainNames(_ code: UInt8) -> [String] {
        guard let value = octets(code) else { return [] }
        var names: [String] = []
        var offset = 0
        while offset < value.count, names.count < Limit.names {
            // Octets have no padding.
            guard let name = unsafe DomainName.read(value.span.bytes, at: offset, messageStart: 0, end: value.count)
            else { break }
            if !name.name.isEmpty { names.append(name.name) }
            offset = name.end
        }
        if offset < value.count { markIncomplete() }
        return names
    }

    /// Each a length in bits, the octets of the destination that count, and a router. RFC 3442.
    mutating func routes(_ code: UInt8) -> [DHCPv4Message.Route] {
        guard let value = octets(code) else { return [] }
        var routes: [DHCPv4Message.Route] = []
        var rest = value[...]
        while let bits = rest.popFirst(), routes.count < Limit.routes {
            let count = (Int(bits) + 7) / 8
            guard bits <= 32, rest.count >= count + 4 else {
                markIncomplete()
                return routes
            }
            let destination = IPv4Address(
                value: Self.integer(rest.prefix(count) + [UInt8](repeating: 0, count: 4 - count)))
            let router = IPv4Address(value: Self.integer(rest.dropFirst(count).prefix(4)))
            routes.append(
                DHCPv4Message.Route(
                    destination: IPPrefix(IPAddress(destination), length: Int(bits)), router: router))
            rest = rest.dropFirst(count + 4)
        }
        if !rest.isEmpty { markIncomplete() }
        return routes
    }

    /// Sub-options; of one that comes twice, the first. RFC 3046 §2.0.
    mutating func relayInformation(_ code: UInt8) -> DHCPv4Message.RelayInformation? {
        guard let value = octets(code) else { return nil }
        var found: [UInt8: [UInt8]] = [:]
        var rest = value[...]
        for _ in 0..<Limit.subOptions {
            guard let sub = rest.popFirst() else { break }
            guard let length = rest.popFirst(), rest.count >= Int(length) else {
                markIncomplete()
                break
            }
            if found[sub] == nil { found[sub] = Array(rest.prefix(Int(length))) }
            rest = rest.dropFirst(Int(length))
        }
        let link = found[5].flatMap { $0.count == 4 ? IPv4Address(value: Self.integer($0[...])) : nil }
        return DHCPv4Message.RelayInformation(circuitID: found[1], remoteID: found[2], linkSelection: link)
    }
}

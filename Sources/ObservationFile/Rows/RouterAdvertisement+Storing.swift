import NetworkTypes
import PacketDecode

extension RowWriter {
    mutating func write(_ value: RouterAdvertisement.Prefix) {
        prefix(value.prefix)
        flags(value.isOnLink, value.isAutonomous, value.prefersDelegation)
        number(value.validSeconds)
        number(value.preferredSeconds)
    }

    mutating func write(_ value: RouterAdvertisement) {
        number(value.hopLimit)
        flags(
            value.isManaged, value.hasOtherConfiguration, value.isHomeAgent, value.isProxied, value.isIncomplete,
            value.sourceLinkLayer != nil, value.mtu != nil, value.nat64Prefix != nil)
        preference(value.preference)
        number(value.lifetimeSeconds)
        number(value.reachableMilliseconds)
        number(value.retransmitMilliseconds)
        if let mac = value.sourceLinkLayer { self.mac(mac) }
        if let mtu = value.mtu { number(mtu) }
        if let prefix = value.nat64Prefix { self.prefix(prefix) }
        flags(value.nat64LifetimeSeconds != nil)
        if let seconds = value.nat64LifetimeSeconds { number(seconds) }
        list(value.prefixes) { $0.write($1) }
        list(value.routeInformation) {
            $0.prefix($1.prefix)
            $0.preference($1.preference)
            $0.number($1.lifetimeSeconds)
        }
        list(value.resolvers) { $0.ipv6($1.high, $1.low) }
        list(value.searchDomains) { $0.string($1) }
    }

    /// −1, 0 and 1 as 0, 1 and 2.
    private mutating func preference(_ value: Int8) { number(Int(value) + 1) }
}

extension RowReader {
    mutating func advertisedPrefix() throws(DamagedRow) -> RouterAdvertisement.Prefix {
        let prefix = try prefix()
        let flags = try flags()
        let valid = try number(UInt32.self)
        return RouterAdvertisement.Prefix(
            storedPrefix: prefix, isOnLink: flags[0], isAutonomous: flags[1], prefersDelegation: flags[2],
            validSeconds: valid, preferredSeconds: try number(UInt32.self))
    }

    mutating func advertisement() throws(DamagedRow) -> RouterAdvertisement {
        let hopLimit = try number(UInt8.self)
        let flags = try flags()
        let preference = try preference()
        let lifetime = try number(UInt16.self)
        let reachable = try number(UInt32.self)
        let retransmit = try number(UInt32.self)
        let mac = flags[5] ? try mac() : nil
        let mtu = flags[6] ? try number(UInt32.self) : nil
        let nat64Prefix = flags[7] ? try prefix() : nil
        let nat64Lifetime = try self.flags()[0] ? try number(UInt16.self) : nil
        return RouterAdvertisement(
            storedHopLimit: hopLimit, isManaged: flags[0], hasOtherConfiguration: flags[1], isHomeAgent: flags[2],
            isProxied: flags[3], preference: preference, lifetimeSeconds: lifetime, reachableMilliseconds: reachable,
            retransmitMilliseconds: retransmit, sourceLinkLayer: mac, mtu: mtu,
            prefixes: try list { reader throws(DamagedRow) in try reader.advertisedPrefix() },
            routeInformation: try list { reader throws(DamagedRow) in try reader.route() },
            resolvers: try list { reader throws(DamagedRow) in try reader.ipv6() },
            searchDomains: try list { reader throws(DamagedRow) in try reader.string() },
            nat64Prefix: nat64Prefix, nat64LifetimeSeconds: nat64Lifetime, isIncomplete: flags[4])
    }

    private mutating func route() throws(DamagedRow) -> RouterAdvertisement.Route {
        let prefix = try prefix()
        let preference = try preference()
        return RouterAdvertisement.Route(
            storedPrefix: prefix, preference: preference, lifetimeSeconds: try number(UInt32.self))
    }

    private mutating func preference() throws(DamagedRow) -> Int8 {
        let value = try number(Int8.self)
        guard value <= 2 else { throw DamagedRow() }
        return value - 1
    }
}

public import NetworkTypes

// MARK: DNS

extension PacketBuilder {
    /// A header and the sections behind it, each entry encoded. RFC 1035 §4.1.
    public static func dns(
        id: UInt16 = 0x1234, flags: UInt16 = 0, questions: [[UInt8]] = [], answers: [[UInt8]] = [],
        authorities: [[UInt8]] = [], additionals: [[UInt8]] = []
    ) -> [UInt8] {
        let sections = [questions, answers, authorities, additionals]
        return integer(id) + integer(flags) + sections.flatMap { integer(UInt16($0.count)) }
            + sections.joined().joined()
    }

    /// Labels between dots, with the root at the end.
    public static func dnsName(_ name: String) -> [UInt8] {
        dnsLabels(name.split(separator: ".").map { Array($0.utf8) }) + [0]
    }

    /// Labels without the root.
    public static func dnsLabels(_ labels: [[UInt8]]) -> [UInt8] { labels.flatMap { [UInt8($0.count)] + $0 } }

    /// A pointer to `offset` bytes from the start of the message. RFC 1035 §4.1.4.
    public static func dnsPointer(_ offset: UInt16) -> [UInt8] { integer(0xc000 | offset) }

    public static func dnsQuestion(_ name: [UInt8], type: UInt16, class: UInt16 = 1) -> [UInt8] {
        name + integer(type) + integer(`class`)
    }

    public static func dnsRecord(
        _ name: [UInt8], type: UInt16, class: UInt16 = 1, timeToLive: UInt32 = 300, length: UInt16? = nil,
        _ data: [UInt8]
    ) -> [UInt8] {
        name + integer(type) + integer(`class`) + integer(timeToLive) + integer(length ?? UInt16(data.count)) + data
    }
}

// MARK: DHCP

extension PacketBuilder {
    /// An option of DHCPv4. RFC 2132 §2.
    public static func dhcpv4Option(_ code: UInt8, _ value: [UInt8]) -> [UInt8] { [code, UInt8(value.count)] + value }

    /// The fixed part, the magic cookie, then `options` as they are. RFC 2131 §2.
    public static func dhcpv4(
        operation: UInt8 = 1, transactionID: UInt32 = 1, client: IPv4Address = .unspecified,
        your: IPv4Address = .unspecified,
        server: IPv4Address = .unspecified, relay: IPv4Address = .unspecified,
        clientMAC: MACAddress = MACAddress(value: 0x0200_0000_0001), serverName: [UInt8] = [], file: [UInt8] = [],
        options: [UInt8]
    ) -> [UInt8] {
        func padded(_ field: [UInt8], _ length: Int) -> [UInt8] {
            field + [UInt8](repeating: 0, count: length - field.count)
        }
        var bytes: [UInt8] = [operation, 1, 6, 0] + integer(transactionID) + [0, 0, 0, 0]
        bytes += address(client) + address(your) + address(server) + address(relay)
        bytes += padded(address(clientMAC), 16) + padded(serverName, 64) + padded(file, 128)
        return bytes + [0x63, 0x82, 0x53, 0x63] + options
    }

    /// An option of DHCPv6. RFC 9915 §21.1.
    public static func dhcpv6Option(_ code: UInt16, _ value: [UInt8]) -> [UInt8] {
        integer(code) + integer(UInt16(value.count)) + value
    }

    public static func dhcpv6(type: UInt8, transactionID: UInt32 = 1, options: [UInt8]) -> [UInt8] {
        [type] + integer(transactionID).dropFirst() + options
    }

    /// A relay message around another message. RFC 9915 §9.
    public static func dhcpv6Relay(
        type: UInt8 = 12, hops: UInt8 = 0, link: IPv6Address, peer: IPv6Address, options: [UInt8] = [],
        _ message: [UInt8]
    ) -> [UInt8] {
        [type, hops] + address(link) + address(peer) + options + dhcpv6Option(9, message)
    }
}

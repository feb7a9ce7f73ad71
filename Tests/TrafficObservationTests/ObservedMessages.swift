import NetworkTypes
import TestSupport
import TrafficObservation

/// Messages of applications, part by part, with invented names.
enum ObservedMessages {
    static let client = IPv4Address(value: 0x0a01_0203)
    static let server = IPv4Address(value: 0xc633_6450)

    private static func vector16(_ bytes: [UInt8]) -> [UInt8] { PacketBuilder.integer(UInt16(bytes.count)) + bytes }
    private static func vector32(_ bytes: [UInt8]) -> [UInt8] { PacketBuilder.integer(UInt32(bytes.count)) + bytes }

    /// A record with a ClientHello that asks for `name`. RFC 8446 §4.1.2, RFC 6066 §3.
    static func clientHello(_ name: String) -> [UInt8] {
        let entry = [0] + vector16(Array(name.utf8))
        let extensions: [UInt8] = [0, 0] + vector16(vector16(entry))
        var body: [UInt8] = [3, 3] + [UInt8](repeating: 0x5a, count: 32)
        body += [0] + vector16([0x13, 0x01]) + [1, 0]
        body += vector16(extensions)
        let length = Array(PacketBuilder.integer(UInt32(body.count)).dropFirst())
        return [0x16, 3, 1] + vector16([1] + length + body)
    }

    /// What an SSH server sends first, with an Ed25519 key of equal bytes. RFC 4253 §4.2, §6, §8.
    static let sshServer: [UInt8] = {
        func packet(_ payload: [UInt8]) -> [UInt8] {
            PacketBuilder.integer(UInt32(payload.count + 5)) + [4] + payload + [0, 0, 0, 0]
        }
        let key = vector32(Array("ssh-ed25519".utf8)) + vector32([UInt8](repeating: 0x42, count: 32))
        var reply: [UInt8] = [31] + vector32(key)
        reply += vector32([UInt8](repeating: 9, count: 32)) + vector32([1, 2, 3])
        let start: [UInt8] = [20] + [UInt8](repeating: 0, count: 200)
        return Array("SSH-2.0-OpenSSH_9.2\r\n".utf8) + packet(start) + packet(reply)
    }()

    /// SHA-256 of that key's blob.
    static let sshDigest = "2e066947358401b56f0629b14efebdfd407cf0f0fc8f23920ea7e8cebfa2357d"

    /// A report of an SNMPv3 agent, as discovery gets it, or an encrypted message. RFC 3412 §6, RFC 3414 §4.
    static func snmp(engine: [UInt8], isEncrypted: Bool = false) -> [UInt8] {
        func ber(_ tag: UInt8, _ parts: [UInt8]...) -> [UInt8] {
            let value = Array(parts.joined())
            return [tag, UInt8(value.count)] + value
        }
        func number(_ value: UInt8) -> [UInt8] { ber(2, [value]) }
        let identity = ber(4, engine)
        let empty = ber(4, [])
        let security = ber(4, ber(0x30, identity, number(1), number(2), empty, empty, empty))
        let pdu = ber(0xa8, number(7), number(0), number(0), ber(0x30))
        let data = isEncrypted ? ber(4, [1, 2, 3, 4]) : ber(0x30, identity, empty, pdu)
        let flags: UInt8 = isEncrypted ? 3 : 0
        let header = ber(0x30, ber(2, [1, 2]), ber(2, [0, 0xff, 0xe3]), ber(4, [flags]), number(3))
        return ber(0x30, number(3), header, security, data)
    }

    /// A challenge of NTLM with the names of the server's machine. MS-NLMP §2.2.1.2.
    static func challenge(netBIOSName: String?, dnsName: String?) -> [UInt8] {
        func little(_ value: UInt16) -> [UInt8] { PacketBuilder.integer(value.byteSwapped) }
        func attribute(_ identifier: UInt16, _ text: String) -> [UInt8] {
            let value = text.utf16.flatMap { little($0) }
            return little(identifier) + little(UInt16(value.count)) + value
        }
        var info: [UInt8] = netBIOSName.map { attribute(1, $0) } ?? []
        info += dnsName.map { attribute(3, $0) } ?? []
        info += attribute(0, "")
        let size = little(UInt16(info.count))
        var message = Array("NTLMSSP\0".utf8) + [2, 0, 0, 0] + [UInt8](repeating: 0, count: 28)
        message += size + size + [48, 0, 0, 0]
        return message + info
    }

    static func answer(_ name: String, _ address: IPv4Address) -> [UInt8] {
        PacketBuilder.dns(
            flags: 0x8180, questions: [PacketBuilder.dnsQuestion(PacketBuilder.dnsName(name), type: 1)],
            answers: [PacketBuilder.dnsRecord(PacketBuilder.dnsPointer(12), type: 1, PacketBuilder.address(address))])
    }

    static func netBIOSName(_ name: String, suffix: UInt8) -> [UInt8] {
        let text = Array(name.utf8.prefix(15))
        var octets = text + [UInt8](repeating: 0x20, count: 15 - text.count)
        octets.append(suffix)
        var letters: [UInt8] = []
        for octet in octets {
            letters.append(0x41 + octet >> 4)
            letters.append(0x41 + octet & 15)
        }
        return [32] + letters + [0]
    }

    /// A datagram over IPv4 in Ethernet.
    static func datagram(
        from source: IPv4Address, _ mac: MACAddress = alice, to destination: IPv4Address, ports: (UInt16, UInt16),
        _ payload: [UInt8]
    ) -> [UInt8] {
        PacketBuilder.ethernet(
            from: mac, type: .ipv4,
            PacketBuilder.ipv4(
                from: source, to: destination, protocol: .udp, PacketBuilder.udp(from: ports.0, to: ports.1, payload)))
    }

    /// The same over IPv6.
    static func datagram(
        from source: IPv6Address, _ mac: MACAddress = alice, to destination: IPv6Address,
        _ destinationMAC: MACAddress = bob, ports: (UInt16, UInt16), _ payload: [UInt8]
    ) -> [UInt8] {
        PacketBuilder.ethernet(
            from: mac, to: destinationMAC, type: .ipv6,
            PacketBuilder.ipv6(
                from: source, to: destination, next: .udp, PacketBuilder.udp(from: ports.0, to: ports.1, payload)))
    }

    static func arp(_ mac: MACAddress, _ address: IPv4Address) -> [UInt8] {
        PacketBuilder.ethernet(
            from: mac, to: .broadcast, type: .arp,
            PacketBuilder.arp(senderMAC: mac, sender: address, target: IPv4Address(value: 0x0a01_0201)))
    }
}

/// One TCP connection between Alice and a server behind Bob's MAC.
struct ObservedConnection {
    var frames = ObservedFrames()
    let port: UInt16

    init(port: UInt16) {
        self.port = port
        send(fromClient: true, sequence: 1000, flags: 2)
        send(fromClient: false, sequence: 5000, flags: 0x12)
    }

    /// Data at its place in the stream: `offset` bytes behind its beginning.
    mutating func send(_ payload: [UInt8], fromClient: Bool = true, at offset: Int) {
        send(fromClient: fromClient, sequence: (fromClient ? 1001 : 5001) + UInt32(offset), flags: 0x18, payload)
    }

    private mutating func send(fromClient: Bool, sequence: UInt32, flags: UInt8, _ payload: [UInt8] = []) {
        let (client, server) = (ObservedMessages.client, ObservedMessages.server)
        frames.add(
            PacketBuilder.ethernet(
                from: fromClient ? alice : bob, type: .ipv4,
                PacketBuilder.ipv4(
                    from: fromClient ? client : server, to: fromClient ? server : client, protocol: .tcp,
                    PacketBuilder.tcp(
                        from: fromClient ? 40000 : port, to: fromClient ? port : 40000, flags: flags,
                        sequence: sequence, payload))))
    }

    func finished() -> ObservationSet { frames.finished() }
}

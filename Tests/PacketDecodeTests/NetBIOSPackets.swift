import NetworkTypes
import TestSupport

/// Packets of the NetBIOS services with invented names. RFC 1002 §4.
enum NetBIOSPackets {
    /// The sixteen octets as they are.
    static func octets(_ name: String, suffix: UInt8) -> [UInt8] {
        let text = Array(name.utf8.prefix(15))
        return text + [UInt8](repeating: 0x20, count: 15 - text.count) + [suffix]
    }

    /// Both encodings, with a scope where there is one.
    static func name(_ name: String, suffix: UInt8, scope: String = "") -> [UInt8] {
        let letters = octets(name, suffix: suffix).flatMap { [0x41 + $0 >> 4, 0x41 + $0 & 15] }
        return [32] + letters + PacketBuilder.dnsName(scope)
    }

    static func owner(_ address: IPv4Address, isGroup: Bool = false) -> [UInt8] {
        [isGroup ? 0x80 : 0, 0] + PacketBuilder.address(address)
    }

    static let registration = PacketBuilder.dns(
        flags: 0x2910, questions: [PacketBuilder.dnsQuestion(name("PC-KETOAN", suffix: 0), type: 0x20)],
        additionals: [
            PacketBuilder.dnsRecord(PacketBuilder.dnsPointer(12), type: 0x20, timeToLive: 300_000, owner(Sample.v4))
        ])

    static let status = PacketBuilder.dns(
        flags: 0x8400,
        answers: [
            PacketBuilder.dnsRecord(
                name("*", suffix: 0), type: 0x21, timeToLive: 0,
                [3] + octets("PC-KETOAN", suffix: 0) + [0x04, 0] + octets("UBND", suffix: 0) + [0x84, 0]
                    + octets("NGUYENVANA", suffix: 3) + [0x04, 0] + PacketBuilder.address(Sample.mac)
                    + [UInt8](repeating: 0, count: 40))
        ])

    /// MS-BRWS §2.2.1 inside MS-MAIL inside a datagram to all browsers.
    static func announcement(command: UInt8 = 1) -> [UInt8] {
        let names = name("PC-KETOAN", suffix: 0x20) + name("UBND", suffix: 0x1d)
        let slot = Array("\\MAILSLOT\\BROWSE\0".utf8)
        let host = Array("PC-KETOAN".utf8)
        let data =
            [command, 0, 0x80, 0xfc, 0x0a, 0] + host + [UInt8](repeating: 0, count: 16 - host.count)
            + [10, 0, 0x03, 0x10, 0x01, 0, 0x0f, 0x01, 0x55, 0xaa, 0]
        let header = [0xff, 0x53, 0x4d, 0x42, 0x25] + [UInt8](repeating: 0, count: 27)
        var words = [UInt8](repeating: 0, count: 34)
        words.replaceSubrange(22..<28, with: [UInt8(data.count), 0, 86, 0, 3, 0])
        let smb = header + [17] + words + [UInt8(slot.count + data.count), 0] + slot + data
        let length = UInt16(names.count + smb.count)
        return [0x11, 0x0a] + PacketBuilder.integer(UInt16(7)) + PacketBuilder.address(Sample.v4)
            + PacketBuilder.integer(UInt16(138)) + PacketBuilder.integer(length) + [0, 0] + names + smb
    }
}

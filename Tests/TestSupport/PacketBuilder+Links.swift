public import NetworkTypes

// MARK: Serial lines

extension PacketBuilder {
    /// Address and control, then the protocol. RFC 1662 §3.1.
    public static func ppp(_ number: UInt16, _ payload: [UInt8]) -> [UInt8] { [0xff, 3] + integer(number) + payload }

    /// A session's data, to stand behind an Ethernet header; the length is that of the payload unless given. RFC 2516 §4.
    public static func pppoe(
        code: UInt8 = 0, session: UInt16, number: UInt16, length: UInt16? = nil, _ payload: [UInt8]
    ) -> [UInt8] {
        [0x11, code] + integer(session) + integer(length ?? UInt16(payload.count + 2)) + integer(number) + payload
    }

    public static func ciscoHDLC(type: EtherType, _ payload: [UInt8]) -> [UInt8] {
        [0x0f, 0] + integer(type.rawValue) + payload
    }

    /// A stack of labels, bottom last. RFC 3032 §2.1.
    public static func mpls(_ labels: [UInt32], _ payload: [UInt8]) -> [UInt8] {
        labels.enumerated().flatMap { index, label in
            integer(label << 12 | (index == labels.count - 1 ? 0x100 : 0) | 64)
        } + payload
    }

    /// SNAP with an organisation. RFC 1042.
    public static func snap(organisation: UInt32 = 0, type: UInt16, _ payload: [UInt8]) -> [UInt8] {
        [0xaa, 0xaa, 3] + integer(organisation).dropFirst() + integer(type) + payload
    }
}

// MARK: Wireless

extension PacketBuilder {
    /// An 802.11 frame: `control` is the first octet (type and subtype) and the flags; `addresses` are three or four.
    public static func ieee80211(
        control: UInt16, addresses: [MACAddress], sequence: [UInt8] = [0, 0], quality: [UInt8] = [], _ body: [UInt8]
    ) -> [UInt8] {
        integer(control) + [0, 0] + addresses.prefix(3).flatMap { address($0) } + sequence
            + addresses.dropFirst(3).flatMap { address($0) } + quality + body
    }

    /// A radiotap header with a timestamp, flags and a further presence word, then the frame.
    public static func radiotap(flags: UInt8 = 0, _ frame: [UInt8]) -> [UInt8] {
        let presence: [UInt8] = [3, 0, 0, 0x80] + [0, 0, 0, 0]
        return [0, 0, 28, 0] + presence + [0, 0, 0, 0] + [UInt8](repeating: 9, count: 8) + [flags, 0, 0, 0] + frame
    }

    /// An NFLOG packet with a prefix and a source address before the payload, little-endian.
    public static func nflog(family: UInt8, from source: MACAddress, _ payload: [UInt8]) -> [UInt8] {
        func attribute(_ type: UInt8, _ value: [UInt8]) -> [UInt8] {
            let length = value.count + 4
            return [UInt8(length & 255), UInt8(length >> 8), type, 0] + value
                + [UInt8](repeating: 0, count: (4 - length % 4) % 4)
        }
        return [family, 0, 0, 5] + attribute(10, [0x61, 0]) + attribute(8, [0, 6, 0, 0] + address(source) + [0, 0])
            + attribute(9, payload)
    }
}

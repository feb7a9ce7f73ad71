public import NetworkTypes

extension PacketBuilder {
    /// RFC 7348 §5.
    public static func vxlan(flags: UInt8 = 8, identifier: UInt32 = 42, nextProtocol: UInt8 = 0, _ frame: [UInt8])
        -> [UInt8]
    {
        [flags, 0, 0, nextProtocol] + integer(identifier << 8) + frame
    }

    /// `options` must be a multiple of four bytes. RFC 8926 §3.4.
    public static func geneve(type: EtherType, options: [UInt8] = [], _ payload: [UInt8]) -> [UInt8] {
        [UInt8(options.count / 4), 0] + integer(type.rawValue) + [0, 0, 42, 0] + options + payload
    }

    /// User data; `optional` are the four optional octets and the extension headers that `flags` announce. TS 29.281 §5.1.
    public static func gtp(flags: UInt8 = 0x30, type: UInt8 = 255, optional: [UInt8] = [], _ payload: [UInt8])
        -> [UInt8]
    {
        [flags, type] + integer(UInt16(optional.count + payload.count)) + [0, 0, 0, 7] + optional + payload
    }

    /// Data of L2TP version 2; `fields` are what the flags announce, the length before the identifiers. RFC 2661 §3.1.
    public static func l2tp(flags: UInt16 = 2, length: [UInt8] = [], fields: [UInt8] = [], _ payload: [UInt8])
        -> [UInt8]
    {
        integer(flags) + length + [0, 1, 0, 2] + fields + payload
    }

    /// ERSPAN of type II behind GRE with a sequence number. draft-foschiano-erspan §4.2.
    public static func erspan2(_ frame: [UInt8]) -> [UInt8] {
        gre(flags: 0x1000, fields: [0, 0, 0, 1], type: .erspan, [0x10, 100, 0, 1, 0, 0, 0, 2] + frame)
    }

    /// ERSPAN of type III; `isExtended` adds the platform header. draft-foschiano-erspan §4.3.
    public static func erspan3(isExtended: Bool = false, frameType: UInt8 = 0, _ frame: [UInt8]) -> [UInt8] {
        let header: [UInt8] = [0x20, 100, 0, 1, 0, 0, 0, 2, 0, 0, frameType << 2, isExtended ? 1 : 0]
        let platform = [UInt8](repeating: 0x5a, count: isExtended ? 8 : 0)
        return gre(flags: 0x1000, fields: [0, 0, 0, 1], type: .erspan3, header + platform + frame)
    }

    /// An AYIYA packet with an identity of 16 and a signature of 20 bytes.
    public static func ayiya(_ packet: [UInt8]) -> [UInt8] {
        [0x41, 0x52, 0x11, IPProtocol.ipv6.rawValue, 0, 0, 0, 1] + [UInt8](repeating: 1, count: 36) + packet
    }

    /// An Authentication Header with a check value of 12 bytes. RFC 4302 §2.
    public static func authenticationHeader(next: IPProtocol, _ payload: [UInt8]) -> [UInt8] {
        [next.rawValue, 4] + [UInt8](repeating: 9, count: 22) + payload
    }
}

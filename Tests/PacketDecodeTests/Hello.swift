import TestSupport

/// Hellos of TLS, part by part. RFC 8446 §4.1.
enum Hello {
    static func vector8(_ bytes: [UInt8]) -> [UInt8] { [UInt8(bytes.count)] + bytes }
    static func vector16(_ bytes: [UInt8]) -> [UInt8] { PacketBuilder.integer(UInt16(bytes.count)) + bytes }
    static func `extension`(_ type: UInt16, _ value: [UInt8]) -> [UInt8] {
        PacketBuilder.integer(type) + vector16(value)
    }

    static func serverName(_ name: String) -> [UInt8] {
        `extension`(0, vector16([0] + vector16(Array(name.utf8))))
    }

    static func protocols(_ names: [String]) -> [UInt8] {
        `extension`(16, vector16(names.flatMap { vector8(Array($0.utf8)) }))
    }

    static func versions(_ versions: [UInt16]) -> [UInt8] {
        `extension`(43, vector8(versions.flatMap { PacketBuilder.integer($0) }))
    }

    /// Without its header; no extension block at all where `extensions` is nil.
    static func client(version: UInt16 = 0x0303, _ extensions: [UInt8]?) -> [UInt8] {
        let random = [UInt8](repeating: 0x5a, count: 32)
        return PacketBuilder.integer(version) + random + vector8([UInt8](repeating: 7, count: 32))
            + vector16([0x13, 0x01, 0xc0, 0x2f]) + vector8([0]) + (extensions.map(vector16) ?? [])
    }

    static func server(
        version: UInt16 = 0x0303, random: [UInt8] = [UInt8](repeating: 1, count: 32), _ extensions: [UInt8]?
    ) -> [UInt8] {
        PacketBuilder.integer(version) + random + [0] + [0x13, 0x01, 0] + (extensions.map(vector16) ?? [])
    }

    static func message(_ type: UInt8, _ body: [UInt8]) -> [UInt8] {
        [type] + PacketBuilder.integer(UInt32(body.count)).dropFirst() + body
    }

    /// Handshake records of at most `size` bytes each.
    static func records(_ handshake: [UInt8], size: Int = 16_384) -> [UInt8] {
        stride(from: 0, to: handshake.count, by: size).flatMap {
            [0x16, 3, 1] + vector16(Array(handshake[$0..<min($0 + size, handshake.count)]))
        }
    }
}

/// Writes capture files into memory, byte for byte as a test asks, also wrong ones.
public struct CaptureFileBuilder {
    public private(set) var bytes: [UInt8] = []
    public var isBigEndian: Bool

    public init(isBigEndian: Bool = false) { self.isBigEndian = isBigEndian }

    public mutating func append(_ raw: [UInt8]) { bytes += raw }

    public mutating func integer<Value: FixedWidthInteger>(_ value: Value) { bytes += encoded(value) }

    private func encoded<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
        withUnsafeBytes(of: isBigEndian ? value.bigEndian : value.littleEndian) { Array($0) }
    }

    private mutating func pad() { bytes += [UInt8](repeating: 0, count: (4 - bytes.count % 4) % 4) }
}

// MARK: pcap

extension CaptureFileBuilder {
    public mutating func pcapHeader(
        magic: UInt32 = 0xa1b2_c3d4, major: UInt16 = 2, minor: UInt16 = 4, snapLength: UInt32 = 262_144,
        linkType: UInt32 = 1
    ) {
        integer(magic)
        integer(major)
        integer(minor)
        integer(UInt64(0))
        integer(snapLength)
        integer(linkType)
    }

    /// A record; the lengths are those of the data unless given. `extra` are bytes between header and data.
    public mutating func pcapRecord(
        seconds: UInt32 = 1, fraction: UInt32 = 0, captured: UInt32? = nil, original: UInt32? = nil,
        extra: [UInt8] = [], data: [UInt8]
    ) {
        integer(seconds)
        integer(fraction)
        integer(captured ?? UInt32(data.count))
        integer(original ?? UInt32(data.count))
        bytes += extra + data
    }
}

// MARK: pcapng

extension CaptureFileBuilder {
    /// A block around a body, which is padded to a multiple of four; the lengths are right unless given.
    public mutating func block(type: UInt32, body: [UInt8], leading: UInt32? = nil, trailing: UInt32? = nil) {
        let padded = body + [UInt8](repeating: 0, count: (4 - body.count % 4) % 4)
        let length = UInt32(padded.count + 12)
        integer(type)
        integer(leading ?? length)
        bytes += padded
        integer(trailing ?? length)
    }

    private func body(_ fill: (inout CaptureFileBuilder) -> Void) -> [UInt8] {
        var inner = CaptureFileBuilder(isBigEndian: isBigEndian)
        fill(&inner)
        return inner.bytes
    }

    public mutating func section(major: UInt16 = 1, minor: UInt16 = 0) {
        block(
            type: 0x0a0d_0d0a,
            body: body {
                $0.integer(UInt32(0x1a2b_3c4d))
                $0.integer(major)
                $0.integer(minor)
                $0.integer(UInt64.max)
            })
    }

    public mutating func interface(
        linkType: UInt16 = 1, snapLength: UInt32 = 0, name: String? = nil, resolution: UInt8? = nil,
        timeOffset: Int64? = nil
    ) {
        block(
            type: 1,
            body: body {
                $0.integer(linkType)
                $0.integer(UInt16(0))
                $0.integer(snapLength)
                if let name { $0.option(2, Array(name.utf8)) }
                if let resolution { $0.option(9, [resolution]) }
                if let timeOffset { $0.option(14, $0.encoded(timeOffset)) }
                $0.option(0, [])
            })
    }

    public mutating func option(_ code: UInt16, _ value: [UInt8]) {
        integer(code)
        integer(UInt16(value.count))
        bytes += value
        pad()
    }

    public mutating func enhancedPacket(
        interface: UInt32 = 0, ticks: UInt64 = 1_000_000, captured: UInt32? = nil, original: UInt32? = nil,
        data: [UInt8]
    ) {
        block(
            type: 6,
            body: body {
                $0.integer(interface)
                $0.integer(UInt32(ticks >> 32))
                $0.integer(UInt32(ticks & 0xffff_ffff))
                $0.integer(captured ?? UInt32(data.count))
                $0.integer(original ?? UInt32(data.count))
                $0.append(data)
            })
    }

    /// The packet block that Enhanced Packet Blocks replaced.
    public mutating func obsoletePacket(interface: UInt16 = 0, ticks: UInt64 = 1_000_000, data: [UInt8]) {
        block(
            type: 2,
            body: body {
                $0.integer(interface)
                $0.integer(UInt16(0))
                $0.integer(UInt32(ticks >> 32))
                $0.integer(UInt32(ticks & 0xffff_ffff))
                $0.integer(UInt32(data.count))
                $0.integer(UInt32(data.count))
                $0.append(data)
            })
    }

    public mutating func simplePacket(original: UInt32? = nil, data: [UInt8]) {
        block(
            type: 3,
            body: body {
                $0.integer(original ?? UInt32(data.count))
                $0.append(data)
            })
    }
}

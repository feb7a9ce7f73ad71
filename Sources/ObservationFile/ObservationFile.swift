import CCrypto
public import TrafficObservation

/// An observation set as a file: what was seen, without packets.
///
/// `V6OBS` and a zero, major and minor version (16 bits each), then sections: tag (four letters), length in the file,
/// length of the content (64 bits each), content compressed by zlib; at the end the SHA-256 of all before. All numbers are
/// little-endian. A newer major version is refused; an unknown section and what stands behind the known fields of a row
/// are skipped. Sets are written in canonical form, so equal sets give equal files.
public enum ObservationFile {
    public static let magic: [UInt8] = Array("V6OBS\0".utf8)
    public static let majorVersion: UInt16 = 1
    public static let minorVersion: UInt16 = 0
    /// The largest file that is read, in bytes.
    public static let largestFile = 1 << 30

    static let headerCount = 10
    static let sectionHeaderCount = 20
    static let digestCount = 32

    /// Whether a file that begins so holds observations.
    public static func recognises(_ firstBytes: [UInt8]) -> Bool { firstBytes.starts(with: magic) }

    /// The file's content. What waits for later packets is closed: no payload is ever written.
    public static func encode(_ set: ObservationSet) -> [UInt8] {
        let set = set.canonical()
        var strings = StringTable()
        var sections: [(tag: SectionTag, bytes: [UInt8])] = []
        for tag in SectionTag.allCases where tag != .strings {
            var writer = RowWriter(strings: strings)
            writer.write(tag, of: set)
            strings = writer.strings
            if writer.count > 0 { sections.append((tag, writer.section)) }
        }
        var bytes = magic
        bytes.append(integer: majorVersion)
        bytes.append(integer: minorVersion)
        for (tag, content) in [(.strings, strings.section)] + sections {
            let packed = Compression.deflate(content)
            bytes.append(integer: tag.number)
            bytes.append(integer: UInt64(packed.count))
            bytes.append(integer: UInt64(content.count))
            bytes += packed
        }
        return bytes + digest(bytes[...])
    }

    /// The SHA-256; zeros where libcrypto fails, so that no file is taken for sound.
    static func digest(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: digestCount)
        var length: UInt32 = 0
        let status = bytes.withUnsafeBytes {
            EVP_Digest($0.baseAddress, $0.count, &digest, &length, EVP_sha256(), nil)
        }
        return status == 1 ? digest : [UInt8](repeating: 0, count: digestCount)
    }
}

/// Tables in the order in which they are written; the letters stand in the file.
enum SectionTag: String, CaseIterable {
    case strings = "STRS"
    case captures = "CAPS"
    case links = "LNKS"
    case macs = "MACS"
    case bindings = "BIND"
    case sources = "SRCS"
    case flows = "FLOW"
    case routers = "ROUT"
    case dhcpServers = "DHCP"
    case hostNames = "NAME"
    case dnsNames = "DNSN"
    case resolutions = "RESO"
    case tunnels = "TUNL"
    case conflicts = "CONF"
    case roles = "ROLE"
    case serverNames = "SRVN"
    case identities = "IDEN"
    case routing = "RTNG"
    case devices = "DEVI"
    case claims = "CLAI"
    case unreachables = "UNRE"
    case imports = "IMPT"
    case probes = "PROB"

    var number: UInt32 { rawValue.utf8.reversed().reduce(0) { $0 << 8 | UInt32($1) } }

    init?(number: UInt32) {
        guard let tag = Self.allCases.first(where: { $0.number == number }) else { return nil }
        self = tag
    }

    /// How many rows are read of it.
    func limit(_ limits: ObservationLimits) -> (limit: ObservationLimit, count: Int)? {
        let limit: ObservationLimit? =
            switch self {
            case .strings, .captures: nil
            case .links: .links
            case .macs: .macs
            case .bindings: .bindings
            case .sources: .sources
            case .flows: .flows
            case .routers: .routers
            case .dhcpServers: .dhcpServers
            case .hostNames: .hostNames
            case .dnsNames: .dnsNames
            case .resolutions: .resolutions
            case .tunnels: .tunnels
            case .conflicts: .conflicts
            case .roles: .roleHints
            case .serverNames: .serverNames
            case .identities: .identities
            case .routing: .routing
            case .devices: .devices
            case .claims: .claims
            case .unreachables: .unreachables
            case .imports: .imports
            case .probes: .probes
            }
        return limit.map { ($0, limits[$0]) }
    }
}

extension [UInt8] {
    mutating func append(integer value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }

    /// Nil behind the end.
    func integer<Value: FixedWidthInteger>(at offset: Int, as type: Value.Type) -> Value? {
        let size = MemoryLayout<Value>.size
        guard offset >= 0, offset <= count - size else { return nil }
        var value: Value = 0
        for place in (0..<size).reversed() { value = value << 8 | Value(truncatingIfNeeded: self[offset + place]) }
        return value
    }
}

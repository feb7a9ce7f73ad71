/// The ClientHello of TLS or of QUIC, behind the record and handshake headers. RFC 8446 §4.1.2.
public struct TLSClientHello: Sendable {
    /// The host name asked for, lower case; nil without Server Name Indication, or where it is no host name. RFC 6066 §3.
    public private(set) var serverName: String?
    /// Application protocols in the client's order, such as `h2`. RFC 7301 §3.1.
    public private(set) var applicationProtocols: [String] = []
    /// 0x0304 is TLS 1.3; without the reserved values of RFC 8701. A client that lists none offers the old version field.
    public private(set) var offeredVersions: [UInt16] = []
    /// An encrypted hello is inside, or was feigned: `serverName` may name a front only. RFC 9849 §5.
    public private(set) var hasEncryptedClientHello = false
    /// The hello was cut or is malformed, or a limit was met: extensions may be missing.
    public private(set) var isIncomplete = false

    enum Limit {
        static let extensions = 64
        static let applicationProtocols = 16
        static let versions = 16
        static let serverNames = 4
    }

    /// Extension types. IANA TLS ExtensionType values.
    enum Extension {
        static let serverName: UInt16 = 0
        static let applicationProtocols: UInt16 = 16
        static let supportedVersions: UInt16 = 43
        static let encryptedClientHello: UInt16 = 0xfe0d
    }

    /// Nil when the part before the extensions is cut, or is not that of a hello.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        var cursor = ByteCursor(bytes, range)
        guard let version = cursor.integer(bytes, as: UInt16.self), version >> 8 == 3, cursor.skip(32),
            let session = cursor.vector(bytes, length: UInt8.self), session.count <= 32,
            let suites = cursor.vector(bytes, length: UInt16.self), suites.count >= 2, suites.count % 2 == 0,
            let compression = cursor.vector(bytes, length: UInt8.self), !compression.isEmpty
        else { return nil }
        readExtensions(bytes, &cursor)
        if offeredVersions.isEmpty { offeredVersions = [version] }
    }

    private mutating func readExtensions(_ bytes: borrowing RawSpan, _ cursor: inout ByteCursor) {
        guard cursor.remaining > 0 else { return }  // none, as before TLS 1.2
        guard let block = cursor.vectorOrRest(bytes, length: UInt16.self) else {
            isIncomplete = true
            return
        }
        var extensions = ByteCursor(bytes, block)
        var count = 0
        while extensions.remaining > 0, count < Limit.extensions {
            count += 1
            guard let type = extensions.integer(bytes, as: UInt16.self),
                let value = extensions.vector(bytes, length: UInt16.self)
            else { break }
            if !read(bytes, type, value) { isIncomplete = true }
        }
        if cursor.failed || extensions.failed || extensions.remaining > 0 { isIncomplete = true }
    }

    /// False where the value does not fit the extension.
    private mutating func read(_ bytes: borrowing RawSpan, _ type: UInt16, _ value: ByteRange) -> Bool {
        switch type {
        case Extension.serverName: return readServerName(bytes, value)
        case Extension.applicationProtocols:
            let protocols = bytes.applicationProtocols(value, upTo: Limit.applicationProtocols)
            applicationProtocols = protocols.names
            return protocols.isWhole
        case Extension.supportedVersions:
            var cursor = ByteCursor(bytes, value)
            guard let list = cursor.vector(bytes, length: UInt8.self), list.count % 2 == 0 else { return false }
            var versions = ByteCursor(bytes, list)
            while versions.remaining > 0, let version = versions.integer(bytes, as: UInt16.self) {
                guard version & 0x0f0f != 0x0a0a || version >> 8 != version & 0xff else { continue }
                guard offeredVersions.count < Limit.versions else { return false }
                offeredVersions.append(version)
            }
            return true
        case Extension.encryptedClientHello:
            hasEncryptedClientHello = true
            return true
        default: return true
        }
    }

    private mutating func readServerName(_ bytes: borrowing RawSpan, _ value: ByteRange) -> Bool {
        var cursor = ByteCursor(bytes, value)
        guard let list = cursor.vector(bytes, length: UInt16.self) else { return false }
        var names = ByteCursor(bytes, list)
        for _ in 0..<Limit.serverNames where names.remaining > 0 {
            guard let type = names.integer(bytes, as: UInt8.self), let name = names.vector(bytes, length: UInt16.self)
            else { return false }
            guard type == 0 else { continue }
            serverName = String(hostName: bytes.octets(at: name.lower, count: name.count)[...])
            return serverName != nil
        }
        return names.remaining == 0
    }
}

extension RawSpan {
    /// A protocol name list, in a ClientHello or a ServerHello. RFC 7301 §3.1.
    func applicationProtocols(_ value: ByteRange, upTo limit: Int) -> (names: [String], isWhole: Bool) {
        var cursor = ByteCursor(self, value)
        guard let list = cursor.vector(self, length: UInt16.self) else { return ([], false) }
        var entries = ByteCursor(self, list)
        var names: [String] = []
        while entries.remaining > 0, let entry = entries.vector(self, length: UInt8.self) {
            guard names.count < limit else { return (names, false) }
            let octets = octets(at: entry.lower, count: entry.count)
            // Reserved values. RFC 8701 §2.
            guard octets.count != 2 || octets[0] != octets[1] || octets[0] & 15 != 10 else { continue }
            if let name = String(sent: octets) { names.append(name) }
        }
        return (names, !entries.failed)
    }
}

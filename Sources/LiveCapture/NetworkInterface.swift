import CPcap
import Glibc
public import NetworkTypes

/// An interface of this machine that libpcap knows.
public struct NetworkInterface: Hashable, Sendable {
    public let name: String
    /// libpcap's words; nil where it has none.
    public let description: String?
    /// Sorted.
    public let addresses: [IPAddress]
    public let isUp: Bool
    public let isRunning: Bool
    public let isLoopback: Bool
    public let isWireless: Bool
    /// Nil where it cannot be opened, mostly for want of the right to.
    public let linkType: LinkType?

    /// Why libpcap cannot list the interfaces, in its own words.
    public struct ListError: Error, Hashable, Sendable {
        public let reason: String
    }

    /// In libpcap's order: the ones most likely meant first.
    public static func all() throws(ListError) -> [NetworkInterface] {
        var text = [CChar](repeating: 0, count: Int(PCAP_ERRBUF_SIZE))
        var first: UnsafeMutablePointer<pcap_if_t>?
        guard pcap_findalldevs(&first, &text) == 0 else {
            throw ListError(
                reason: String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
        }
        defer { pcap_freealldevs(first) }
        var interfaces: [NetworkInterface] = []
        var next = first
        while let entry = next, interfaces.count < limit {
            interfaces.append(NetworkInterface(entry.pointee))
            next = entry.pointee.next
        }
        return interfaces
    }

    /// More than any machine has.
    private static let limit = 65_536

    /// The interface that a user names: by name, or by its number in the list, from 1, as tshark takes it.
    public static func named(_ text: String) -> String {
        guard if_nametoindex(text) == 0, let number = Int(text), number > 0, let all = try? all(), number <= all.count
        else { return text }
        return all[number - 1].name
    }

    private init(_ entry: pcap_if_t) {
        name = String(cString: entry.name)
        description = entry.description.map { String(cString: $0) }
        let flags = Int32(bitPattern: entry.flags)
        isUp = flags & PCAP_IF_UP != 0
        isRunning = flags & PCAP_IF_RUNNING != 0
        isLoopback = flags & PCAP_IF_LOOPBACK != 0
        isWireless = flags & PCAP_IF_WIRELESS != 0
        var addresses: Set<IPAddress> = []
        var next = entry.addresses
        while let address = next, addresses.count < Self.limit {
            if let known = Self.address(address.pointee.addr) { addresses.insert(known) }
            next = address.pointee.next
        }
        self.addresses = addresses.sorted()
        linkType = Self.linkType(of: name)
    }

    private static func address(_ address: UnsafeMutablePointer<sockaddr>?) -> IPAddress? {
        guard let address else { return nil }
        switch Int32(address.pointee.sa_family) {
        case AF_INET:
            return address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { ipv4 in
                IPAddress(IPv4Address(value: UInt32(bigEndian: ipv4.pointee.sin_addr.s_addr)))
            }
        case AF_INET6:
            return address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { ipv6 in
                withUnsafeBytes(of: ipv6.pointee.sin6_addr) { bytes in
                    IPAddress(
                        IPv6Address(
                            high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
                            low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))))
                }
            }
        default: return nil
        }
    }

    private static func linkType(of name: String) -> LinkType? {
        var text = [CChar](repeating: 0, count: Int(PCAP_ERRBUF_SIZE))
        guard let handle = pcap_create(name, &text) else { return nil }
        defer { pcap_close(handle) }
        // Nothing is read: the smallest buffer, and no promiscuous mode that others would notice.
        pcap_set_buffer_size(handle, 1 << 16)
        guard pcap_activate(handle) >= 0 else { return nil }
        return LinkType(dlt: pcap_datalink(handle))
    }
}

import Glibc
import NetworkTypes
import TrafficObservation

/// Whether this machine can ask at all: nothing is concluded about a family that it lacks.
enum Vantage {
    /// A route, and an address that goes beyond the link where the peer stands beyond it. Nothing is sent.
    static func reaches(_ peer: PermittedAddress) -> Bool {
        guard let socket = try? ProbeSocket(.udp, to: peer, port: 53), (try? socket.connect()) != nil,
            let local = socket.localAddress
        else { return false }
        return !local.isLinkLocal || peer.address.isLinkLocal
    }

    /// The machine has an address of the family that is good for more than its own links.
    static func hasAddress(_ family: AddressFamily) -> Bool {
        var list: UnsafeMutablePointer<ifaddrs>?
        guard getifaddrs(&list) == 0 else { return false }
        defer { freeifaddrs(list) }
        var next = list
        while let entry = next?.pointee {
            next = entry.ifa_next
            guard entry.ifa_flags & UInt32(IFF_UP) != 0, let pointer = entry.ifa_addr else { continue }
            let isV6 = pointer.pointee.sa_family == sa_family_t(AF_INET6)
            let size = isV6 ? MemoryLayout<sockaddr_in6>.size : MemoryLayout<sockaddr_in>.size
            let bytes = UnsafeRawBufferPointer(start: pointer, count: size)
            guard let address = SocketAddress.address(in: bytes), address.family == family, !address.isLinkLocal,
                address.isHostUnicast
            else { continue }
            return true
        }
        return false
    }
}

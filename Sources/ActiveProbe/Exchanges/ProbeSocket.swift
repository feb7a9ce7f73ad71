import Glibc
import NetworkTypes

/// A non-blocking socket towards one permitted address. This file alone opens sockets, and it takes nothing but what
/// the gate made.
final class ProbeSocket {
    enum Kind { case tcp, udp, echo }

    let descriptor: Int32
    let peer: PermittedAddress
    let port: UInt16
    let kind: Kind
    /// Echo over a raw socket: IPv4 answers begin with their IP header, and identifiers are ours to choose.
    let isRaw: Bool

    /// Opens; nothing is sent yet.
    init(_ kind: Kind, to peer: PermittedAddress, port: UInt16 = 0) throws(NetworkFailure) {
        guard peer.purpose == .target || port == 53 && kind != .echo else { throw NetworkFailure(EPERM) }
        self.peer = peer
        self.port = port
        self.kind = kind
        let isV6 = peer.address.family == .ipv6
        let domain = isV6 ? AF_INET6 : AF_INET
        let flags = Int32(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        let icmp = Int32(isV6 ? IPPROTO_ICMPV6 : IPPROTO_ICMP)
        var raw = false
        var descriptor: Int32
        switch kind {
        case .tcp: descriptor = socket(domain, Int32(SOCK_STREAM.rawValue) | flags, Int32(IPPROTO_TCP))
        case .udp: descriptor = socket(domain, Int32(SOCK_DGRAM.rawValue) | flags, Int32(IPPROTO_UDP))
        case .echo:
            // Without privileges where the system's group range allows it, else raw.
            descriptor = socket(domain, Int32(SOCK_DGRAM.rawValue) | flags, icmp)
            if descriptor < 0 {
                descriptor = socket(domain, Int32(SOCK_RAW.rawValue) | flags, icmp)
                raw = true
            }
        }
        guard descriptor >= 0 else { throw NetworkFailure(errno) }
        self.descriptor = descriptor
        isRaw = raw
        setOptions(isV6: isV6)
    }

    deinit { close(descriptor) }

    private func set(_ level: Int, _ name: Int32, _ value: Int32) {
        var value = value
        setsockopt(descriptor, Int32(level), name, &value, socklen_t(MemoryLayout<Int32>.size))
    }

    private func setOptions(isV6: Bool) {
        isV6 ? set(Int(IPPROTO_IPV6), IPV6_RECVERR, 1) : set(Int(IPPROTO_IP), IP_RECVERR, 1)
        switch kind {
        case .tcp:
            set(Int(IPPROTO_TCP), TCP_SYNCNT, 1)
            set(Int(IPPROTO_TCP), TCP_NODELAY, 1)
            // A small window bounds what one permission to send can bring about.
            set(Int(IPPROTO_TCP), TCP_WINDOW_CLAMP, Int32(ProbeLimits.window))
            set(Int(SOL_SOCKET), SO_RCVBUF, Int32(ProbeLimits.window))
            // The end is one reset: no state, no repetition.
            var end = linger(l_onoff: 1, l_linger: 0)
            setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &end, socklen_t(MemoryLayout<linger>.size))
        case .udp: break
        case .echo:
            guard isV6 else { break }
            // Neither fragmented here nor held to a path MTU that was learnt before.
            set(Int(IPPROTO_IPV6), IPV6_MTU_DISCOVER, IPV6_PMTUDISC_PROBE)
            set(Int(IPPROTO_IPV6), IPV6_DONTFRAG, 1)
            if isRaw { passOnlyEchoReplies() }
        }
    }

    /// RFC 3542 §3.2: a set bit blocks the type; ICMP6_FILTER is 1 on Linux.
    private func passOnlyEchoReplies() {
        var words = [UInt32](repeating: .max, count: 8)
        words[129 >> 5] &= ~(1 << UInt32(129 & 31))
        setsockopt(descriptor, Int32(IPPROTO_ICMPV6), 1, words, 32)
    }

    // MARK: Sending and receiving

    /// Begins a connection (one SYN), or names the peer of a datagram socket (nothing is sent).
    func connect() throws(NetworkFailure) {
        let status = SocketAddress(peer.address, port: kind == .echo ? 0 : port).withPointer {
            Glibc.connect(descriptor, $0, $1)
        }
        guard status != 0, errno != EINPROGRESS else { return }
        throw pendingFailure(errno)
    }

    /// The number of bytes that went out; nil: there is no room at the moment.
    func send(_ bytes: ArraySlice<UInt8>) throws(NetworkFailure) -> Int? {
        let count = bytes.withUnsafeBytes {
            Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        if count >= 0 { return count }
        if errno == EAGAIN || errno == EINTR { return nil }
        throw pendingFailure(errno)
    }

    /// What has come, at most `count` bytes; empty: the stream has ended; nil: nothing at the moment.
    func receive(_ count: Int) throws(NetworkFailure) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: count)
        let length = buffer.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
        if length >= 0 { return Array(buffer.prefix(length)) }
        if errno == EAGAIN || errno == EINTR { return nil }
        throw pendingFailure(errno)
    }

    /// The error that the socket holds; nil: none.
    func takeFailure() -> NetworkFailure? {
        var code: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &size)
        let queued = ErrorQueue.take(descriptor)
        if let queued { return queued.code == 0 ? NetworkFailure(code, icmp: queued.icmp) : queued }
        return code == 0 ? nil : NetworkFailure(code)
    }

    private func pendingFailure(_ code: Int32) -> NetworkFailure {
        if let queued = ErrorQueue.take(descriptor), queued.icmp != nil { return queued }
        return NetworkFailure(code)
    }

    /// The address that packets to the peer would carry; nil: there is no route. Nothing is sent.
    var localAddress: IPAddress? { SocketAddress.local(of: descriptor) }

    /// The MTU that the system believes in for a connected peer, in bytes; nil: not known.
    var pathMTU: Int? {
        guard peer.address.family == .ipv6 else { return nil }
        var value: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        guard getsockopt(descriptor, Int32(IPPROTO_IPV6), IPV6_MTU, &value, &size) == 0 else { return nil }
        return Int(value)
    }
}

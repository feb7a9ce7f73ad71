import Glibc
import NetworkTypes

/// Reads a socket's error queue: which ICMP message stands behind an error. ip(7), IP_RECVERR.
enum ErrorQueue {
    /// `struct sock_extended_err`: errno, origin, type, code, pad, info, data; then the offender's address.
    private static let recordSize = 16
    private enum Origin {
        static let icmp: UInt8 = 2
        static let icmpv6: UInt8 = 3
    }

    /// The oldest entry; nil: the queue is empty.
    static func take(_ descriptor: Int32) -> NetworkFailure? {
        var control = [UInt8](repeating: 0, count: 512)
        var data = [UInt8](repeating: 0, count: 256)
        var controlCount = 0
        let received = data.withUnsafeMutableBytes { dataBuffer in
            control.withUnsafeMutableBytes { controlBuffer in
                var vector = iovec(iov_base: dataBuffer.baseAddress, iov_len: dataBuffer.count)
                return withUnsafeMutablePointer(to: &vector) { vectorPointer in
                    var message = msghdr()
                    message.msg_iov = vectorPointer
                    message.msg_iovlen = 1
                    message.msg_control = controlBuffer.baseAddress
                    message.msg_controllen = controlBuffer.count
                    let flags = Int32(MSG_ERRQUEUE) | Int32(MSG_DONTWAIT)
                    let result = recvmsg(descriptor, &message, flags)
                    controlCount = min(Int(message.msg_controllen), controlBuffer.count)
                    return result
                }
            }
        }
        guard received >= 0 else { return nil }
        return control.withUnsafeBytes { parse(UnsafeRawBufferPointer(rebasing: $0[..<controlCount])) }
    }

    /// Walks the control messages: length (8 bytes), level, type (4 each), data; each padded to 8 bytes.
    static func parse(_ control: UnsafeRawBufferPointer) -> NetworkFailure? {
        var offset = 0
        while offset + 16 <= control.count {
            let length = Int(clamping: control.loadUnaligned(fromByteOffset: offset, as: UInt.self))
            guard length >= 16, length <= control.count - offset else { return nil }
            let level = control.loadUnaligned(fromByteOffset: offset + 8, as: Int32.self)
            let type = control.loadUnaligned(fromByteOffset: offset + 12, as: Int32.self)
            let isV6 = level == Int32(IPPROTO_IPV6) && type == IPV6_RECVERR
            if isV6 || level == Int32(IPPROTO_IP) && type == IP_RECVERR {
                let record = UnsafeRawBufferPointer(rebasing: control[(offset + 16)..<(offset + length)])
                return failure(record)
            }
            offset += (length + 7) & ~7
        }
        return nil
    }

    private static func failure(_ record: UnsafeRawBufferPointer) -> NetworkFailure? {
        guard record.count >= recordSize else { return nil }
        let code = Int32(truncatingIfNeeded: record.loadUnaligned(as: UInt32.self))
        let origin = record[4]
        guard origin == Origin.icmp || origin == Origin.icmpv6 else { return NetworkFailure(code) }
        return NetworkFailure(
            code,
            icmp: NetworkFailure.ICMP(
                family: origin == Origin.icmp ? .ipv4 : .ipv6, type: record[5], code: record[6],
                mtu: record.loadUnaligned(fromByteOffset: 8, as: UInt32.self),
                offender: SocketAddress.address(in: UnsafeRawBufferPointer(rebasing: record[recordSize...]))))
    }
}

import CPcap
public import NetworkTypes

/// Why a filter expression cannot be used.
public struct CaptureFilterError: Error, Hashable, Sendable {
    public let expression: String
    /// In libpcap's words, English.
    public let reason: String
}

/// A filter expression as tcpdump takes it, compiled for one link type and run on packets of a file. pcap-filter(7).
public struct CaptureFilter: Sendable {
    public let expression: String
    private let instructions: [bpf_insn]

    /// Compiles the expression; an empty one takes every packet.
    ///
    /// - Parameter snapLength: the longest packet of the capture, in bytes; 0 where it has no limit.
    public init(
        _ expression: String, linkType: LinkType, snapLength: UInt32 = LiveCaptureConfiguration.standardSnapLength
    ) throws(CaptureFilterError) {
        let length = snapLength == 0 ? LiveCaptureConfiguration.standardSnapLength : min(snapLength, 1 << 24)
        guard let dead = pcap_open_dead(linkType.dlt, Int32(length)) else {
            throw CaptureFilterError(expression: expression, reason: "out of memory")
        }
        defer { pcap_close(dead) }
        var program = bpf_program()
        guard pcap_compile(dead, &program, expression, 1, CaptureFilter.unknownNetmask) == 0 else {
            throw CaptureFilterError(expression: expression, reason: String(cString: pcap_geterr(dead)))
        }
        defer { pcap_freecode(&program) }
        self.expression = expression
        instructions = Array(UnsafeBufferPointer(start: program.bf_insns, count: Int(program.bf_len)))
    }

    /// PCAP_NETMASK_UNKNOWN: `ip broadcast` is refused, as there is no netmask to ask.
    static let unknownNetmask: bpf_u_int32 = 0xffff_ffff

    /// Whether the expression takes a packet.
    ///
    /// - Parameter originalLength: bytes on the wire; `bytes` may be cut.
    public func matches(_ bytes: borrowing RawSpan, originalLength: UInt32) -> Bool {
        bytes.withUnsafeBytes { matches($0, originalLength: originalLength) }
    }

    public func matches(_ bytes: UnsafeRawBufferPointer, originalLength: UInt32) -> Bool {
        instructions.withUnsafeBufferPointer { program in
            // The filter reads the length before the address, so that any address does for no bytes.
            let start = bytes.baseAddress ?? UnsafeRawPointer(program.baseAddress)
            guard let start else { return true }
            return bpf_filter(
                program.baseAddress, start.assumingMemoryBound(to: UInt8.self), originalLength,
                UInt32(clamping: bytes.count)) != 0
        }
    }
}

import CPcap
import Glibc
import NetworkTypes
import PacketCapture

/// An interface that libpcap has opened, never blocking.
struct PcapHandle: ~Copyable {
    private let handle: OpaquePointer
    let linkType: LinkType
    let snapLength: UInt32
    /// The kernel's number of the interface; another one is another device of the same name. 0 for `any`.
    let interfaceIndex: UInt32
    /// The kernel counts packets of the loopback twice, as they leave and as they come; libpcap delivers them once.
    let countsTwice: Bool
    private let descriptor: Int32
    private let nanosecondsPerFraction: Int64
    private var lastReading = pcap_stat()
    private(set) var statistics = LiveStatistics()

    init(_ configuration: LiveCaptureConfiguration) throws(LiveCaptureError) {
        func failure(_ reason: LiveCaptureError.Reason) -> LiveCaptureError {
            LiveCaptureError(interface: configuration.interface, reason: reason)
        }
        var text = [CChar](repeating: 0, count: Int(PCAP_ERRBUF_SIZE))
        guard let handle = pcap_create(configuration.interface, &text) else {
            throw failure(.system(Self.words(text)))
        }
        pcap_set_snaplen(handle, Int32(clamping: configuration.snapLength))
        pcap_set_promisc(handle, configuration.isPromiscuous ? 1 : 0)
        pcap_set_timeout(handle, LiveCaptureConfiguration.handOverMilliseconds)
        pcap_set_buffer_size(handle, Int32(clamping: max(1, configuration.bufferMebibytes) << 20))
        pcap_set_immediate_mode(handle, 0)
        pcap_set_tstamp_precision(handle, PCAP_TSTAMP_PRECISION_NANO)
        let status = pcap_activate(handle)
        guard status >= 0 else {
            let reason: LiveCaptureError.Reason =
                switch status {
                case PCAP_ERROR_NO_SUCH_DEVICE: .noSuchInterface
                case PCAP_ERROR_PERM_DENIED, PCAP_ERROR_PROMISC_PERM_DENIED: .permissionDenied
                case PCAP_ERROR_IFACE_NOT_UP: .interfaceDown
                default: .system(String(cString: pcap_geterr(handle)))
                }
            pcap_close(handle)
            throw failure(reason)
        }
        if let expression = configuration.filter {
            var program = bpf_program()
            guard pcap_compile(handle, &program, expression, 1, CaptureFilter.unknownNetmask) == 0 else {
                let reason = String(cString: pcap_geterr(handle))
                pcap_close(handle)
                throw failure(.filter(reason))
            }
            let installed = pcap_setfilter(handle, &program)
            pcap_freecode(&program)
            guard installed == 0 else {
                let reason = String(cString: pcap_geterr(handle))
                pcap_close(handle)
                throw failure(.filter(reason))
            }
        }
        guard pcap_setnonblock(handle, 1, &text) == 0 else {
            pcap_close(handle)
            throw failure(.system(Self.words(text)))
        }
        self.handle = handle
        linkType = LinkType(dlt: pcap_datalink(handle))
        snapLength = UInt32(clamping: pcap_snapshot(handle))
        interfaceIndex = if_nametoindex(configuration.interface)
        countsTwice = configuration.interface == "any" || LinkState(of: configuration.interface).isLoopback
        descriptor = pcap_get_selectable_fd(handle)
        nanosecondsPerFraction = pcap_get_tstamp_precision(handle) == PCAP_TSTAMP_PRECISION_NANO ? 1 : 1000
        // What came before the filter was there is counted but not delivered.
        if configuration.filter != nil { pcap_stats(handle, &lastReading) }
    }

    deinit { pcap_close(handle) }

    private static func words(_ text: [CChar]) -> String {
        String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Hands the packets that are ready to the filling, at most `limit`; false where the interface cannot be heard.
    func deliver(to filling: inout BatchFilling, limit: Int32) -> Bool {
        let handle = handle
        filling.handle = handle
        filling.nanosecondsPerFraction = nanosecondsPerFraction
        let status = withUnsafeMutablePointer(to: &filling) { filling in
            let user = UnsafeMutableRawPointer(filling).assumingMemoryBound(to: UInt8.self)
            return pcap_dispatch(handle, limit, BatchFilling.receive, user)
        }
        return status >= 0 || status == PCAP_ERROR_BREAK
    }

    /// Waits until packets are ready; true when the interface reports an error instead.
    func wait(milliseconds: Int32) -> Bool {
        var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard Glibc.poll(&poll, 1, milliseconds) > 0 else { return false }
        return Int32(poll.revents) & (POLLERR | POLLHUP | POLLNVAL) != 0
    }

    /// Adds what libpcap counted since the last time. Its counters have 32 bits and wrap.
    mutating func readStatistics() {
        var reading = pcap_stat()
        guard pcap_stats(handle, &reading) == 0 else { return }
        statistics.received &+= UInt64(reading.ps_recv &- lastReading.ps_recv)
        statistics.droppedByKernel &+= UInt64(reading.ps_drop &- lastReading.ps_drop)
        statistics.droppedByInterface &+= UInt64(reading.ps_ifdrop &- lastReading.ps_ifdrop)
        lastReading = reading
    }
}

import StreamReassembly

/// How often something made room in the tables of what waits for later packets.
struct Evictions {
    private(set) var fragments: UInt64 = 0
    private(set) var streams: UInt64 = 0
    private(set) var handshakes: UInt64 = 0

    mutating func add(_ fragments: FragmentTable, _ streams: StreamTable, _ handshakes: QUICInitialTable) {
        self.fragments &+= fragments.evicted
        self.streams &+= streams.evicted
        self.handshakes &+= handshakes.evicted
    }
}

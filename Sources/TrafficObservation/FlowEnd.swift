import NetworkTypes

extension FlowRow {
    /// What one end sent.
    struct End: Sendable, Equatable, BitwiseCopyable {
        var packets: UInt64 = 0
        var bytes: UInt64 = 0
        var firstData = Proof.none
        /// The link-layer source of its frames, zero where unknown.
        var mac = MACAddress.zero
        /// Where its first frame from `mac` was sent to on the link, zero where unknown.
        var nextHop = MACAddress.zero
        /// Its row in the table of sources, −1 while unknown.
        var source: Int32 = -1
        /// The sequence number of the next data that is looked at, where it is known.
        var start: UInt32 = 0
        var knowsStart = false
        var beginning = StreamBeginning()

        @inline(__always)
        mutating func add(_ length: UInt32, _ proof: Proof, hasData: Bool) {
            packets &+= 1
            bytes &+= UInt64(length)
            if hasData { firstData.keepEarlier(proof) }
        }

        mutating func merge(_ later: End) {
            packets &+= later.packets
            bytes &+= later.bytes
            firstData.merge(later.firstData)
            beginning.merge(later.beginning)
            if mac == .zero { mac = later.mac }
            if nextHop == .zero, mac == later.mac { nextHop = later.nextHop }
            source = -1
        }

        mutating func remember(_ row: Int32, _ address: MACAddress, to destination: MACAddress) {
            if mac == .zero { mac = address }
            guard mac == address else { return }
            source = row
            if nextHop == .zero, destination.isUnicast { nextHop = destination }
        }
    }
}

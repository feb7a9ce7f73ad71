/// A damaged copy of a capture, the same for the same number on every machine.
struct Mutation {
    private var state: UInt64

    init(number: UInt64) { state = number &* 0x2545_f491_4f6c_dd1d }

    /// SplitMix64.
    private mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
        return z ^ z >> 31
    }

    mutating func choose(below limit: Int) -> Int { limit > 0 ? Int(next() % UInt64(limit)) : 0 }

    /// Cuts the capture, flips bits, overwrites fields with extreme values, removes or repeats pieces.
    mutating func apply(to capture: [UInt8]) -> [UInt8] {
        var bytes = capture
        if choose(below: 3) == 0 { bytes.removeLast(choose(below: bytes.count + 1)) }
        for _ in 0..<1 + choose(below: 8) where !bytes.isEmpty {
            // Half of the changes hit the beginning, where file headers and the first packets are.
            let reach = choose(below: 2) == 0 ? min(bytes.count, 256) : bytes.count
            change(&bytes, at: choose(below: reach))
        }
        return bytes
    }

    private mutating func change(_ bytes: inout [UInt8], at place: Int) {
        switch choose(below: 6) {
        case 0, 1: bytes[place] ^= 1 << UInt8(choose(below: 8))
        case 2: bytes[place] = UInt8(choose(below: 256))
        case 3:
            let value: UInt8 = choose(below: 2) == 0 ? 0xff : 0
            for offset in place..<min(bytes.count, place + 1 << choose(below: 3)) { bytes[offset] = value }
        case 4: bytes.removeSubrange(place..<min(bytes.count, place + 1 + choose(below: 32)))
        default:
            let piece = bytes[place..<min(bytes.count, place + 1 + choose(below: 64))]
            bytes.insert(contentsOf: piece, at: choose(below: bytes.count))
        }
    }
}

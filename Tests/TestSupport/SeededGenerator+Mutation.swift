extension SeededGenerator {
    /// The bytes cut at one end, followed by noise or by their own beginning, or of the same length; then a few of them
    /// changed.
    public mutating func mutated(_ seed: [UInt8]) -> [UInt8] {
        var bytes = seed
        switch Int.random(in: 0..<8, using: &self) {
        case 0: bytes.removeLast(Int.random(in: 0...bytes.count, using: &self))
        case 1: bytes += seed.prefix(Int.random(in: 0...seed.count, using: &self))
        case 2: bytes.removeFirst(Int.random(in: 0...min(4, bytes.count), using: &self))
        case 3:
            for _ in 0..<Int.random(in: 1...64, using: &self) { bytes.append(.random(in: .min ... .max, using: &self)) }
        default: break
        }
        guard !bytes.isEmpty else { return bytes }
        for _ in 0..<Int.random(in: 1...8, using: &self) {
            let index = Int.random(in: 0..<bytes.count, using: &self)
            switch Int.random(in: 0..<4, using: &self) {
            case 0: bytes[index] = 0
            case 1: bytes[index] = 0xff
            case 2: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &self)
            default: bytes[index] = .random(in: .min ... .max, using: &self)
            }
        }
        return bytes
    }
}

extension RawSpan {
    /// A copy of at most `count` bytes; bytes beyond the end are left out.
    func octets(at offset: Int, count: Int) -> [UInt8] {
        let start = max(offset, 0)
        let end = min(byteCount, start &+ max(count, 0))
        guard start < end else { return [] }
        var copy: [UInt8] = []
        copy.reserveCapacity(end - start)
        for index in start..<end { copy.append(field(at: index)) }
        return copy
    }
}

extension String {
    /// Text that a machine sent about itself: zeros at the end dropped, broken UTF-8 repaired; nil when nothing is left.
    init?(sent octets: [UInt8]) {
        let length = octets.count - octets.reversed().prefix { $0 == 0 }.count
        guard length > 0 else { return nil }
        self.init(decoding: octets.prefix(length), as: UTF8.self)
    }
}

/// A 128-bit IPv6 address as two words in host order.
public struct IPv6Address: Hashable, Comparable, Sendable, BitwiseCopyable {
    /// The first 64 bits: the subnet prefix of ordinary unicast addresses.
    public let high: UInt64
    /// The last 64 bits: the interface identifier of ordinary unicast addresses.
    public let low: UInt64

    @inlinable public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    @inlinable public static var unspecified: IPv6Address { IPv6Address(high: 0, low: 0) }
    @inlinable public static var loopback: IPv6Address { IPv6Address(high: 0, low: 1) }

    public static func < (a: IPv6Address, b: IPv6Address) -> Bool {
        a.high != b.high ? a.high < b.high : a.low < b.low
    }
}

extension IPv6Address: CustomStringConvertible {
    /// The canonical text form. RFC 5952 §4 and §5.
    public var description: String {
        if high == 0, low >> 32 == 0xffff {
            return "::ffff:\(IPv4Address(value: UInt32(truncatingIfNeeded: low)))"
        }
        let groups = (0..<8).map(group)
        // §4.2: the longest run of zero groups, at least two, the first of equals.
        var best = 0..<0
        var index = 0
        while index < 8 {
            guard groups[index] == 0 else {
                index += 1
                continue
            }
            var end = index
            while end < 8, groups[end] == 0 { end += 1 }
            if end - index > best.count, end - index > 1 { best = index..<end }
            index = end
        }
        if best.isEmpty { return groups.map { String($0, radix: 16) }.joined(separator: ":") }
        let head = groups[..<best.lowerBound].map { String($0, radix: 16) }.joined(separator: ":")
        let tail = groups[best.upperBound...].map { String($0, radix: 16) }.joined(separator: ":")
        return head + "::" + tail
    }

    /// The 16-bit group at `index`, 0…7.
    private func group(_ index: Int) -> UInt16 {
        let word = index < 4 ? high : low
        return UInt16(truncatingIfNeeded: word >> UInt64((3 - index & 3) * 16))
    }

    /// Reads any form that RFC 4291 §2.2 allows, without a zone; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let text = String(text)
        var halves: [[UInt16]] = []
        let sides = Self.splitAtDoubleColon(text)
        guard let sides else { return nil }
        for (index, side) in sides.enumerated() {
            guard let groups = Self.groups(side, mayEndInIPv4: index == sides.count - 1) else { return nil }
            halves.append(groups)
        }
        var groups: [UInt16]
        if halves.count == 1 {
            guard halves[0].count == 8 else { return nil }
            groups = halves[0]
        } else {
            let missing = 8 - halves[0].count - halves[1].count
            guard missing >= 1 else { return nil }
            groups = halves[0] + [UInt16](repeating: 0, count: missing) + halves[1]
        }
        var words: (UInt64, UInt64) = (0, 0)
        for index in 0..<4 {
            words.0 = words.0 << 16 | UInt64(groups[index])
            words.1 = words.1 << 16 | UInt64(groups[index + 4])
        }
        self.init(high: words.0, low: words.1)
    }

    private static func splitAtDoubleColon(_ text: String) -> [Substring]? {
        var sides: [Substring] = []
        var start = text.startIndex
        var index = text.startIndex
        while index < text.endIndex {
            let next = text.index(after: index)
            if text[index] == ":", next < text.endIndex, text[next] == ":" {
                guard sides.isEmpty else { return nil }
                sides.append(text[start..<index])
                start = text.index(after: next)
                index = start
            } else {
                index = next
            }
        }
        sides.append(text[start...])
        return sides
    }

    private static func groups(_ text: Substring, mayEndInIPv4: Bool) -> [UInt16]? {
        if text.isEmpty { return [] }
        var groups: [UInt16] = []
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if part.contains(".") {
                guard mayEndInIPv4, index == parts.count - 1, let v4 = IPv4Address(part) else { return nil }
                groups.append(UInt16(truncatingIfNeeded: v4.value >> 16))
                groups.append(UInt16(truncatingIfNeeded: v4.value))
            } else {
                guard (1...4).contains(part.utf8.count), part.utf8.allSatisfy(\.isHexadecimalDigit),
                    let group = UInt16(part, radix: 16)
                else { return nil }
                groups.append(group)
            }
        }
        return groups.count <= 8 ? groups : nil
    }
}

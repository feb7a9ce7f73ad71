/// The octets of a text file as UTF-8.
enum ByteText {
    /// How far the beginning is searched for the zeros of UTF-16, in bytes.
    private static let sample = 4096

    /// UTF-8 and UTF-16 with or without a byte order mark, else Windows-1258; nil: no text.
    static func utf8(_ bytes: [UInt8]) -> [UInt8]? {
        if bytes.starts(with: [0xef, 0xbb, 0xbf]) { return checked(bytes[3...]) }
        if bytes.starts(with: [0xff, 0xfe]) { return utf16(bytes[2...], isLittleEndian: true) }
        if bytes.starts(with: [0xfe, 0xff]) { return utf16(bytes[2...], isLittleEndian: false) }
        switch zeros(bytes.prefix(sample)) {
        case (0, 0): return checked(bytes[...])
        case (0, _): return utf16(bytes[...], isLittleEndian: true)
        case (_, 0): return utf16(bytes[...], isLittleEndian: false)
        default: return nil
        }
    }

    /// Of the octets at even and at odd places.
    private static func zeros(_ bytes: ArraySlice<UInt8>) -> (even: Int, odd: Int) {
        var counts = (even: 0, odd: 0)
        for (index, octet) in bytes.enumerated() where octet == 0 {
            if index & 1 == 0 { counts.even += 1 } else { counts.odd += 1 }
        }
        return counts
    }

    private static func checked(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        guard !bytes.contains(0) else { return nil }
        return isUTF8(bytes) ? Array(bytes) : Windows1258.decode(bytes)
    }

    private static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, isLittleEndian: Bool) -> [UInt8]? {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var place = bytes.startIndex
        while place + 1 < bytes.endIndex {
            let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
            let unit = isLittleEndian ? second << 8 | first : first << 8 | second
            guard unit != 0 else { return nil }
            units.append(unit)
            place += 2
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}

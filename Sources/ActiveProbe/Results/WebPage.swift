/// What is kept of a web page to compare it: the status, and how often each byte occurs where nothing changes from one
/// request to the next. The comparison is that of internet.nl (difflib's `quick_ratio`), which asks for no more.
struct WebPage: Codable, Equatable, Sendable {
    let status: UInt32
    /// 256 counts.
    private let counts: [UInt32]

    init(status: UInt32, body: [UInt8]) {
        self.status = status
        var counts = [UInt32](repeating: 0, count: 256)
        for byte in PageNoise.removed(from: body.prefix(ProbeLimits.page)) { counts[Int(byte)] += 1 }
        self.counts = counts
    }

    /// 0…1000.
    func similarity(to other: WebPage) -> UInt16 {
        guard counts.count == 256, other.counts.count == 256 else { return 0 }
        var (both, all): (UInt64, UInt64) = (0, 0)
        for index in 0..<256 {
            both += UInt64(min(counts[index], other.counts[index]))
            all += UInt64(counts[index]) + UInt64(other.counts[index])
        }
        return all == 0 ? 1000 : UInt16(clamping: both * 2000 / all)
    }

    /// At most a tenth differs, and the status is the same.
    func isSame(as other: WebPage) -> Bool { status == other.status && similarity(to: other) >= 900 }
}

/// Parts of a page that are new for every request.
enum PageNoise {
    private static let attribute = Array("nonce=".utf8)
    private static let fields = ["__VIEWSTATE", "__EVENTVALIDATION"].map { Array($0.utf8) }
    private static let value = Array("value=".utf8)
    /// Between the name of a field and its value.
    private static let distance = 200

    static func removed(from bytes: ArraySlice<UInt8>) -> [UInt8] {
        let bytes = Array(bytes)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if let end = quotedEnd(bytes, at: index, attribute) {
                index = end
            } else if fields.contains(where: { has(bytes, $0, at: index) }), let end = fieldEnd(bytes, index) {
                index = end
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }

    private static func has(_ bytes: [UInt8], _ word: [UInt8], at index: Int) -> Bool {
        guard bytes[index] == word[0], bytes.count - index >= word.count else { return false }
        return bytes[index..<(index + word.count)].elementsEqual(word)
    }

    /// Behind the closing quotation mark of `word"…"`; nil: that does not stand here.
    private static func quotedEnd(_ bytes: [UInt8], at index: Int, _ word: [UInt8]) -> Int? {
        guard has(bytes, word, at: index), index + word.count < bytes.count else { return nil }
        let quote = bytes[index + word.count]
        guard quote == 0x22 || quote == 0x27,
            let end = bytes[(index + word.count + 1)...].firstIndex(of: quote)
        else { return nil }
        return end + 1
    }

    private static func fieldEnd(_ bytes: [UInt8], _ index: Int) -> Int? {
        for place in index..<min(index + distance, bytes.count) {
            if let end = quotedEnd(bytes, at: place, value) { return end }
        }
        return nil
    }
}

/// The head of an HTTP answer: status line and the fields that matter here. RFC 9112 §4, §5.
struct WebHead: Equatable {
    let status: UInt32
    private(set) var location: String?
    /// In bytes; nil: not said.
    private(set) var contentLength: Int?
    private(set) var isChunked = false

    var hasNoBody: Bool { status == 204 || status == 304 }

    /// Behind the empty line that ends it; nil: it is not all there.
    static func end(of bytes: [UInt8]) -> Int? {
        var index = 0
        while let newline = bytes[index...].firstIndex(of: 0x0a) {
            let next = newline + 1
            if next < bytes.count, bytes[next] == 0x0a { return next + 1 }
            if next + 1 < bytes.count, bytes[next] == 0x0d, bytes[next + 1] == 0x0a { return next + 2 }
            index = next
        }
        return nil
    }

    init?(_ bytes: ArraySlice<UInt8>) {
        let lines = bytes.split(separator: 0x0a).map { line in line.last == 0x0d ? line.dropLast() : line }
        guard let first = lines.first else { return nil }
        let words = first.split(separator: 0x20, maxSplits: 2)
        guard words.count >= 2, words[0].starts(with: Array("HTTP/1.".utf8)), words[1].count == 3,
            let status = UInt32(String(decoding: words[1], as: UTF8.self)), (100...599).contains(status)
        else { return nil }
        self.status = status
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: 0x3a) else { continue }
            let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
            let value = String(decoding: line[(colon + 1)...].drop(while: isBlank), as: UTF8.self)
            switch name {
            case "location" where location == nil: location = String(value.prefix(2048))
            case "content-length": contentLength = Int(value).map { max(0, $0) }
            case "transfer-encoding": isChunked = value.lowercased().contains("chunked")
            default: break
            }
        }
    }
}

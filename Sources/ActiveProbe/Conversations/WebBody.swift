/// The content of an HTTP answer as it arrives, at most `ProbeLimits.page` bytes. RFC 9112 §6, §7.1.
struct WebBody {
    private(set) var content: [UInt8] = []
    private(set) var isComplete = false
    private let length: Int?
    private let isChunked: Bool
    /// Bytes of the chunk that are still to come; nil: its size line is awaited.
    private var chunkLeft: Int?
    private var line: [UInt8] = []

    /// Neither a length nor chunks: the stream's end ends it.
    var endsWithStream: Bool { length == nil && !isChunked }

    init(_ head: WebHead) {
        isChunked = head.isChunked
        length = isChunked ? nil : head.contentLength
        isComplete = length == 0
    }

    mutating func append(_ bytes: [UInt8]) {
        guard !isComplete else { return }
        if isChunked {
            appendChunks(bytes[...])
        } else {
            keep(bytes[...])
            if let length, content.count >= length { isComplete = true }
        }
    }

    private mutating func keep(_ bytes: ArraySlice<UInt8>) {
        content += bytes.prefix(ProbeLimits.page - content.count)
        if content.count >= ProbeLimits.page { isComplete = true }
    }

    private mutating func appendChunks(_ bytes: ArraySlice<UInt8>) {
        var bytes = bytes
        while !bytes.isEmpty, !isComplete {
            if let left = chunkLeft {
                let part = bytes.prefix(left)
                keep(part)
                bytes = bytes.dropFirst(part.count)
                chunkLeft = left > part.count ? left - part.count : nil
                continue
            }
            guard let newline = bytes.firstIndex(of: 0x0a) else {
                line += bytes
                if line.count > 1024 { isComplete = true }
                return
            }
            line += bytes[..<newline]
            bytes = bytes[(newline + 1)...]
            let digits = line.prefix { $0 != 0x3b && $0 != 0x0d && $0 != 0x20 }
            line = []
            // The empty line behind a chunk.
            if digits.isEmpty { continue }
            guard let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size > 0 else {
                isComplete = true
                return
            }
            chunkLeft = size
        }
    }
}

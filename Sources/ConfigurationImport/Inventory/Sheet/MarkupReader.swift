/// Walks through XML as a stream of tags and texts. XML 1.0, without document type declarations: an internal subset
/// or an entity that XML does not define is refused, so nothing grows. Several documents one after the other are read
/// as one, and what comes before damage is delivered.
struct MarkupReader {
    enum Event {
        case start(Tag)
        case end(Tag.Name)
        case text(String)
    }

    enum Failure: Error {
        case declarations, malformed, truncated
    }

    /// Elements within elements.
    private static let depth = 256

    private let bytes: [UInt8]
    private var place: Int
    private(set) var line: UInt32 = 1
    private var open: [Tag.Name] = []
    /// The end of an element without content comes right behind its start.
    private var isEmptyElement = false

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        place = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    }

    /// Nil: the end of the document, with all elements closed.
    mutating func next() throws(Failure) -> Event? {
        if isEmptyElement, let name = open.popLast() {
            isEmptyElement = false
            return .end(name)
        }
        while place < bytes.count {
            guard bytes[place] == 0x3c else { return .text(try text()) }
            if has("<?") {
                try skip(behind: "?>")
            } else if has("<!--") {
                try skip(behind: "-->")
            } else if has("<![CDATA[") {
                return .text(try literal())
            } else if has("<!") {
                try skipDocumentType()
            } else if has("</") {
                return .end(try endTag())
            } else {
                return .start(try startTag())
            }
        }
        guard open.isEmpty else { throw .truncated }
        return nil
    }

    // MARK: - Pieces

    private func has(_ mark: StaticString, at place: Int? = nil) -> Bool {
        let start = place ?? self.place
        guard bytes.count - start >= mark.utf8CodeUnitCount else { return false }
        return mark.withUTF8Buffer { buffer in
            for index in 0..<buffer.count where bytes[start + index] != buffer[index] { return false }
            return true
        }
    }

    private mutating func move(to end: Int) {
        for index in place..<max(place, end) where bytes[index] == 0x0a { line &+= 1 }
        place = max(place, end)
    }

    private func find(_ mark: StaticString) throws(Failure) -> Int {
        var index = place
        while index < bytes.count {
            if has(mark, at: index) { return index }
            index += 1
        }
        throw .truncated
    }

    private mutating func skip(behind mark: StaticString) throws(Failure) {
        move(to: try find(mark) + mark.utf8CodeUnitCount)
    }

    private mutating func skipDocumentType() throws(Failure) {
        guard has("<!DOCTYPE") else { throw has("<!ENTITY") ? .declarations : .malformed }
        let end = try find(">")
        if bytes[place..<end].contains(0x5b) { throw .declarations }
        move(to: end + 1)
    }

    private mutating func text() throws(Failure) -> String {
        var end = place
        while end < bytes.count, bytes[end] != 0x3c { end += 1 }
        let text = try Self.decoded(bytes[place..<end])
        move(to: end)
        return text
    }

    private mutating func literal() throws(Failure) -> String {
        let (start, end) = (place + 9, try find("]]>"))
        guard end >= start else { throw .malformed }
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        move(to: end + 3)
        return text
    }

    private mutating func endTag() throws(Failure) -> Tag.Name {
        let end = try find(">")
        var last = end
        while last > place + 2, Self.isSpace(bytes[last - 1]) { last -= 1 }
        let name = Tag.Name(bytes[(place + 2)..<last])
        guard open.popLast() == name else { throw .malformed }
        move(to: end + 1)
        return name
    }

    private mutating func startTag() throws(Failure) -> Tag {
        var end = place + 1
        var quote: UInt8?
        while end < bytes.count, quote != nil || bytes[end] != 0x3e {
            if bytes[end] == quote {
                quote = nil
            } else if quote == nil, bytes[end] == 0x22 || bytes[end] == 0x27 {
                quote = bytes[end]
            } else if bytes[end] == 0x3c {
                throw .malformed
            }
            end += 1
        }
        guard end < bytes.count else { throw .truncated }
        isEmptyElement = bytes[end - 1] == 0x2f
        let content = bytes[(place + 1)..<(isEmptyElement ? max(place + 1, end - 1) : end)]
        let tag = try Tag(content, line: line)
        guard open.count < Self.depth else { throw .malformed }
        open.append(tag.name)
        move(to: end + 1)
        return tag
    }

    static func isSpace(_ octet: UInt8) -> Bool { octet == 0x20 || octet == 0x09 || octet == 0x0a || octet == 0x0d }
}

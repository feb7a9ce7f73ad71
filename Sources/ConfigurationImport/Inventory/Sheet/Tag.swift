/// The start of an XML element with its attributes, which are decoded when they are asked for.
struct Tag {
    /// The name without the prefix of its namespace.
    struct Name: Equatable {
        private let bytes: ArraySlice<UInt8>

        init(_ bytes: ArraySlice<UInt8>) {
            self.bytes = bytes.lastIndex(of: 0x3a).map { bytes[($0 + 1)...] } ?? bytes
        }

        static func == (name: Name, text: StaticString) -> Bool {
            guard name.bytes.count == text.utf8CodeUnitCount else { return false }
            return text.withUTF8Buffer { name.bytes.elementsEqual($0) }
        }
    }

    /// Attributes of one element.
    private static let attributeLimit = 256

    let name: Name
    /// The line on which the tag begins, 1-based.
    let line: UInt32
    private var attributes: [(name: Name, value: ArraySlice<UInt8>)] = []

    /// - Parameter content: what stands between `<` and `>`.
    init(_ content: ArraySlice<UInt8>, line: UInt32) throws(MarkupReader.Failure) {
        self.line = line
        let end = content.firstIndex(where: MarkupReader.isSpace) ?? content.endIndex
        guard end > content.startIndex else { throw .malformed }
        name = Name(content[..<end])
        var rest = content[end...].drop(while: MarkupReader.isSpace)
        while let equals = rest.firstIndex(of: 0x3d) {
            let key = rest[..<equals].prefix { !MarkupReader.isSpace($0) }
            rest = rest[(equals + 1)...].drop(while: MarkupReader.isSpace)
            guard !key.isEmpty, let quote = rest.first, quote == 0x22 || quote == 0x27,
                let close = rest.dropFirst().firstIndex(of: quote), attributes.count < Self.attributeLimit
            else { throw .malformed }
            attributes.append((Name(key), rest[(rest.startIndex + 1)..<close]))
            rest = rest[(close + 1)...].drop(while: MarkupReader.isSpace)
        }
        guard rest.isEmpty else { throw .malformed }
    }

    /// Nil: no such attribute, or one that is damaged.
    subscript(name: StaticString) -> String? {
        for attribute in attributes where attribute.name == name {
            return try? MarkupReader.decoded(attribute.value)
        }
        return nil
    }
}

extension MarkupReader {
    /// The longest reference between `&` and `;`, in bytes.
    private static let longestReference = 10

    /// With the five entities of XML and references to characters replaced.
    static func decoded(_ bytes: ArraySlice<UInt8>) throws(Failure) -> String {
        guard bytes.contains(0x26) else { return String(decoding: bytes, as: UTF8.self) }
        var text: [UInt8] = []
        var place = bytes.startIndex
        while place < bytes.endIndex {
            guard bytes[place] == 0x26 else {
                text.append(bytes[place])
                place += 1
                continue
            }
            let rest = bytes[(place + 1)...].prefix(longestReference)
            guard let end = rest.firstIndex(of: 0x3b) else { throw .malformed }
            guard let scalar = scalar(String(decoding: rest[..<end], as: UTF8.self)) else { throw .malformed }
            text.append(contentsOf: Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
            place = end + 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func scalar(_ reference: String) -> Unicode.Scalar? {
        switch reference {
        case "lt": "<"
        case "gt": ">"
        case "amp": "&"
        case "quot": "\""
        case "apos": "'"
        default: number(reference).flatMap { Unicode.Scalar($0) }
        }
    }

    private static func number(_ reference: String) -> UInt32? {
        guard reference.hasPrefix("#") else { return nil }
        let digits = reference.dropFirst()
        if digits.hasPrefix("x") || digits.hasPrefix("X") { return UInt32(digits.dropFirst(), radix: 16) }
        return UInt32(digits)
    }
}

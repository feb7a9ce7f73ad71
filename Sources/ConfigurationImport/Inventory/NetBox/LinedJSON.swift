import Messages

/// A JSON value that knows the line of each object. RFC 8259; the first of equal keys counts.
indirect enum LinedJSON {
    case object(line: UInt32, [String: LinedJSON])
    case array([LinedJSON])
    case text(String)
    /// As written.
    case number(String)
    case boolean(Bool)
    case null

    subscript(key: String) -> LinedJSON? {
        guard case .object(_, let members) = self else { return nil }
        return members[key]
    }

    static func read(_ text: [UInt8]) throws(ImportProblem) -> LinedJSON {
        var parser = LinedJSONParser(text)
        return try parser.document()
    }
}

private struct LinedJSONParser {
    /// Arrays and objects within each other.
    private static let depth = 64
    private static let values = 8_000_000

    private let text: [UInt8]
    private var place = 0
    private var line: UInt32 = 1
    private var count = 0

    init(_ text: [UInt8]) { self.text = text }

    private var wrong: ImportProblem {
        ImportProblem(line: line, message: ImportMessage.notOfKind("netbox"))
    }

    mutating func document() throws(ImportProblem) -> LinedJSON {
        let value = try value(depth: 0)
        skipSpace()
        guard place == text.count else { throw wrong }
        return value
    }

    private mutating func skipSpace() {
        while place < text.count {
            switch text[place] {
            case 0x0a: line &+= 1
            case 0x20, 0x09, 0x0d: break
            default: return
            }
            place += 1
        }
    }

    private mutating func skip(_ octet: UInt8) -> Bool {
        skipSpace()
        guard place < text.count, text[place] == octet else { return false }
        place += 1
        return true
    }

    private mutating func value(depth: Int) throws(ImportProblem) -> LinedJSON {
        skipSpace()
        count += 1
        guard depth < Self.depth, count <= Self.values, place < text.count else { throw wrong }
        switch text[place] {
        case 0x7b: return try object(depth: depth)
        case 0x5b: return try array(depth: depth)
        case 0x22: return .text(try string())
        default: return try word()
        }
    }

    private mutating func object(depth: Int) throws(ImportProblem) -> LinedJSON {
        let start = line
        place += 1
        var members: [String: LinedJSON] = [:]
        if skip(0x7d) { return .object(line: start, members) }
        while true {
            skipSpace()
            guard place < text.count, text[place] == 0x22 else { throw wrong }
            let key = try string()
            guard skip(0x3a) else { throw wrong }
            let value = try value(depth: depth + 1)
            if members[key] == nil { members[key] = value }
            if skip(0x2c) { continue }
            guard skip(0x7d) else { throw wrong }
            return .object(line: start, members)
        }
    }

    private mutating func array(depth: Int) throws(ImportProblem) -> LinedJSON {
        place += 1
        var items: [LinedJSON] = []
        if skip(0x5d) { return .array(items) }
        while true {
            items.append(try value(depth: depth + 1))
            if skip(0x2c) { continue }
            guard skip(0x5d) else { throw wrong }
            return .array(items)
        }
    }

    private mutating func word() throws(ImportProblem) -> LinedJSON {
        let start = place
        while place < text.count, text[place] > 0x20, ![0x2c, 0x5d, 0x7d].contains(text[place]) { place += 1 }
        let word = String(decoding: text[start..<place], as: UTF8.self)
        switch word {
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        case "null": return .null
        default:
            guard Double(word) != nil else { throw wrong }
            return .number(word)
        }
    }

    private mutating func string() throws(ImportProblem) -> String {
        place += 1
        var content: [UInt8] = []
        while place < text.count, text[place] != 0x22 {
            guard text[place] == 0x5c else {
                if text[place] == 0x0a { line &+= 1 }
                content.append(text[place])
                place += 1
                continue
            }
            place += 1
            try escape(into: &content)
        }
        guard place < text.count else { throw wrong }
        place += 1
        return String(decoding: content, as: UTF8.self)
    }

    private mutating func escape(into content: inout [UInt8]) throws(ImportProblem) {
        guard place < text.count else { throw wrong }
        let octet = text[place]
        place += 1
        switch octet {
        case 0x22, 0x5c, 0x2f: content.append(octet)
        case 0x62: content.append(0x08)
        case 0x66: content.append(0x0c)
        case 0x6e: content.append(0x0a)
        case 0x72: content.append(0x0d)
        case 0x74: content.append(0x09)
        case 0x75:
            var units = [try unit()]
            if units[0] & 0xfc00 == 0xd800, place + 1 < text.count, text[place] == 0x5c, text[place + 1] == 0x75 {
                place += 2
                units.append(try unit())
            }
            content += Array(String(decoding: units, as: UTF16.self).utf8)
        default: throw wrong
        }
    }

    private mutating func unit() throws(ImportProblem) -> UInt16 {
        guard place + 4 <= text.count,
            let unit = UInt16(String(decoding: text[place..<(place + 4)], as: UTF8.self), radix: 16)
        else { throw wrong }
        place += 4
        return unit
    }
}

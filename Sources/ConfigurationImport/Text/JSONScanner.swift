import Messages

/// Reads JSON values from the octets of UTF-8, counting lines.
struct JSONScanner {
    private let bytes: [UInt8]
    private let leniencies: PositionedJSON.Leniencies
    private var place = 0
    private var line: UInt32
    private var lineStart = 0
    private var nodes = 0

    init(_ bytes: [UInt8], _ leniencies: PositionedJSON.Leniencies, line: UInt32 = 1) {
        self.bytes = bytes
        self.leniencies = leniencies
        self.line = line
    }

    /// The next document; nil: nothing follows.
    mutating func document() throws(ImportProblem) -> JSONNode? {
        try skipBlanks()
        guard place < bytes.count else { return nil }
        nodes = 0
        return try value(depth: 0)
    }

    /// Only blanks follow.
    mutating func finish() throws(ImportProblem) {
        try skipBlanks()
        guard place >= bytes.count else { throw unexpected() }
    }

    private mutating func value(depth: Int) throws(ImportProblem) -> JSONNode {
        nodes += 1
        guard nodes <= PositionedJSON.nodeLimit else {
            throw problem(.jsonTooManyValues(limit: PositionedJSON.nodeLimit))
        }
        guard depth <= PositionedJSON.depthLimit else {
            throw problem(.jsonTooDeep(limit: PositionedJSON.depthLimit))
        }
        guard place < bytes.count else { throw problem(.jsonEnded) }
        let line = self.line
        switch bytes[place] {
        case UInt8(ascii: "{"): return JSONNode(line: line, value: .object(try members(depth: depth)))
        case UInt8(ascii: "["): return JSONNode(line: line, value: .array(try elements(depth: depth)))
        case UInt8(ascii: "\""): return JSONNode(line: line, value: .string(try string()))
        case UInt8(ascii: "-"), 0x30...0x39: return JSONNode(line: line, value: .number(try number()))
        case UInt8(ascii: "t"): return JSONNode(line: line, value: try word("true", .bool(true)))
        case UInt8(ascii: "f"): return JSONNode(line: line, value: try word("false", .bool(false)))
        case UInt8(ascii: "n"): return JSONNode(line: line, value: try word("null", .null))
        default: throw unexpected()
        }
    }

    private mutating func members(depth: Int) throws(ImportProblem) -> [JSONNode.Member] {
        var members: [JSONNode.Member] = []
        place += 1
        try skipBlanks()
        if take("}") { return members }
        while true {
            guard place < bytes.count else { throw problem(.jsonEnded) }
            guard bytes[place] == UInt8(ascii: "\"") else { throw unexpected() }
            let key = try string()
            try skipBlanks()
            guard take(":") else { throw unexpected() }
            try skipBlanks()
            members.append(JSONNode.Member(key: key, value: try value(depth: depth + 1)))
            if try ends(with: "}") { return members }
        }
    }

    private mutating func elements(depth: Int) throws(ImportProblem) -> [JSONNode] {
        var elements: [JSONNode] = []
        place += 1
        try skipBlanks()
        if take("]") { return elements }
        while true {
            elements.append(try value(depth: depth + 1))
            if try ends(with: "]") { return elements }
        }
    }

    /// After an element: whether the list ends; else stands before the next element.
    private mutating func ends(with bracket: Unicode.Scalar) throws(ImportProblem) -> Bool {
        try skipBlanks()
        if take(bracket) { return true }
        guard take(",") else { throw unexpected() }
        try skipBlanks()
        return leniencies.contains(.trailingCommas) && take(bracket)
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard place < bytes.count, bytes[place] == UInt8(truncatingIfNeeded: character.value) else { return false }
        place += 1
        return true
    }

    private mutating func word(_ word: StaticString, _ value: JSONNode.Value) throws(ImportProblem) -> JSONNode.Value {
        for octet in "\(word)".utf8 {
            guard place < bytes.count, bytes[place] == octet else { throw unexpected() }
            place += 1
        }
        return value
    }

    /// RFC 8259 §6.
    private mutating func number() throws(ImportProblem) -> String {
        let start = place
        _ = take("-")
        let integer = digits()
        var isValid = integer == 1 || integer > 1 && bytes[place - integer] != 0x30
        if take(".") { isValid = digits() > 0 && isValid }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            isValid = digits() > 0 && isValid
        }
        guard isValid else {
            place = start
            throw problem(.jsonNumber)
        }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func digits() -> Int {
        let start = place
        while place < bytes.count, (0x30...0x39).contains(bytes[place]) { place += 1 }
        return place - start
    }

    /// RFC 8259 §7.
    private mutating func string() throws(ImportProblem) -> String {
        let opening = place
        place += 1
        let start = place
        while place < bytes.count, bytes[place] >= 0x20, bytes[place] != UInt8(ascii: "\""),
            bytes[place] != UInt8(ascii: "\\")
        {
            place += 1
        }
        var text = String(decoding: bytes[start..<place], as: UTF8.self)
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "\""):
                place += 1
                return text
            case UInt8(ascii: "\\"): text.unicodeScalars.append(contentsOf: try escape())
            case 0..<0x20: throw problem(.jsonString)
            default:
                let start = place
                while place < bytes.count, bytes[place] >= 0x20, bytes[place] != UInt8(ascii: "\""),
                    bytes[place] != UInt8(ascii: "\\")
                {
                    place += 1
                }
                text += String(decoding: bytes[start..<place], as: UTF8.self)
            }
        }
        place = opening
        throw problem(.jsonEnded)
    }

    private mutating func escape() throws(ImportProblem) -> String.UnicodeScalarView {
        guard place + 1 < bytes.count else { throw problem(.jsonEnded) }
        let letter = bytes[place + 1]
        if letter == UInt8(ascii: "u") {
            var units = [try unit()]
            // A character beyond the first plane is two escapes; half of one becomes U+FFFD.
            if UTF16.isLeadSurrogate(units[0]), place + 1 < bytes.count, bytes[place] == UInt8(ascii: "\\"),
                bytes[place + 1] == UInt8(ascii: "u")
            {
                units.append(try unit())
            }
            return String(decoding: units, as: UTF16.self).unicodeScalars
        }
        let scalar: Unicode.Scalar
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): scalar = Unicode.Scalar(letter)
        case UInt8(ascii: "b"): scalar = "\u{8}"
        case UInt8(ascii: "f"): scalar = "\u{c}"
        case UInt8(ascii: "n"): scalar = "\n"
        case UInt8(ascii: "r"): scalar = "\r"
        case UInt8(ascii: "t"): scalar = "\t"
        default: throw problem(.jsonString)
        }
        place += 2
        return String.UnicodeScalarView([scalar])
    }

    /// The number of `\uXXXX`.
    private mutating func unit() throws(ImportProblem) -> UInt16 {
        guard place + 6 <= bytes.count else { throw problem(.jsonEnded) }
        var unit: UInt16 = 0
        for octet in bytes[(place + 2)..<(place + 6)] {
            switch octet {
            case 0x30...0x39: unit = unit << 4 | UInt16(octet - 0x30)
            case 0x41...0x46: unit = unit << 4 | UInt16(octet - 0x37)
            case 0x61...0x66: unit = unit << 4 | UInt16(octet - 0x57)
            default: throw problem(.jsonString)
            }
        }
        place += 6
        return unit
    }

    private mutating func skipBlanks() throws(ImportProblem) {
        while place < bytes.count {
            switch bytes[place] {
            case 0x20, 0x09: place += 1
            case 0x0a: newLine()
            case 0x0d:
                if place + 1 < bytes.count, bytes[place + 1] == 0x0a { place += 1 }
                newLine()
            case UInt8(ascii: "#") where leniencies.contains(.comments): skipLine()
            case UInt8(ascii: "/") where leniencies.contains(.comments) && place + 1 < bytes.count:
                switch bytes[place + 1] {
                case UInt8(ascii: "/"): skipLine()
                case UInt8(ascii: "*"): try skipComment()
                default: return
                }
            default: return
            }
        }
    }

    private mutating func newLine() {
        place += 1
        line = line == .max ? line : line + 1
        lineStart = place
    }

    private mutating func skipLine() {
        while place < bytes.count, bytes[place] != 0x0a, bytes[place] != 0x0d { place += 1 }
    }

    private mutating func skipComment() throws(ImportProblem) {
        place += 2
        while place + 1 < bytes.count {
            if bytes[place] == UInt8(ascii: "*"), bytes[place + 1] == UInt8(ascii: "/") {
                place += 2
                return
            }
            if bytes[place] == 0x0a { newLine() } else { place += 1 }
        }
        place = bytes.count
        throw problem(.jsonEnded)
    }

    private func unexpected() -> ImportProblem {
        guard place < bytes.count else { return problem(.jsonEnded) }
        let character = String(decoding: bytes[place..<min(place + 4, bytes.count)], as: UTF8.self).unicodeScalars.first
        return problem(.jsonUnexpected(character.map { String(Character($0)) } ?? ""))
    }

    /// At the present place.
    private func problem(_ message: HostConfigurationMessage) -> ImportProblem {
        // Continuation octets are no characters of their own.
        let before = bytes[min(lineStart, place)..<min(place, bytes.count)].lazy.filter { $0 & 0xc0 != 0x80 }.count
        return ImportProblem(line: line, column: UInt32(clamping: before + 1), message: message)
    }
}

import Messages

/// A line of a text, without its end.
public struct ImportLine: Sendable, Equatable {
    /// 1-based.
    public let number: UInt32
    public let text: String

    public init(number: UInt32, text: String) {
        self.number = number
        self.text = text
    }

    /// Spaces and tabs before the first other character; a tab counts one.
    public var indentation: Int { text.utf8.prefix { $0 == 0x20 || $0 == 0x09 }.count }

    /// The text between spaces and tabs.
    public var words: [Substring] { text.split { $0 == " " || $0 == "\t" } }

    static func split(_ bytes: [UInt8]) throws(ImportProblem) -> [ImportLine] {
        if bytes.starts(with: [0xff, 0xfe]) { return try split(utf16: bytes, isLittleEndian: true) }
        if bytes.starts(with: [0xfe, 0xff]) { return try split(utf16: bytes, isLittleEndian: false) }
        let start = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
        return try split(bytes[start...])
    }

    private static func split(_ bytes: ArraySlice<UInt8>) throws(ImportProblem) -> [ImportLine] {
        var lines: [ImportLine] = []
        var start = bytes.startIndex
        var place = start
        func finish(_ end: Int) throws(ImportProblem) {
            let number = UInt32(clamping: lines.count + 1)
            guard lines.count < ImportLimits.lines else {
                throw ImportProblem(line: number, message: ImportMessage.tooManyLines(limit: ImportLimits.lines))
            }
            lines.append(ImportLine(number: number, text: String(decoding: bytes[start..<end], as: UTF8.self)))
        }
        while place < bytes.endIndex {
            let octet = bytes[place]
            if octet == 0 {
                throw ImportProblem(line: UInt32(clamping: lines.count + 1), message: ImportMessage.notText)
            }
            if octet == 0x0a || octet == 0x0d {
                try finish(place)
                let isPair = octet == 0x0d && place + 1 < bytes.endIndex && bytes[place + 1] == 0x0a
                place += isPair ? 2 : 1
                start = place
                continue
            }
            place += 1
            if place - start > ImportLimits.line {
                throw ImportProblem(
                    line: UInt32(clamping: lines.count + 1),
                    message: ImportMessage.lineTooLong(limit: ImportLimits.line))
            }
        }
        if start < bytes.endIndex { try finish(bytes.endIndex) }
        return lines
    }

    private static func split(utf16 bytes: [UInt8], isLittleEndian: Bool) throws(ImportProblem) -> [ImportLine] {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var place = 2
        while place + 1 < bytes.count {
            let (low, high) = isLittleEndian ? (bytes[place], bytes[place + 1]) : (bytes[place + 1], bytes[place])
            units.append(UInt16(high) << 8 | UInt16(low))
            place += 2
        }
        return try split(Array(String(decoding: units, as: UTF16.self).utf8)[...])
    }
}

import Messages

/// The lines of a device's output as its terminal showed them: people save what scrolled by, with the pager's prompts,
/// backspaces and cursor movements in it.
enum DeviceText {
    /// Columns that a line is drawn in at most; what is beyond has no cursor movements applied.
    private static let columns = 4096

    static func lines(_ source: ImportSource) throws(ImportFailure) -> [ImportLine] {
        let lines = try source.lines()
        guard lines.contains(where: { !$0.text.isEmpty }) else {
            throw ImportFailure(path: source.path, ImportMessage.empty)
        }
        return lines.map(cleaned)
    }

    static func cleaned(_ line: ImportLine) -> ImportLine {
        guard needsCleaning(line.text) else { return line }
        return ImportLine(number: line.number, text: withoutPager(drawn(line.text)))
    }

    private static func needsCleaning(_ text: String) -> Bool {
        var hyphens = 0
        for octet in text.utf8 {
            if octet == 0x08 || octet == 0x1b { return true }
            // Every pager's prompt has two hyphens and a letter or bracket; a rule of hyphens has only hyphens.
            if octet == 0x2d {
                hyphens += 1
            } else {
                if hyphens >= 2, octet == 0x4d || octet == 0x6d || octet == 0x20 || octet == 0x28 { return true }
                hyphens = 0
            }
        }
        return false
    }

    /// What stands on the line after backspaces and cursor movements.
    private static func drawn(_ text: String) -> String {
        var cells: [UInt8] = []
        var cursor = 0
        var octets = text.utf8.makeIterator()
        while let octet = octets.next() {
            switch octet {
            case 0x08: cursor = max(0, cursor - 1)
            case 0x1b:
                guard let (count, command) = controlSequence(&octets) else { continue }
                if command == 0x44 { cursor = max(0, cursor - count) }
                if command == 0x43 { cursor = min(cells.count, cursor + count) }
                if command == 0x4b, cursor < cells.count { cells.removeLast(cells.count - cursor) }
            default:
                if cursor < cells.count {
                    cells[cursor] = octet
                } else {
                    cells.append(octet)
                }
                cursor += 1
            }
        }
        return String(decoding: cells, as: UTF8.self)
    }

    /// The count and the final octet of a control sequence whose escape octet was read. ECMA-48 §5.4.
    private static func controlSequence(_ octets: inout String.UTF8View.Iterator) -> (Int, UInt8)? {
        guard octets.next() == 0x5b else { return nil }
        var count = 0
        while let octet = octets.next() {
            switch octet {
            case 0x30...0x39: count = min(columns, count * 10 + Int(octet - 0x30))
            case 0x40...0x7e: return (max(1, count), octet)
            default: count = 0
            }
        }
        return nil
    }

    /// Prompts of pagers, in lower case without spaces.
    private static let prompts = ["--more--", "----more----", "---(more)---", "---more---", "--more"]

    /// The text behind a pager's prompt that no backspace erased. How far it was indented is lost.
    private static func withoutPager(_ text: String) -> String {
        let trimmed = text.drop { $0 == " " || $0 == "\t" }
        guard trimmed.hasPrefix("--") else { return text }
        if trimmed.hasPrefix("-- [Q quit") { return "" }
        var end = trimmed.startIndex
        var seen = ""
        // The longest prompt, with its spaces and a percentage, is shorter than this.
        for index in trimmed.indices.prefix(32) {
            let character = trimmed[index]
            if character == " " || character.isNumber || character == "%" { continue }
            seen += character.lowercased()
            let next = trimmed.index(after: index)
            if prompts.contains(seen) { end = next }
        }
        guard end > trimmed.startIndex else { return text }
        let rest = trimmed[end...]
        let content = rest.drop { $0 == " " || $0 == "\t" }
        let isHead = rest.first != " " || content.hasPrefix("interface ") || content.hasPrefix("hostname ")
        return isHead ? String(content) : " " + content
    }
}

extension ImportLine {
    /// The words between spaces and tabs, found octet by octet: tables have millions of lines.
    var fields: [Substring] {
        text.utf8.split { $0 == 0x20 || $0 == 0x09 }.map { Substring($0) }
    }
}

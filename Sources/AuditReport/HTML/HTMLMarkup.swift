import Messages

/// A piece of an HTML page. Its literals are markup as written; every string put into one is escaped, so that a
/// name from the network can never become an element, an attribute or a command to the reader's terminal.
struct HTMLMarkup: ExpressibleByStringInterpolation, Hashable, Sendable {
    private(set) var html: String

    init(stringLiteral value: String) { html = value }
    init(stringInterpolation: StringInterpolation) { html = stringInterpolation.html }

    /// A text of our own or anybody's, escaped.
    init(text: String) { html = Self.escape(text) }

    static let empty: HTMLMarkup = ""

    var isEmpty: Bool { html.isEmpty }

    static func + (a: HTMLMarkup, b: HTMLMarkup) -> HTMLMarkup {
        var sum = a
        sum += b
        return sum
    }

    static func += (a: inout HTMLMarkup, b: HTMLMarkup) { a.html += b.html }

    /// The only way of a foreign string into a page, inside elements as well as inside quoted attributes.
    static func escape(_ text: String) -> String {
        var escaped = ""
        escaped.reserveCapacity(text.utf8.count)
        for scalar in text.printable.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            // The Arabic letter mark turns the direction as U+200F does.
            case "\u{61c}": escaped += "\u{fffd}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var html = ""

        init(literalCapacity: Int, interpolationCount: Int) { html.reserveCapacity(literalCapacity * 2) }

        mutating func appendLiteral(_ literal: String) { html += literal }
        mutating func appendInterpolation(_ markup: HTMLMarkup) { html += markup.html }
        mutating func appendInterpolation(_ text: String) { html += HTMLMarkup.escape(text) }
        mutating func appendInterpolation(_ number: Int) { html += String(number) }
    }
}

extension Sequence where Element == HTMLMarkup {
    func joined(separator: HTMLMarkup = .empty) -> HTMLMarkup {
        var sum = HTMLMarkup.empty
        var isFirst = true
        for piece in self {
            if !isFirst { sum += separator }
            sum += piece
            isFirst = false
        }
        return sum
    }
}

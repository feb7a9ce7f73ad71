/// A command of a RouterOS export: menu, verb and attributes.
struct RouterOSCommand {
    /// Words of the menu, such as `ip address`.
    var menu: [String]
    /// `add`, `set` and so on.
    var verb: String
    var attributes: [String: String] = [:]
    /// Of `[ find default-name=ether1 ]`.
    var selection: [String: String] = [:]
    /// Words without `=` behind the verb: the name or number of the item that is set.
    var items: [String] = []
    let line: UInt32

    /// The item is not in use.
    var isDisabled: Bool { attributes["disabled"] == "yes" || attributes["disabled"] == "true" }

    private static let verbs: Set<String> = [
        "add", "set", "remove", "enable", "disable", "move", "print", "export", "comment", "edit", "unset", "reset",
    ]

    /// The commands of an export, plain or terse; continued lines are one.
    static func commands(_ lines: [ImportLine]) -> [RouterOSCommand] {
        var commands: [RouterOSCommand] = []
        var menu: [String] = []
        var place = 0
        while place < lines.count {
            let number = lines[place].number
            var text = lines[place].text
            place += 1
            while text.utf8.last == 0x5c, place < lines.count {
                text.removeLast()
                text += lines[place].text.drop { $0 == " " || $0 == "\t" }
                place += 1
                // A hostile file of nothing but continuations is no command.
                if text.utf8.count > ImportLimits.line { break }
            }
            guard let command = RouterOSCommand(text, menu: &menu, line: number) else { continue }
            commands.append(command)
        }
        return commands
    }

    /// Nil: a comment, a prompt or a line that only names a menu, which is kept for those that follow.
    private init?(_ text: String, menu: inout [String], line: UInt32) {
        let tokens = RouterOSToken.split(text)
        guard let first = tokens.first, first.key == nil, !first.isSelection, !first.value.hasPrefix("#") else {
            return nil
        }
        var rest = tokens[...]
        if first.value.hasPrefix("/") {
            let words = rest.prefix { $0.key == nil && !$0.isSelection && !Self.verbs.contains($0.value) }
            menu = words.flatMap { $0.value.split(separator: "/").map(String.init) }
            rest = rest.dropFirst(words.count)
        }
        guard let verb = rest.first, verb.key == nil, Self.verbs.contains(verb.value) else { return nil }
        self.menu = menu
        self.verb = verb.value
        self.line = line
        for token in rest.dropFirst() {
            if token.isSelection {
                selection.merge(RouterOSToken.attributes(token.value)) { first, _ in first }
            } else if let key = token.key {
                attributes[key] = token.value
            } else {
                items.append(token.value)
            }
        }
    }
}

/// A word, a `key=value`, or what stands between brackets.
struct RouterOSToken {
    var key: String?
    var value: String
    var isSelection = false

    static func attributes(_ text: String) -> [String: String] {
        var attributes: [String: String] = [:]
        for token in split(text) { if let key = token.key { attributes[key] = token.value } }
        return attributes
    }

    static func split(_ text: String) -> [RouterOSToken] {
        var tokens: [RouterOSToken] = []
        let octets = Array(text.utf8)
        var place = 0
        while place < octets.count {
            if octets[place] == 0x20 || octets[place] == 0x09 {
                place += 1
            } else if octets[place] == 0x5b {
                tokens.append(selection(octets, &place))
            } else {
                tokens.append(word(octets, &place))
            }
        }
        return tokens
    }

    private static func selection(_ octets: [UInt8], _ place: inout Int) -> RouterOSToken {
        place += 1
        let start = place
        var isQuoted = false
        while place < octets.count, isQuoted || octets[place] != 0x5d {
            if octets[place] == 0x22 { isQuoted.toggle() }
            place += 1
        }
        let content = String(decoding: octets[start..<place], as: UTF8.self)
        place = min(place + 1, octets.count)
        return RouterOSToken(key: nil, value: content, isSelection: true)
    }

    private static func word(_ octets: [UInt8], _ place: inout Int) -> RouterOSToken {
        var key: String?
        var value: [UInt8] = []
        var isQuoted = false
        while place < octets.count {
            let octet = octets[place]
            if !isQuoted, octet == 0x20 || octet == 0x09 { break }
            place += 1
            if octet == 0x22 {
                isQuoted.toggle()
            } else if octet == 0x5c, isQuoted, place < octets.count {
                value.append(octets[place])
                place += 1
            } else if octet == 0x3d, key == nil, !isQuoted {
                key = String(decoding: value, as: UTF8.self)
                value = []
            } else {
                value.append(octet)
            }
        }
        return RouterOSToken(key: key, value: String(decoding: value, as: UTF8.self))
    }
}

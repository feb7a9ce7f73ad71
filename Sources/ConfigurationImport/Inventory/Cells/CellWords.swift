/// Pieces of a cell, each with what stands before it.
enum CellWords {
    /// Pieces of a cell; more are no list of addresses.
    static let limit = 1024

    /// Divided at white space, `,` and `;`.
    static func of(_ text: String) -> [Substring] {
        text.split(maxSplits: limit) { character in
            character == "," || character == ";" || character.isWhitespace
        }
    }

    /// Says that there is nothing: `-`, `không có`, `N/A`.
    static func isNothing(_ text: String) -> Bool {
        switch text.folded {
        case "", "khong", "khong co", "chua", "chua co", "chua cap", "n a", "na", "none", "null", "nil", "x", "trong",
            "chua ro", "khong ro", "unknown", "khong ap dung":
            true
        default: text == "0"
        }
    }

    /// Says that an address is handed out, not written down.
    static func isDynamic(_ text: String) -> Bool {
        switch text.folded {
        case "dhcp", "dong", "ip dong", "cap dong", "tu dong", "auto", "dynamic", "cap phat dong", "slaac", "dhcpv6",
            "wifi", "dia chi dong", "tu dong dhcp", "dhcp tu dong":
            true
        default: false
        }
    }
}

extension String {
    /// The text with every character replaced that could command a terminal or turn the reading direction:
    /// C0 and C1 controls, bidirectional controls, line and paragraph separators, the byte order mark and
    /// private or unassigned tags. What came from the network is hostile.
    public var printable: String {
        var text = ""
        text.unicodeScalars.reserveCapacity(unicodeScalars.count)
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x00...0x1f, 0x7f...0x9f, 0x061c, 0x200b...0x200f, 0x2028...0x202e, 0x2060...0x206f, 0xfeff,
                0xfff9...0xfffb,
                0xe0000...0xe0fff:
                text.unicodeScalars.append("\u{fffd}")
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}

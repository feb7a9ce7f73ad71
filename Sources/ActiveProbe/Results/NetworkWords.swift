import Messages

/// Words of the network, cut and made harmless.
enum NetworkWords {
    /// At most 255 bytes of one line.
    static func line(_ bytes: some Sequence<UInt8>) -> String { line(String(decoding: Array(bytes), as: UTF8.self)) }

    static func line(_ text: String) -> String {
        var text = text.printable
        while text.utf8.count > 255 { text.removeLast() }
        return text
    }
}

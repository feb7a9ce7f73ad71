extension String {
    /// Text up to its first zero, broken UTF-8 repaired; nil when that is empty.
    init?(zeroEnded octets: [UInt8]) {
        let text = octets.prefix { $0 != 0 }
        guard !text.isEmpty else { return nil }
        self.init(decoding: text, as: UTF8.self)
    }
}

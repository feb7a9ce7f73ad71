import Messages
import SiteModel

/// The ports that a cell lists: `tcp/443`, `443/tcp`, `443`; without a transport it is TCP.
struct PortCell {
    private(set) var ports: [ConfiguredHost.Port] = []
    private(set) var problems: [AddressCell.Problem] = []

    init(_ text: String) {
        if CellWords.isNothing(text) { return }
        var transport: ConfiguredHost.Port.Transport?
        for word in CellWords.of(text) {
            // `TCP 80 443`, `UDP: 53`.
            if let stated = Self.transport(word.filter { $0 != ":" }) {
                transport = stated
                continue
            }
            guard let port = Self.port(word, transport ?? .tcp) else {
                let message = InventoryMessage.wrongForm(String(word), .port, suggestion: nil)
                problems.append(AddressCell.Problem(message: message, before: text[..<word.startIndex]))
                continue
            }
            if !ports.contains(port) { ports.append(port) }
        }
    }

    private static func transport(_ text: some StringProtocol) -> ConfiguredHost.Port.Transport? {
        ConfiguredHost.Port.Transport(rawValue: text.lowercased())
    }

    private static func port(
        _ word: Substring, _ usual: ConfiguredHost.Port.Transport
    ) -> ConfiguredHost.Port? {
        let parts = word.split(maxSplits: 2, omittingEmptySubsequences: false) { $0 == "/" || $0 == ":" }
        switch parts.count {
        case 1: return number(parts[0]).map { ConfiguredHost.Port(usual, $0) }
        case 2:
            if let transport = transport(parts[0]), let number = number(parts[1]) {
                return ConfiguredHost.Port(transport, number)
            }
            if let number = number(parts[0]), let transport = transport(parts[1]) {
                return ConfiguredHost.Port(transport, number)
            }
            return nil
        default: return nil
        }
    }

    private static func number(_ text: Substring) -> UInt16? {
        guard text.utf8.count <= 5, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = UInt16(text)
        else { return nil }
        return number > 0 ? number : nil
    }
}

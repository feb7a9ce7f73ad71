import AuditReport
import LiveCapture
import Messages
import NetworkTypes

/// The interfaces of this machine: `v6audit.interfaces/1`, or lines that begin as those of `tshark -D`.
struct InterfaceList {
    private let interfaces: [NetworkInterface]

    init(_ failure: Failure) throws(ExitStatus) {
        do {
            interfaces = try NetworkInterface.all()
        } catch {
            throw failure.couldNotRun("interfaces", LiveMessage.listFailed(reason: error.reason))
        }
    }

    func print(_ failure: Failure) throws(ExitStatus) {
        try Output.print(failure.isJSON ? document : nil, text: text, failure)
    }

    private struct Document: Encodable {
        struct Interface: Encodable {
            let name: String
            @ExplicitNull var description: String?
            let addresses: [String]
            let up: Bool
            let running: Bool
            let loopback: Bool
            let wireless: Bool
            /// The registered name without `LINKTYPE_`; null where the interface cannot be opened.
            @ExplicitNull var linkType: String?
        }

        let schema = "v6audit.interfaces/1"
        let interfaces: [Interface]
    }

    private var document: Document {
        Document(
            interfaces: interfaces.map { interface in
                Document.Interface(
                    name: interface.name, description: interface.description,
                    addresses: interface.addresses.map { "\($0)" }, up: interface.isUp, running: interface.isRunning,
                    loopback: interface.isLoopback, wireless: interface.isWireless, linkType: interface.linkType?.name)
            })
    }

    private var text: String {
        interfaces.enumerated().map { index, interface in
            let description = interface.description.map { " (\($0.printable))" } ?? ""
            var facts = [word(!interface.isUp ? .down : interface.isRunning ? .up : .noCarrier)]
            if interface.isLoopback { facts.append(word(.loopback)) }
            if interface.isWireless { facts.append(word(.wireless)) }
            if let linkType = interface.linkType { facts.append(linkType.name) }
            facts += interface.addresses.map { "\($0)" }
            return "\(index + 1). \(interface.name.printable)\(description)\n    \(facts.joined(separator: "  "))\n"
        }.joined()
    }

    private func word(_ word: LiveMessage.InterfaceWord) -> String { Terminal.text(LiveMessage.interfaceWord(word)) }
}

import NetworkTypes

/// Directions of conversations, to find out who answered whom.
struct NfdumpPairs {
    private struct Direction {
        var line: UInt32
        var first: CaptureTime?
        var flags: NfdumpFlow.Flags?
    }

    private var directions: [NfdumpFlow.Ends: Direction] = [:]

    var count: Int { directions.count }

    mutating func add(_ flow: NfdumpFlow) {
        add(flow.ends, flow)
        if flow.answerPackets > 0 { add(flow.ends.reversed, flow) }
    }

    private mutating func add(_ ends: NfdumpFlow.Ends, _ flow: NfdumpFlow) {
        guard var known = directions[ends] else {
            directions[ends] = Direction(line: flow.line, first: flow.first, flags: flow.flags)
            return
        }
        known.line = min(known.line, flow.line)
        if let first = flow.first { known.first = min(known.first ?? first, first) }
        if let flags = flow.flags { known.flags = (known.flags ?? []).union(flags) }
        directions[ends] = known
    }

    /// Every service that answered; more than once where many asked.
    func forEachAnswer(_ body: (NfdumpFlow.Ends, UInt32) -> Void) {
        for (ends, direction) in directions {
            let reverse = directions[ends.reversed]
            switch ends.transport {
            case .tcp, .sctp: accepted(ends, direction, reverse).map { body($0, direction.line) }
            case .udp:
                guard let reverse else { continue }
                guard let asked = server(ends, direction, reverse), asked == ends else { continue }
                // Programs that speak to each other from ports of the moment serve nobody. RFC 6335 §6.
                if asked.destinationPort < 49_152 { body(asked, direction.line) }
            default: break
            }
        }
    }

    /// The ends with the server as the destination, where a connection came about.
    private func accepted(
        _ ends: NfdumpFlow.Ends, _ direction: Direction, _ reverse: Direction?
    ) -> NfdumpFlow.Ends? {
        guard let reverse else {
            // SYN and ACK in one direction: a client acknowledges only what a server sent, a server only accepts with both.
            guard direction.flags?.isSuperset(of: [.syn, .acknowledgement]) == true else { return nil }
            return byPorts(ends)
        }
        guard let asked = server(ends, direction, reverse), asked == ends else { return nil }
        // Who refuses resets without a SYN of his own.
        if let flags = reverse.flags, !flags.isEmpty, !flags.isSuperset(of: [.syn, .acknowledgement]) {
            let isMidway = direction.flags?.contains(.syn) == false && !flags.contains(.reset)
            return isMidway && flags.contains(.acknowledgement) ? asked : nil
        }
        return asked
    }

    /// The ends with the server as the destination: who spoke first asked.
    private func server(
        _ ends: NfdumpFlow.Ends, _ direction: Direction, _ reverse: Direction
    ) -> NfdumpFlow.Ends? {
        let isTCP = ends.transport == .tcp
        let hasStart = !isTCP || direction.flags?.contains(.syn) == true || reverse.flags?.contains(.syn) == true
        if hasStart, let first = direction.first, let second = reverse.first, first != second {
            return first < second ? ends : ends.reversed
        }
        return byPorts(ends)
    }

    /// By ports alone; nil where they do not tell.
    private func byPorts(_ ends: NfdumpFlow.Ends) -> NfdumpFlow.Ends? {
        let source = Self.rank(ends.transport, ends.sourcePort)
        let destination = Self.rank(ends.transport, ends.destinationPort)
        if source == destination { return nil }
        return destination < source ? ends : ends.reversed
    }

    /// The lower, the more likely that a server has the port.
    private static func rank(_ transport: IPProtocol, _ port: UInt16) -> Int {
        if let known = WellKnownService.at(transport, port: port) { return known.isWeak ? 2 : 0 }
        if port < 1024 { return 1 }
        return port < 32_768 ? 2 : 3
    }
}

import Messages

/// The table of machines.
struct HTMLHostSection {
    let context: HTMLContext

    var markup: HTMLMarkup {
        let hosts = context.document.hosts
        guard !hosts.isEmpty else {
            return """
                <section id="hosts"><h2>\(context.say(.hosts))</h2><p>\(context.say(.noHosts))</p>\(unmerged)</section>

                """
        }
        return """
            <section id="hosts"><h2>\(context.say(.hosts))</h2>
            <p class="note">\(context.say(.hostsNote))</p>
            \(HTMLMarkup.table(
                caption: context.say(.hosts), isCaptionQuiet: true, class: "hosts",
                columns: [.host, .agency, .macs, .ipv4, .ipv6, .state, .roles].map { context.say($0 as ReportLabel) },
                rows: hosts.map(row), rowIdentifiers: hosts.map { HTMLContext.anchor("h", $0.id) }))\
            \(unmerged)</section>

            """
    }

    private func row(_ host: HostDocument) -> [HTMLMarkup] {
        var seen: Set<String> = []
        let names = host.names.compactMap(\.name).filter { seen.insert($0).inserted }
            .map(HTMLMarkup.name).joined(separator: "<br>")
        let identifier: HTMLMarkup = "<a href=\"#\(HTMLContext.anchor("e", host.id))\">\(HTMLMarkup.code(host.id))</a>"
        let place = (host.links.map { "\(context.segmentName($0))" as HTMLMarkup } + whereabouts(host))
            .joined(separator: "<br>")
        return [
            names.isEmpty ? identifier : names + "<br>" + identifier,
            HTMLMarkup.name(context.agencyName(host.agency)) + "<br>" + place,
            cards(host), codes(host.ipv4.map(\.address)), codes(host.ipv6.map(\.address)), state(host),
            properties(host),
        ]
    }

    /// Room, switch and port: where somebody who has to change it must go.
    private func whereabouts(_ host: HostDocument) -> [HTMLMarkup] {
        let rooms = host.configuredAs.compactMap(\.location).map(HTMLMarkup.name)
        // The nearest one; the others are uplinks, and stand in the JSON output.
        let port = host.switchPorts.first.map { place in
            HTMLMarkup.code([place.device, place.port].compactMap { $0 }.joined(separator: " "))
        }
        return rooms + [port].compactMap { $0 }
    }

    private func codes(_ texts: [String]) -> HTMLMarkup {
        texts.isEmpty ? "–" : texts.map(HTMLMarkup.code).joined(separator: "<br>")
    }

    private func cards(_ host: HostDocument) -> HTMLMarkup {
        guard let vendor = host.vendor else { return codes(host.macs) }
        return codes(host.macs) + "<br><span class=\"note\">\(vendor)</span>"
    }

    private func state(_ host: HostDocument) -> HTMLMarkup {
        let words: HTMLMarkup = "\(context.say(.hostState(host.state)))"
        guard host.provisional else { return words }
        let reasons = host.provisionalBecause.map { context.say(.provisionalReason($0)) }.joined(separator: "; ")
        let held = host.held.map { held in
            context.say(
                ReportSentence.held(state: context.say(.hostState(held.state)), since: context.minute(held.provenAt)))
        }
        let notes = [reasons, held].compactMap { $0 }.joined(separator: "; ")
        return words + " <span class=\"tag\">\(context.say(.provisional))</span> <span class=\"note\">\(notes)</span>"
    }

    private func properties(_ host: HostDocument) -> HTMLMarkup {
        // What it is stands first, also where the evidence is weaker than the other roles'.
        let main = host.role.map { [$0] } ?? []
        var words = (main + host.roles.filter { $0 != host.role }).map { context.say(ReportTerm.role($0)) }
        if let system = host.system { words.append(context.say(ReportTerm.system(system))) }
        for flag in host.flags where !host.roles.contains(flag) { words.append(context.say(.flag(flag))) }
        return words.isEmpty ? "–" : "\(words.joined(separator: ", "))"
    }

    private var unmerged: HTMLMarkup {
        let addresses = context.document.unmergedAddresses
        guard !addresses.isEmpty else { return .empty }
        let shown = addresses.prefix(Self.unmergedLimit)
        let rest = addresses.count - shown.count
        let more: HTMLMarkup = rest > 0 ? "<p class=\"note\">\(context.say(.more(rest)))</p>" : .empty
        return """
            <h3>\(context.say(.unmergedAddresses))</h3><p class="note">\(context.say(.unmergedNote))</p>
            \(HTMLMarkup.table(
                caption: context.say(.unmergedAddresses), isCaptionQuiet: true, class: "narrow",
                columns: [.address, .behind, .capture, .packets].map { context.say($0 as ReportLabel) }, numeric: [3],
                rows: shown.map { address in
                    [
                        HTMLMarkup.code(address.address), address.behind.map(HTMLMarkup.code) ?? "–",
                        HTMLMarkup.code(context.capturePath(address.capture)),
                        "\(context.language.number(address.packets))",
                    ]
                }))\(more)

            """
    }

    /// Beyond it the JSON output has the whole list.
    private static let unmergedLimit = 500
}

import NetworkTypes

extension LinkObservation {
    mutating func renumber(_ numbers: Renumbering) {
        key.capture = numbers.chain(key.capture)
        firstMulticastIPv6.renumber(numbers)
        routerSolicitations.renumber(numbers)
        soliciting.renumber(numbers)
        neighborDiscoveryWrongHopLimit.renumber(numbers)
        neighborDiscoveryFragmented.renumber(numbers)
        routingHeaderType0.renumber(numbers)
        redirects.renumber(numbers)
        dhcpv6Solicits.renumber(numbers)
        dhcpv6InformationRequests.renumber(numbers)
        dhcpv6Answers.renumber(numbers)
        dhcpv6RequestsNamingServer.renumber(numbers)
        dhcpv6NoAddresses.renumber(numbers)
        portAuthentication.renumber(numbers)
        dnsQuestionsIPv4.renumber(numbers)
        dnsQuestionsIPv6.renumber(numbers)
    }

    /// A later part of the same link.
    mutating func merge(_ later: LinkObservation) {
        frames &+= later.frames
        firstSeen = min(firstSeen, later.firstSeen)
        lastSeen = max(lastSeen, later.lastSeen)
        multicastIPv6Senders.formUnion(later.multicastIPv6Senders)
        firstMulticastIPv6.merge(later.firstMulticastIPv6)
        broadcastARPSenders.formUnion(later.broadcastARPSenders)
        routerSolicitations.merge(later.routerSolicitations)
        soliciting.merge(later.soliciting)
        neighborDiscoveryWrongHopLimit.merge(later.neighborDiscoveryWrongHopLimit)
        neighborDiscoveryFragmented.merge(later.neighborDiscoveryFragmented)
        routingHeaderType0.merge(later.routingHeaderType0)
        redirects.merge(later.redirects)
        dhcpv6Solicits.merge(later.dhcpv6Solicits)
        dhcpv6InformationRequests.merge(later.dhcpv6InformationRequests)
        dhcpv6Answers.merge(later.dhcpv6Answers)
        dhcpv6RequestsNamingServer.merge(later.dhcpv6RequestsNamingServer)
        dhcpv6NoAddresses.merge(later.dhcpv6NoAddresses)
        portAuthentication.merge(later.portAuthentication)
        dnsQuestionsIPv4.merge(later.dnsQuestionsIPv4)
        dnsQuestionsIPv6.merge(later.dnsQuestionsIPv6)
    }
}

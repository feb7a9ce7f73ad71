import Testing

@testable import HostCorrelation

@Suite struct MergeKeyTests {
    /// Domain reference §4.7.
    @Test(arguments: [
        (MergeKey.statement, 1.0), (.configuration, 0.99), (.neighbourTables, 0.97), (.linkDiscovery, 0.97),
        (.accountingSession, 0.96), (.linkLayerAddress, 0.95), (.uniqueIdentifier, 0.93),
        (.relayedLinkLayerAddress, 0.93), (.mdnsHost, 0.9), (.sshHostKey, 0.9), (.snmpEngine, 0.9),
        (.embeddedMAC, 0.9), (.computerName, 0.85), (.dhcpName, 0.8), (.dnsName, 0.75), (.uniqueIdentifierMAC, 0.7),
        (.tlsKey, 0.6), (.linkName, 0.6), (.happyEyeballs, 0.55), (.addressPlan, 0.3),
    ])
    func isAsSureAsTheReferenceSays(key: MergeKey, confidence: Double) {
        #expect(key.confidence == confidence)
        #expect(key.isSufficient == (confidence >= 0.9))
        #expect(key.isNecessary == (confidence >= 0.6))
    }

    @Test func countsAKeyOnceForEachGroup() {
        #expect(abs(MergeKey.combined([.computerName, .dhcpName]) - 0.85) < 1e-9)
        #expect(abs(MergeKey.combined([.tlsKey, .dnsAddresses]) - 0.84) < 1e-9)
        #expect(abs(MergeKey.combined([.uniqueIdentifierMAC, .linkName, .tlsKey]) - 0.88) < 1e-9)
    }

    @Test func isCertainOnlyByAPersonsWord() {
        #expect(MergeKey.combined([.configuration, .sshHostKey, .tlsKey]) == 0.99)
        #expect(MergeKey.combined([.statement, .tlsKey]) == 1)
    }
}

import NetworkTypes
import Testing
import TrafficObservation

@testable import HostClassification

/// States by bound addresses and conversations. Domain reference §4.3 and §4.6.
@Suite struct HostClassifierTests {
    private func state(_ builder: SetBuilder) throws -> HostState { try Office.profile(builder.set).state }

    @Test func isUnknownWithoutAnAddress() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Office.card)
        let profile = try Office.profile(builder.set)
        #expect(profile.state == .unknown)
        #expect(profile.confidence == 0)
        #expect(profile.reasons.map(\.claim) == ["mac.source"])
    }

    @Test func countsALinkLocalAddressAsLatent() throws {
        var builder = try Office.link()
        try builder.bind("fe80::10", to: Office.card, by: .linkLocalSource)
        #expect(try state(builder) == .ipv4LatentIPv6)
    }

    @Test func isLinkLocalOnlyWithoutIPv4() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.bind("fe80::10", to: Office.card, by: .linkLocalSource)
        #expect(try state(builder) == .linkLocalOnly)
    }

    @Test(arguments: ["2001:db8::10", "fd12::10", "fec0::10", "3ffe::10", "2400::10"])
    func isDualConfiguredWithAnotherAddress(address: String) throws {
        var builder = try Office.link()
        try builder.bind(address, to: Office.card, by: .solicitationSource)
        let profile = try Office.profile(builder.set)
        #expect(profile.state == .dualConfigured)
        #expect(!profile.isProvisional)
        #expect(profile.confidence == 0.95)
    }

    @Test(arguments: ["2002:c000:20a::1", "2001:0:1::1", "2001:db8::5efe:c000:20a"])
    func neverCountsTheAddressOfAnAutomaticTunnel(address: String) throws {
        var builder = try Office.link()
        try builder.bind(address, to: Office.card, by: .solicitationSource)
        let profile = try Office.profile(builder.set)
        #expect(profile.state == .ipv4Only)
        #expect(profile.flags == [.tunnelled])
    }

    @Test func flagsTheEndOfATunnel() throws {
        var builder = try Office.link()
        try builder.tunnel(from: "192.0.2.10", Office.card, to: "198.51.100.41")
        #expect(try Office.profile(builder.set).flags == [.tunnelled])
    }

    @Test func doesNotTakeACLATForIPv4() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.bind("192.0.0.1", to: Office.card, by: .arpRequest)
        try builder.bind("2001:db8::10", to: Office.card, by: .solicitationSource)
        let profile = try Office.profile(builder.set)
        #expect(profile.state == .ipv6Mostly)
        #expect(profile.flags == [.clat])
    }

    @Test func countsASelfAssignedIPv4AddressWithAFlag() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.bind("169.254.7.7", to: Office.card, by: .linkLocalSource)
        let profile = try Office.profile(builder.set)
        #expect(profile.state == .ipv4Only)
        #expect(profile.flags == [.ipv4LinkLocal])
    }

    // MARK: Probes

    @Test func countsAnUnconfirmedProbeWithLessConfidence() throws {
        var builder = try Office.link()
        try builder.bind("2001:db8::10", to: Office.card, by: .duplicateAddressDetection)
        let profile = try Office.profile(builder.set)
        #expect(profile.state == .dualConfigured)
        #expect(profile.confidence == 0.6)
    }

    @Test func doesNotCountAProbeThatAnotherMachineRefuted() throws {
        var builder = try Office.link()
        try builder.mac(Office.other)
        try builder.bind("2001:db8::10", to: Office.other, by: .advertisementTarget)
        try builder.bind("2001:db8::10", to: Office.card, by: .duplicateAddressDetection)
        try builder.conflict("2001:db8::10", first: Office.other, second: Office.card)
        let loser = try Office.profile(builder.set)
        #expect(loser.state == .ipv4Only)
        #expect(loser.flags == [.addressConflict])
        #expect(try Office.profile(builder.set, of: Office.other).state == .ipv6Only)
    }

    // MARK: Working

    private func dual() throws -> SetBuilder {
        var builder = try Office.link(isTalking: false)
        try builder.mac(Office.router)
        try builder.bind("2001:db8::a", to: Office.card, by: .solicitationSource)
        try builder.flow("192.0.2.10", Office.card, to: "198.51.100.80", Office.router)
        return builder
    }

    @Test func isOperationalWithConversationsOfBothFamilies() throws {
        var builder = try dual()
        #expect(try state(builder) == .dualConfigured)
        try builder.flow("2001:db8::a", Office.card, to: "2001:db8:0:1::80", Office.router)
        let profile = try Office.profile(builder.set)
        #expect(profile.state == .dualOperational)
        #expect(!profile.isProvisional)
        #expect(profile.establishedIPv4Flows == 1)
        #expect(profile.establishedIPv6Flows == 1)
        #expect(profile.reasons.map(\.claim).suffix(2) == ["flow.tcp.ipv4", "flow.tcp.ipv6"])
    }

    @Test func isOperationalAsAServerToo() throws {
        var builder = try dual()
        try builder.flow("2001:db8:0:1::80", Office.router, to: "2001:db8::a", Office.card)
        let profile = try Office.profile(builder.set)
        #expect(profile.state == .dualOperational)
        #expect(profile.services.map(\.port) == [443])
    }

    @Test(arguments: [SetBuilder.Outcome.unanswered, .refused, .half])
    func needsAWholeConversation(outcome: SetBuilder.Outcome) throws {
        var builder = try dual()
        try builder.flow("2001:db8::a", Office.card, to: "2001:db8:0:1::80", Office.router, outcome)
        #expect(try state(builder) == .dualConfigured)
    }

    @Test func needsAPeerBeyondTheLink() throws {
        var builder = try dual()
        try builder.mac(Office.other)
        try builder.bind("2001:db8:7::b", to: Office.other, by: .solicitationSource)
        try builder.flow("2001:db8::a", Office.card, to: "2001:db8:7::b", Office.other)
        try builder.flow("2001:db8::a", Office.card, to: "2001:db8::c", Office.other, from: 50001)
        try builder.flow("fe80::a", Office.card, to: "fe80::c", Office.other)
        #expect(try state(builder) == .dualConfigured)
    }

    @Test func ignoresTheCopyOfAPacketBehindTheRouter() throws {
        var builder = try dual()
        let behind = builder.link(interface: 1)
        try builder.mac(Office.router, on: behind)
        try builder.flow("2001:db8::a", Office.card, to: "2001:db8:0:1::80", Office.router)
        try builder.flow("2001:db8::a", Office.router, to: "2001:db8:0:1::80", Office.other, on: behind)
        #expect(try Office.profile(builder.set).establishedIPv6Flows == 1)
        #expect(try Office.profile(builder.set, of: Office.router).establishedIPv6Flows == 0)
    }

    @Test func ignoresConversationsInsideATunnel() throws {
        var builder = try dual()
        try builder.flow("2001:db8::a", Office.card, to: "2001:db8:0:1::80", Office.router, isTunnelled: true)
        #expect(try state(builder) == .dualConfigured)
    }

    @Test func takesNoLeaseRenewalForAConversation() throws {
        var builder = try Office.link(isTalking: false)
        try builder.bind("2001:db8::a", to: Office.card, by: .solicitationSource)
        try builder.flow("192.0.2.10", Office.card, to: "192.0.2.1", Office.router, port: 67, from: 68, over: .udp)
        try builder.flow("2001:db8::a", Office.card, to: "2001:db8:0:1::80", Office.router)
        #expect(try state(builder) == .dualConfigured)
    }

    // MARK: Broken

    private func attempts(failed: Int, answered: Int) throws -> SetBuilder {
        var builder = try dual()
        for number in 0..<failed {
            try builder.flow(
                "2001:db8::a", Office.card, to: "2001:db8:0:1::\(number + 100)", Office.router, .unanswered, at: 10)
            // The same name over IPv4.
            builder.dns(
                "www\(number).example", a: ["198.51.100.\(number + 100)"], aaaa: ["2001:db8:0:1::\(number + 100)"])
            try builder.flow("192.0.2.10", Office.card, to: "198.51.100.\(number + 100)", Office.router, at: 11)
        }
        for number in 0..<answered {
            try builder.flow("2001:db8::a", Office.card, to: "2001:db8:0:2::\(number + 100)", Office.router, at: 10)
        }
        return builder
    }

    @Test func isBrokenWhenFiveDestinationsStaySilent() throws {
        let profile = try Office.profile(try attempts(failed: 5, answered: 0).set)
        #expect(profile.state == .dualBroken)
        #expect(profile.failedIPv6Destinations == 5)
        #expect(profile.reasons.last?.claim == "flow.tcp.ipv6.failed")
    }

    @Test(arguments: [(4, 0), (5, 2)])
    func isNotBrokenByFewFailures(failed: Int, answered: Int) throws {
        #expect(try state(try attempts(failed: failed, answered: answered)) != .dualBroken)
    }

    @Test func forgivesADestinationThatAnswersLater() throws {
        var builder = try attempts(failed: 5, answered: 0)
        try builder.flow("2001:db8::a", Office.card, to: "2001:db8:0:1::100", Office.router, from: 50001, at: 20)
        let profile = try Office.profile(builder.set)
        #expect(profile.failedIPv6Destinations == 4)
        #expect(profile.state == .dualOperational)
    }

    @Test func doesNotJudgeASYNAtTheVeryEnd() throws {
        var builder = try dual()
        for number in 0..<5 {
            try builder.flow(
                "2001:db8::a", Office.card, to: "2001:db8:0:1::\(number + 100)", Office.router, .unanswered, at: 600)
        }
        #expect(try state(builder) == .dualConfigured)
    }

    @Test func countsARefusalAsAnAnswer() throws {
        var builder = try dual()
        for number in 0..<6 {
            try builder.flow(
                "2001:db8::a", Office.card, to: "2001:db8:0:1::\(number + 100)", Office.router, .refused, at: 10)
        }
        #expect(try state(builder) == .dualConfigured)
    }

    // MARK: Without IPv4

    @Test func isIPv6MostlyWhenIPv4WasGivenUp() throws {
        var builder = SetBuilder()
        builder.link()
        let proof = builder.proof(0)
        try builder.mac(Office.card) {
            $0.requestsIPv6Only = proof
            $0.grantedIPv6Only = proof
        }
        try builder.bind("2001:db8::a", to: Office.card, by: .solicitationSource)
        try builder.bind("192.0.2.10", to: Office.card, by: .dhcpAcknowledgement)
        let profile = try Office.profile(builder.set)
        #expect(profile.state == .ipv6Mostly)
        #expect(profile.reasons.map(\.claim).contains("dhcp.ipv6-only-granted"))
    }

    @Test func isNotIPv6MostlyByAskingAlone() throws {
        var asking = SetBuilder()
        asking.link()
        let proof = asking.proof(0)
        try asking.mac(Office.card) { $0.requestsIPv6Only = proof }
        try asking.bind("2001:db8::a", to: Office.card, by: .solicitationSource)
        #expect(try state(asking) == .ipv6Only)
    }
}

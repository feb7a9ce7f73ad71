import NetworkTypes
import Testing
import TrafficObservation

@testable import HostCorrelation

/// Two machines and one IPv6 address. RFC 4862 §5.4.
@Suite struct ConflictFilterTests {
    static let address = "2001:db8:1::5"

    private func hosts(
        _ loser: [BindingEvidence], _ winner: [BindingEvidence], hasConflict: Bool = true
    ) throws -> [String: Int] {
        var builder = SetBuilder()
        builder.link()
        try builder.card(Card.first, ["10.20.30.10"])
        try builder.card(Card.second, ["10.20.30.20"])
        for evidence in loser { try builder.bind(Self.address, to: Card.first, by: evidence) }
        for evidence in winner { try builder.bind(Self.address, to: Card.second, by: evidence) }
        if hasConflict { try builder.conflict(Self.address, Card.second, Card.first) }
        var result: [String: Int] = [:]
        for host in HostCorrelator.correlate(builder.set).hosts {
            result[host.macs.first?.description ?? ""] = host.ipv6.count
        }
        return result
    }

    @Test(arguments: [BindingEvidence.duplicateAddressDetection, .dhcpv6Reply, .dhcpv6Client])
    func takesTheAddressFromTheMachineWhoseProbeWasAnswered(evidence: BindingEvidence) throws {
        #expect(try hosts([evidence], [.advertisementTarget]) == [Card.first: 0, Card.second: 1])
    }

    @Test func leavesItToAMachineThatUsesItAllTheSame() throws {
        #expect(
            try hosts([.duplicateAddressDetection, .solicitationSource], [.advertisementTarget])
                == [Card.first: 1, Card.second: 1])
    }

    /// Both asked at once, so that neither may have it.
    @Test func takesItFromBothThatOnlyProbed() throws {
        #expect(
            try hosts([.duplicateAddressDetection], [.duplicateAddressDetection])
                == [Card.first: 0, Card.second: 0])
    }

    @Test func leavesAProbeThatNobodyAnswered() throws {
        #expect(
            try hosts([.duplicateAddressDetection], [], hasConflict: false) == [Card.first: 1, Card.second: 0])
    }
}

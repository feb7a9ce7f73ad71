import NetworkTypes
import Testing
import TrafficObservation

@testable import HostCorrelation

@Suite struct RootFamiliesTests {
    /// Whole machines, each on a link of its own.
    private func machines(_ count: Int, onOneLink: Bool = false) throws -> SetBuilder {
        var builder = SetBuilder()
        for number in 0..<count {
            let link = number == 0 || !onOneLink ? builder.link(interface: UInt32(number)) : 0
            try builder.card(
                "00:50:56:9a:40:1\(number)", ["10.20.\(number).10", "2001:db8:\(number)::10"], on: link)
        }
        return builder
    }

    private func show(_ kind: IdentityKind, by machines: [Int], _ builder: inout SetBuilder, onOneLink: Bool = false)
        throws
    {
        for number in machines {
            let link = onOneLink ? 0 : number
            for address in ["10.20.\(number).10", "2001:db8:\(number)::10"] {
                try builder.identity(kind, "value", at: address, from: "00:50:56:9a:40:1\(number)", on: link)
            }
        }
    }

    @Test func refusesTheKeyOfClonesOnOneLink() throws {
        var builder = try machines(2, onOneLink: true)
        for kind in [IdentityKind.sshHostKey, .tlsKey] { try show(kind, by: [0, 1], &builder, onOneLink: true) }
        let table = HostCorrelator.correlate(builder.set)
        #expect(table.hosts.count == 2)
        #expect(table.hosts.allSatisfy { $0.refusals == ["B1 shared-identity", "C1 shared-identity"] })
        #expect(try table.host("10.20.0.10").rejected.first?.about == ["10.20.1.10", "2001:db8:1::10"])
    }

    @Test func doesNotJoinWholeMachinesByOneKeyOfAnImage() throws {
        var builder = try machines(2)
        try show(.sshHostKey, by: [0, 1], &builder)
        #expect(HostCorrelator.correlate(builder.set).hosts.count == 2)
    }

    /// Computer names go with an image, too; the group is the same.
    @Test func doesNotJoinWholeMachinesByTwoKeysOfOneGroup() throws {
        var builder = try machines(2)
        for kind in [IdentityKind.sshHostKey, .computerName] { try show(kind, by: [0, 1], &builder) }
        #expect(HostCorrelator.correlate(builder.set).hosts.count == 2)
    }

    @Test func joinsWholeMachinesByTwoIndependentKeys() throws {
        var builder = try machines(2)
        for kind in [IdentityKind.sshHostKey, .tlsKey] { try show(kind, by: [0, 1], &builder) }
        let table = HostCorrelator.correlate(builder.set)
        let host = try #require(table.hosts.first)
        #expect(table.hosts.count == 1)
        #expect(host.keys == [.sshHostKey, .tlsKey])
        #expect(abs((host.mergeConfidence ?? 0) - 0.96) < 1e-9)
    }

    @Test func doesNotJoinTheThirdCopyOfAnImage() throws {
        var builder = try machines(3)
        try show(.sshHostKey, by: [0, 1, 2], &builder)
        #expect(HostCorrelator.correlate(builder.set).hosts.count == 3)
        try show(.tlsKey, by: [0, 1], &builder)
        let table = HostCorrelator.correlate(builder.set)
        #expect(try table.isOne("10.20.0.10", "10.20.1.10"))
        #expect(table.hosts.count == 2)
    }

    /// One has IPv4, the others have IPv6: with which of them it is one, the key does not say.
    @Test func doesNotChooseAmongCopies() throws {
        var builder = SetBuilder()
        for (number, address) in ["10.20.0.10", "2001:db8:1::10", "2001:db8:2::10"].enumerated() {
            let link = builder.link(interface: UInt32(number))
            try builder.card("00:50:56:9a:40:1\(number)", [address], on: link)
            try builder.identity(.sshHostKey, "key", at: address, on: link)
        }
        #expect(HostCorrelator.correlate(builder.set).hosts.count == 3)
    }

    @Test func refusesMoreCardsThanAMachineHas() throws {
        var builder = SetBuilder()
        for number in 0..<9 {
            let link = builder.link(interface: UInt32(number))
            try builder.card("00:50:56:9a:40:1\(number)", ["10.20.\(number).10"], on: link)
            try builder.identity(.snmpEngine, "engine", at: "10.20.\(number).10", on: link)
        }
        let hosts = HostCorrelator.correlate(builder.set).hosts
        #expect(hosts.count == 9)
        #expect(hosts.allSatisfy { $0.rejected.count == 8 })
    }
}

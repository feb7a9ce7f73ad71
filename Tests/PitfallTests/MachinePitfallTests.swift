import HostClassification
import HostCorrelation
import NetworkTypes
import Testing
import TrafficObservation

/// Pitfalls about what a MAC stands for. Domain reference §4.6, numbers 12 to 19 and 35.
@Suite struct MachinePitfallTests {
    /// Pitfall 12.
    @Test func behindNAT44AddressesAreCountedAsAddresses() throws {
        let audited = try Audited(.nat44, site: .silent)
        let router = try audited.host("00:0d:b9:4a:fe:01")
        #expect(router.flags.contains(.router))
        #expect(router.ipv4 == ["198.51.100.1"])
        #expect(router.ipv6 == ["2001:db8:0:1::1"])
        let insiders = audited.table.unmerged.map(\.address.description).filter { $0.hasPrefix("2001:db8:20:30:") }
        #expect(insiders.count == 6)
        #expect(!audited.profiles.contains { $0.ipv6.contains { $0.hasPrefix("2001:db8:20:30:") } })
    }

    /// Pitfall 12, the other half.
    @Test func temporaryAddressesAreOneHostOnItsOwnLink() throws {
        let audited = try Audited(.nat44, "inside")
        let pc = try audited.host("98:90:96:a0:12:11")
        #expect(pc.ipv4 == ["10.20.30.11"])
        #expect(pc.ipv6.count >= 5)
        #expect(pc.addressKinds.filter { $0 == .temporary }.count == 4)
        #expect(pc.flags.contains(.temporaryAddresses))
        #expect(audited.profiles.filter { !$0.host.isRouter }.count == 3)
    }

    /// Pitfall 13.
    @Test func aServerWithAFamilyOnEachCardIsOneHost() throws {
        let audited = try Audited(.twoCards, site: .silent)
        #expect(try audited.hosts(at: "10.20.30.10").count == 1)
        #expect(try audited.hosts(at: "2001:db8:20:60::10").count == 1)
        withKnownIssue("the SSH host key (B1) and LLDP (A3) join nothing yet") {
            let server = try #require(try audited.hosts(at: "10.20.30.10").first)
            #expect(server.host.macs.map(\.description) == ["00:50:56:9a:13:10", "00:50:56:9a:13:11"])
            #expect(server.ipv6 == ["2001:db8:20:60::10"])
            #expect(server.host.merges.contains { [.linkDiscovery, .sshHostKey].contains($0.key) })
        }
        // The clients have no key in common.
        #expect(try audited.host("98:90:96:a0:13:11").ipv6 == [])
        #expect(try audited.host("54:ee:75:b0:13:12").ipv4 == [])
    }

    /// Pitfall 14.
    @Test func aDockIsNotOneMachine() throws {
        let audited = try Audited(.dock)
        let mac = "00:e0:4c:68:14:01"
        #expect(audited.profiles.contains { $0.flags.contains(.sharedMAC) && $0.host.macs.map(\.description) == [mac] })
        withKnownIssue("both laptops' addresses stay with the dock, though names, DUIDs and days differ") {
            #expect(
                !audited.profiles.contains { profile in
                    let names = Set(profile.host.names.map(\.name))
                    return names.isSuperset(of: ["laptop-a", "laptop-b"])
                })
            #expect(!audited.profiles.contains { $0.ipv4.count > 1 })
        }
    }

    /// Pitfall 15.
    @Test func virtualMachinesOfOnePortAreHostsOfTheirOwn() throws {
        let audited = try Audited(.virtualMachines)
        let guests = [
            "98:90:96:a0:15:11": "10.20.30.11", "00:15:5d:20:15:21": "10.20.30.21", "52:54:00:20:15:22": "10.20.30.22",
            "02:42:0a:14:1e:17": "10.20.30.23",
        ]
        for (mac, address) in guests {
            let guest = try audited.host(mac)
            #expect(guest.host.macs.count == 1)
            #expect(guest.ipv4 == [address])
            #expect(guest.ipv6.count == 1)
            #expect(guest.state == .dualOperational)
            #expect(!guest.flags.contains(.sharedMAC))
            #expect(!guest.host.isRouter)
        }
        #expect(try audited.host("52:54:00:20:15:22").flags.contains(.randomMAC))
        #expect(try !audited.host("00:15:5d:20:15:21").flags.contains(.randomMAC))
    }

    /// Pitfall 16.
    @Test func aRandomMACIsKeyOfItsSessionOnly() throws {
        let audited = try Audited(.randomMAC)
        let monday = try audited.host("da:a1:19:16:10:01")
        let tuesday = try audited.host("f2:5c:84:16:20:02")
        #expect(monday.host.id != tuesday.host.id)
        for phone in [monday, tuesday] {
            #expect(phone.flags.contains(.randomMAC))
            #expect(phone.ipv4.count == 1)
            #expect(phone.ipv6.count == 1)
            #expect(phone.host.names.map(\.name).contains("dien-thoai-lan"))
        }
    }

    /// Pitfall 17.
    @Test func remoteTrafficDoesNotBelongToTheRoutersMAC() throws {
        let audited = try Audited(.routerMAC, site: .silent)
        let router = try audited.host("00:0d:b9:4a:40:01")
        #expect(router.host.isRouter)
        #expect(router.ipv4 == ["10.20.40.1"])
        #expect(router.ipv6 == ["2001:db8:20:40::1"])
        for number in 1...6 {
            for address in ["10.20.30.1\(number)", "2001:db8:20:30::1\(number)"] {
                #expect(try audited.isUnmerged(address))
                #expect(try audited.hosts(at: address).isEmpty)
            }
        }
        #expect(try audited.host("00:50:56:9a:17:10").state == .dualOperational)
        #expect(audited.profiles.count == 2)
    }

    /// Pitfall 18.
    @Test func aVirtualRouterIsNeitherOfItsRouters() throws {
        let audited = try Audited(.virtualRouter)
        let first = try audited.host("00:0d:b9:4a:18:01")
        let second = try audited.host("00:0d:b9:4a:18:02")
        #expect(first.host.id != second.host.id)
        #expect(first.ipv4 == ["10.20.30.2"])
        #expect(first.ipv6 == ["2001:db8:20:30::2"])
        #expect(second.ipv4 == ["10.20.30.3"])
        #expect(second.ipv6 == ["2001:db8:20:30::3"])
        for mac in ["00:00:5e:00:01:1e", "00:00:5e:00:02:1f"] {
            let virtual = audited.profiles.filter { $0.host.macs.map(\.description).contains(mac) }
            #expect(virtual.allSatisfy { $0.flags.contains(.virtualMAC) })
        }
        let pc = try audited.host("98:90:96:a0:18:11")
        #expect(pc.host.macs.count == 1)
        #expect(pc.state == .dualOperational)
        withKnownIssue("the two virtual MACs of one pair of routers count as an IPv4-only and an IPv6-only host") {
            #expect(!audited.profiles.contains { $0.state == .ipv4Only || $0.state == .ipv6Only })
        }
    }

    /// Pitfall 19.
    @Test func aProxyDoesNotOwnWhatItAnswersFor() throws {
        let audited = try Audited(.proxy, site: .silent)
        let router = try audited.host("00:0d:b9:4a:30:01")
        #expect(router.ipv4 == ["10.20.30.1"])
        #expect(router.ipv6 == ["2001:db8:20:30::1"])
        let controller = try audited.host("00:1a:1e:20:19:50")
        #expect(controller.ipv4 == ["10.20.30.50"])
        for proxy in [router, controller] {
            #expect(proxy.host.rejected.contains { $0.because == "proxy-answer" })
        }
        for number in 1...6 {
            #expect(try audited.hosts(at: "10.20.31.1\(number)").isEmpty)
            #expect(try audited.hosts(at: "10.20.30.6\(number)").isEmpty)
        }
        #expect(try audited.hosts(at: "2001:db8:20:30::99").isEmpty)
        // The router's answer for it came without the override flag.
        #expect(router.host.rejected.contains { $0.about.contains("2001:db8:20:30::99") })
    }

    /// Pitfall 35.
    @Test func machinesBehindARepeaterAreKeptApart() throws {
        let audited = try Audited(.repeater)
        let repeater = try audited.host("14:cc:20:35:00:01")
        #expect(repeater.flags.contains(.sharedMAC))
        #expect(repeater.ipv4 == [])
        #expect(repeater.ipv6 == [])
        #expect(repeater.host.rejected.contains { $0.because == "shared-mac" })
        for number in 1...2 {
            let laptop = try audited.host("98:90:96:a0:35:1\(number)")
            #expect(laptop.ipv4.count == 1)
            #expect(laptop.ipv6 == ["2001:db8:20:30:9a90:96ff:fea0:351\(number)"])
            #expect(Set(laptop.host.names.map(\.name)) == ["LAPTOP-\(number)"])
            #expect(laptop.state == .dualOperational)
        }
    }
}

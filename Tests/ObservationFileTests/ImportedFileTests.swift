import NetworkTypes
import Testing
import TrafficObservation

@testable import ObservationFile

@Suite struct ImportedFileTests {
    static func file() throws -> ImportedFile {
        var file = ImportedFile(
            path: "cấu-hình.txt", digest: "ab12", kind: .ciscoIOS, made: CaptureTime(seconds: 1_790_000_000))
        let mac = try #require(MACAddress("00:50:56:9a:40:10"))
        let ipv4 = try #require(IPAddress("10.20.30.1"))
        let ipv6 = try #require(IPAddress("2001:db8::1"))
        file.hosts = [
            ImportedHost(
                name: "r1",
                interfaces: [
                    ImportedInterface(
                        name: "Vlan10", mac: mac,
                        addresses: [
                            ImportedAddress(ipv4, prefixLength: 24, origin: .manual, line: 4),
                            ImportedAddress(ipv6, line: 5),
                        ], line: 3, isShutDown: false, ipv6: .configured, routerAdvertisements: .sent)
                ], line: 1), ImportedHost(name: nil, line: 9),
        ]
        file.services = [
            ImportedService(
                host: "r1", transport: .tcp, port: 80, families: [.ipv4, .ipv6], addresses: [ipv4], line: 12)
        ]
        file.leases = [
            ImportedLease(
                address: ipv4, mac: mac, uniqueIdentifier: "0001", name: "pc",
                prefix: IPPrefix("2001:db8:1::/56"), line: 13)
        ]
        file.names = [
            ImportedName(
                name: "www.example.org", a: ipv4.ipv4.map { [$0] } ?? [], aaaa: ipv6.ipv6.map { [$0] } ?? [], line: 14)
        ]
        file.pointers = [ImportedPointer(address: ipv4, name: "www.example.org", line: 15)]
        file.switchPorts = [ImportedSwitchPort(device: "sw", mac: mac, vlan: 10, port: "Gi1/0/3", line: 16)]
        return file
    }

    static func run() throws -> ProbeRun {
        let time = CaptureTime(seconds: 1_790_000_000)
        let address = try #require(IPAddress("2001:db8::1"))
        var run = ProbeRun(
            digest: "cd34", started: time, ended: time, isComplete: false,
            vantage: ProbeVantage(ipv4: true, ipv6: false))
        run.chargedPackets = 17
        run.results = [
            ProbeResult(
                host: "system/one-stop/web", name: "www.example.org", address: address,
                check: ProbeCheck(.https, port: 443), grade: .operational, outcome: .answered, tries: 1, time: time,
                milliseconds: 12, value: 200, detail: "ok"),
            ProbeResult(
                host: "device/x", address: address, check: ProbeCheck(.icmpEcho), grade: .none, outcome: .timedOut,
                tries: 3, time: time),
        ]
        run.comparisons = [
            ProbeComparison(
                host: "system/one-stop/web", name: "www.example.org", check: ProbeCheck(.https, port: 443),
                content: .different, similarity: 512)
        ]
        run.identities = [ProbeIdentity(address: address, kind: .tlsKey, value: "ff", time: time)]
        var name = ProbedName(name: "www.example.org", server: address, time: time)
        name.isAAnswered = true
        name.aaaa = address.ipv6.map { [$0] } ?? []
        name.nameServers = ["ns1.example.org"]
        name.pointers = [ProbedPointer(address: address, name: "www.example.org")]
        run.names = [name]
        return run
    }

    @Test func importsAndProbesAreReadAsTheyWereWritten() throws {
        var set = ObservationSet()
        set.add(try Self.file())
        set.add(try Self.run())
        let read = try ObservationFile.decode(ObservationFile.encode(set), path: "x")
        #expect(read == set)
        #expect(read.imports == [try Self.file()])
        #expect(read.probes == [try Self.run()])
    }

    @Test func theSameContentCountsOnceInAnyOrder() throws {
        var one = ObservationSet()
        one.add(try Self.file())
        var other = ObservationSet()
        var moved = try Self.file()
        moved.path = "another.txt"
        other.add(moved)
        let merged = [try one.merged(with: other), try other.merged(with: one)]
        #expect(merged[0] == merged[1] && merged[0].imports.count == 1)
    }

    @Test func ofARunThatWentOnTheLongerOneCounts() throws {
        var longer = try Self.run()
        longer.ended = CaptureTime(seconds: 1_790_000_100)
        longer.isComplete = true
        var set = ObservationSet()
        set.add(longer)
        set.add(try Self.run())
        #expect(set.probes == [longer])
    }
}

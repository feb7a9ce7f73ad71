import NetworkTypes
import Testing

@Suite struct WellKnownServiceTests {
    @Test(
        arguments: [
            (.tcp, 88, "kerberos", .authentication), (.udp, 88, "kerberos", .authentication),
            (.tcp, 389, "ldap", .directory), (.tcp, 445, "microsoft-ds", .fileSharing),
            (.tcp, 9100, "pdl-datastream", .printing), (.tcp, 5432, "postgresql", .database),
            (.tcp, 993, "imaps", .mail), (.udp, 443, "https", .web), (.udp, 53, "domain", .nameResolution),
            (.udp, 161, "snmp", .management), (.tcp, 22, "ssh", .remoteShell), (.udp, 5060, "sip", .voice),
            (.tcp, 554, "rtsp", .video), (.tcp, 3260, "iscsi-target", .storage),
        ] as [(IPProtocol, UInt16, String, ServiceKind)])
    func namesAService(transport: IPProtocol, port: UInt16, name: String, kind: ServiceKind) throws {
        let service = try #require(WellKnownService.at(transport, port: port))
        #expect(service.name == name)
        #expect(service.kind == kind)
        #expect(!service.isWeak)
    }

    @Test(arguments: [8000, 8080, 8443, 50_000] as [UInt16])
    func saysThatAPortAloneIsWeak(port: UInt16) throws {
        #expect(try #require(WellKnownService.at(.tcp, port: port)).isWeak)
    }

    @Test func knowsNoOtherPortsAndTransports() {
        #expect(WellKnownService.at(.udp, port: 80) == nil)
        #expect(WellKnownService.at(.tcp, port: 0) == nil)
        #expect(WellKnownService.at(.tcp, port: 65_535) == nil)
        #expect(WellKnownService.at(.icmp, port: 53) == nil)
    }
}

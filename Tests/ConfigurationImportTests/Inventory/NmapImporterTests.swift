import NetworkTypes
import Testing
import TrafficObservation

@testable import ConfigurationImport

@Suite struct NmapImporterTests {
    static let ipv4Scan = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE nmaprun>
        <?xml-stylesheet href="file:///usr/bin/../share/nmap/nmap.xsl" type="text/xsl"?>
        <!-- Nmap 7.93 scan initiated as: nmap -oX - 10.20.40.0/24 -->
        <nmaprun scanner="nmap" args="nmap -oX - 10.20.40.0/24" start="1763971200" version="7.93" xmloutputversion="1.05">
        <scaninfo type="syn" protocol="tcp" numservices="1000" services="1,3-4"/>
        <verbose level="0"/>
        <hosthint><status state="up" reason="arp-response"/><address addr="10.20.40.99" addrtype="ipv4"/></hosthint>
        <host starttime="1763971201" endtime="1763971205"><status state="up" reason="arp-response" reason_ttl="0"/>
        <address addr="10.20.40.10" addrtype="ipv4"/>
        <address addr="00:50:56:9A:40:10" addrtype="mac" vendor="VMware &amp; Co"/>
        <hostnames>
        <hostname name="mot-cua.haihau.example" type="user"/>
        <hostname name="Web01.haihau.example" type="PTR"/>
        </hostnames>
        <ports><extraports state="closed" count="997"><extrareasons reason="reset" count="997"/></extraports>
        <port protocol="tcp" portid="80"><state state="open" reason="syn-ack" reason_ttl="64"/><service name="http"/></port>
        <port protocol="tcp" portid="443"><state state="open" reason="syn-ack"/><service name="https"/></port>
        <port protocol="tcp" portid="3389"><state state="filtered" reason="no-response"/></port>
        <port protocol="udp" portid="161"><state state="open|filtered" reason="no-response"/></port>
        </ports>
        </host>
        <host><status state="down" reason="no-response"/><address addr="10.20.40.11" addrtype="ipv4"/></host>
        <host><status state="up" reason="echo-reply"/><address addr="10.20.40.12" addrtype="ipv4"/><hostnames>
        </hostnames></host>
        """
    static let ipv6Scan = """
        <?xml version="1.0"?>
        <!DOCTYPE nmaprun PUBLIC "-//IDN nmap.org//DTD Nmap XML 1.04//EN" "https://svn.nmap.org/nmap/docs/nmap.dtd">
        <nmaprun scanner="nmap" args="nmap -6" start="1763974800">
        <host><status state="up" reason="nd-response"/>
        <address addr="2001:db8:20:40::10" addrtype="ipv6"/><address addr="00:50:56:9A:40:10" addrtype="mac"/>
        <ports><port protocol="tcp" portid="443"><state state="open"/></port>
        <port protocol="tcp" portid="22"><state state="open"/></port></ports></host>
        </nmaprun>
        """
    static let end = "\n<runstats><finished time=\"1763971300\"/></runstats>\n</nmaprun>\n"

    static func read(_ text: String) throws -> ImportedFile { try NmapImporter.read(SheetSamples.source(text)) }

    @Test func takesHostsThatAreUpWithAddressesNamesAndOpenPorts() throws {
        let file = try Self.read(Self.ipv4Scan + Self.end)
        #expect(file.hosts.map(\.name) == ["mot-cua.haihau.example", nil])
        #expect(file.hosts.map(\.line) == [9, 24])
        let interface = try #require(file.hosts[0].interfaces.first)
        #expect(interface.mac?.description == "00:50:56:9a:40:10")
        #expect(interface.addresses.map(\.address.description) == ["10.20.40.10"])
        #expect(file.services.map(\.port) == [80, 443])
        #expect(file.services.map(\.host) == ["mot-cua.haihau.example", "mot-cua.haihau.example"])
        #expect(file.services.allSatisfy { $0.families == [.ipv4] && $0.transport == .tcp })
        #expect(file.services.map(\.line) == [17, 18])
        #expect(
            file.pointers == [
                ImportedPointer(address: try #require(IPAddress("10.20.40.10")), name: "web01.haihau.example", line: 14)
            ])
        #expect(file.made == CaptureTime(seconds: 1_763_971_200))
    }

    @Test func scansOfBothFamiliesInOneFileJoinByMAC() throws {
        let file = try Self.read(Self.ipv4Scan + Self.end + Self.ipv6Scan)
        #expect(file.hosts.count == 2)
        #expect(
            file.hosts[0].interfaces[0].addresses.map(\.address.description) == ["10.20.40.10", "2001:db8:20:40::10"])
        #expect(file.hosts[0].interfaces[0].ipv6 == .configured)
        let families = Dictionary(uniqueKeysWithValues: file.services.map { ($0.port, $0.families) })
        #expect(families == [80: [.ipv4], 443: [.ipv4, .ipv6], 22: [.ipv6]])
    }

    @Test func anInterruptedFileKeepsWhatIsComplete() throws {
        let file = try Self.read(
            Self.ipv4Scan + "\n<host><status state=\"up\"/><address addr=\"10.20.40.13\" addrtype=\"ipv4\"/>")
        #expect(file.hosts.count == 2)
        #expect(try Self.read(String(Self.ipv4Scan.prefix(1200))).hosts.isEmpty)
        #expect(try Self.read(Self.ipv4Scan + "\nStats: 0:00:10 elapsed; 3 hosts <host").hosts.count == 2)
    }

    @Test func hostsThatWereOnlyDeclaredUpAreNotThere() throws {
        let text = """
            <nmaprun args="nmap -Pn"><host><status state="up" reason="user-set"/><address addr="10.0.0.1" addrtype="ipv4"/>
            <ports><port protocol="tcp" portid="80"><state state="filtered"/></port></ports></host>
            <host><status state="up" reason="user-set"/><address addr="10.0.0.2" addrtype="ipv4"/>
            <ports><port protocol="tcp" portid="80"><state state="open"/></port></ports></host></nmaprun>
            """
        let file = try Self.read(text)
        #expect(file.hosts.map { $0.interfaces[0].addresses[0].address.description } == ["10.0.0.2"])
        #expect(file.services.map(\.host) == ["10.0.0.2"])
    }

    @Test func entitiesAreNotDeclared() {
        let text = "<!DOCTYPE nmaprun [<!ENTITY a \"b\">]><nmaprun></nmaprun>"
        #expect(throws: ImportFailure.self) { try Self.read(text) }
    }

    @Test func anotherXMLIsRefused() {
        #expect(throws: ImportFailure.self) { try Self.read("<html></html>") }
    }

    @Test func isTakenForNmap() throws {
        let source = SheetSamples.source(Self.ipv4Scan)
        #expect(NmapImporter.likeness(source, lines: try source.lines()[...]) == 100)
    }
}

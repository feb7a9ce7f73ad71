import NetworkTypes
import Testing
import TrafficObservation

@testable import ConfigurationImport

@Suite struct ServerImporterTests {
    private func services(_ importer: any ConfigurationImporter.Type, _ text: String) throws -> [String] {
        let file = try importer.read(ImportSource(path: "x.conf", bytes: Array(text.utf8), digest: "00"))
        return file.services.map { service in
            let families = service.families.sorted().map(\.name).joined(separator: "+")
            return "\(service.transport.name)/\(service.port) \(families) \(service.line)"
        }.sorted()
    }

    @Test func nginxListensOnTheFamilyThatEachLineNames() throws {
        let text = """
            server {
                listen 80;
                server_name mot-cua.haihau.example;
            }
            server {
                listen [::]:443 ssl;
                # listen [::]:8080;
                listen 127.0.0.1:9000;
                listen unix:/run/x.sock;
            }
            """
        #expect(try services(NginxImporter.self, text) == ["tcp/443 ipv6 6", "tcp/80 ipv4 2"])
    }

    @Test func apacheListensOnBothWhereNoAddressIsNamed() throws {
        let text = "Listen 80\nListen 0.0.0.0:8080\nListen [::]:443 https\n<VirtualHost *:80>\n</VirtualHost>\n"
        #expect(
            try services(ApacheImporter.self, text) == ["tcp/443 ipv6 3", "tcp/80 ipv4+ipv6 1", "tcp/8080 ipv4 2"])
    }

    @Test func postfixServesTheFamiliesThatItIsTold() throws {
        let text = "myhostname = mail.haihau.example\ninet_interfaces = all\ninet_protocols = ipv4\n"
        let found = try services(PostfixImporter.self, text)
        #expect(found.count == 1 && found[0].hasPrefix("tcp/25 ipv4 "))
        #expect(try services(PostfixImporter.self, text.replacing("= all", with: "= loopback-only")).isEmpty)
    }

    @Test func sshServesBothFamiliesUnlessItIsToldOtherwise() throws {
        let plain = "PermitRootLogin no\nPasswordAuthentication no\nSubsystem sftp internal-sftp\n"
        #expect(try services(SSHServerImporter.self, plain).map { $0.prefix(16) } == ["tcp/22 ipv4+ipv6"])
        let bound = "Port 2222\nAddressFamily inet\n" + plain
        let found = try services(SSHServerImporter.self, bound)
        #expect(found.count == 1 && found[0].hasPrefix("tcp/2222 ipv4 "))
    }

    @Test func postgreSQLListensOnItselfOnlyUnlessItIsTold() throws {
        let base = "max_connections = 100\nshared_buffers = 128MB\ndatestyle = 'iso, dmy'\n"
        #expect(try services(PostgreSQLImporter.self, base + "listen_addresses = 'localhost'\n").isEmpty)
        let all = try services(PostgreSQLImporter.self, base + "listen_addresses = '*'\nport = 5433\n")
        #expect(all.count == 1 && all[0].hasPrefix("tcp/5433 ipv4+ipv6 "))
        let old = try services(PostgreSQLImporter.self, base + "listen_addresses = '0.0.0.0'\n")
        #expect(old.count == 1 && old[0].hasPrefix("tcp/5432 ipv4 "))
    }

    @Test(arguments: [
        "hostname r1\ninterface Vlan10\n ip address 192.0.2.1 255.255.255.0\n",
        "$TTL 3600\n@ IN SOA ns1 admin 1 2 3 4 5\n", "xin chào\n", "",
    ])
    func otherTextsAreTakenForNone(text: String) {
        let source = ImportSource(path: "x", bytes: Array(text.utf8), digest: "")
        let lines = (try? source.lines()) ?? []
        let importers: [any ConfigurationImporter.Type] = [
            NginxImporter.self, ApacheImporter.self, PostfixImporter.self, SSHServerImporter.self,
            PostgreSQLImporter.self,
        ]
        for importer in importers {
            #expect(importer.likeness(source, lines: lines[...]) < 50, "\(importer.kind)")
        }
    }
}

import NetworkTypes
import SiteModel
import Testing
import TrafficObservation

@testable import ConfigurationImport

@Suite struct NetBoxImporterTests {
    static let addresses = """
        address,status,vrf,tenant,role,device,virtual_machine,interface,is_primary,dns_name,description
        10.20.40.10/24,active,,UBND xã Hải Hậu,,srv-01,,eth0,True,mot-cua.haihau.example,"Một cửa, chính"
        2001:db8:20:40::10/64,active,,UBND xã Hải Hậu,,srv-01,,eth0,False,,
        10.20.40.20/24,dhcp,,,,,vm-db,ens18,True,,
        10.20.40.1/24,active,,,vip,srv-01,,eth0,False,,
        10.20.40.77/24,active,,,,,,,False,may-in.haihau.example,
        10.20.40.77/24,active,khach,,,,,,False,,
        10.20.40.78/24,deprecated,,,,,,,False,,
        10.20.40.79/24,reserved,,,,,,,False,,

        """
    static let devices = """
        name,role,tenant,manufacturer,device_type,serial,status,site,location,primary_ip4,primary_ip6
        sw-01,Switch,UBND xã Hải Hậu,Cisco,C2960,FOC1,active,Trụ sở,Tầng 1,10.20.30.2/24,2001:db8:20:30::2/64
        sw-02,Switch,,Cisco,C2960,FOC2,offline,Trụ sở,,,

        """
    static let api = """
        {
          "count": 2, "next": null, "previous": null,
          "results": [
            {
              "id": 1, "url": "https://netbox.example/api/ipam/ip-addresses/1/", "display": "10.20.40.10/24",
              "family": {"value": 4, "label": "IPv4"}, "address": "10.20.40.10/24", "vrf": null,
              "tenant": {"id": 1, "name": "UBND x\\u00e3 H\\u1ea3i H\\u1eadu"}, "status": {"value": "active", "label": "Active"},
              "role": null, "assigned_object_type": "dcim.interface",
              "assigned_object": {"id": 7, "name": "eth0", "device": {"id": 3, "name": "srv-01"}},
              "dns_name": "mot-cua.haihau.example", "description": "", "tags": []
            },
            {
              "id": 2, "address": "2001:db8:20:40::10/64", "status": {"value": "slaac"}, "role": null, "vrf": null,
              "assigned_object": {"name": "eth0", "device": {"name": "srv-01"}}, "dns_name": ""
            }
          ]
        }
        """

    static func read(_ text: String) throws -> ImportedFile { try NetBoxImporter.read(SheetSamples.source(text)) }

    @Test func groupsAddressesByDeviceAndInterface() throws {
        let file = try Self.read(Self.addresses)
        #expect(file.hosts.map(\.name) == ["srv-01", "vm-db", "may-in.haihau.example", nil])
        #expect(file.hosts.map(\.line) == [2, 4, 6, 7])
        let interface = try #require(file.hosts[0].interfaces.first)
        #expect(interface.name == "eth0")
        #expect(interface.addresses.map(\.address.description) == ["10.20.40.10", "2001:db8:20:40::10"])
        #expect(interface.addresses.map(\.prefixLength) == [24, 64])
        #expect(interface.ipv6 == .configured)
        #expect(file.hosts[1].interfaces[0].addresses[0].origin == .dhcp)
    }

    @Test func readsDevices() throws {
        let file = try Self.read(Self.devices)
        #expect(file.hosts.map(\.name) == ["sw-01", "sw-02"])
        let table = try NetBoxImporter.table(SheetSamples.source(Self.devices), agencies: SheetSamples.agencies)
        #expect(table.rows[0].host.kind == .switch)
        #expect(table.rows[0].host.owner == "xa-hai-hau")
        #expect(table.rows[0].host.model == "Cisco C2960")
        #expect(table.rows[0].host.location == "Tầng 1")
        #expect(table.rows[0].host.addresses.count == 2)
        #expect(table.rows[1].host.serial == "FOC2")
    }

    @Test func readsAnswersOfTheAPI() throws {
        let file = try Self.read(Self.api)
        #expect(file.hosts.map(\.name) == ["srv-01"])
        #expect(file.hosts[0].line == 4)
        #expect(file.hosts[0].interfaces[0].addresses.map(\.line) == [4, 12])
        #expect(file.hosts[0].interfaces[0].addresses.map(\.origin) == [.unknown, .slaac])
        let table = try NetBoxImporter.table(SheetSamples.source(Self.api), agencies: SheetSamples.agencies)
        #expect(table.rows[0].host.owner == "xa-hai-hau")
        #expect(table.rows[0].host.names == ["mot-cua.haihau.example"])
    }

    @Test func readsAnExportedTable() throws {
        let text =
            "IP Address,VRF,Status,Role,Tenant,Assigned,DNS Name,Description,Interface,Parent\n"
            + "10.0.0.1/24,Global,Active,—,—,True,,,eth0,srv-01\n"
        #expect(try Self.read(text).hosts.map(\.name) == ["srv-01"])
    }

    @Test func readsCardsOfInterfaces() throws {
        let file = try Self.read(
            "device,name,type,enabled,mac_address\nsrv-01,eth0,1000base-t,true,00:50:56:9A:40:10\n")
        #expect(file.hosts[0].interfaces.map(\.name) == ["eth0"])
        #expect(file.hosts[0].interfaces[0].mac?.description == "00:50:56:9a:40:10")
    }

    @Test func givesAllProblemsWithTheirPlaces() {
        do throws(ImportFailure) {
            _ = try NetBoxImporter.read(
                SheetSamples.source("status,address,vrf,tenant\nactive,10.0.0.999/24,,\nactive,10.0.0.1/99,,\n"))
            Issue.record("nothing was wrong")
        } catch {
            #expect(error.problems.map(\.line) == [2, 3])
            #expect(error.problems.map(\.column) == [8, 8])
        }
    }

    @Test func isToldFromAnOfficesList() throws {
        for text in [Self.addresses, Self.devices, Self.api] {
            let source = SheetSamples.source(text)
            let lines = try source.lines()
            #expect(NetBoxImporter.likeness(source, lines: lines[...]) >= 80)
            #expect(InventoryImporter.likeness(source, lines: lines[...]) < 50)
        }
        let list = SheetSamples.source("STT,Tên thiết bị,IP,MAC\n1,a,10.0.0.1,\n")
        #expect(NetBoxImporter.likeness(list, lines: try list.lines()[...]) == 0)
        let addresses = SheetSamples.source("[{\"ifname\": \"eth0\", \"address\": \"00:11:22:33:44:55\"}]")
        #expect(NetBoxImporter.likeness(addresses, lines: try addresses.lines()[...]) == 0)
    }
}

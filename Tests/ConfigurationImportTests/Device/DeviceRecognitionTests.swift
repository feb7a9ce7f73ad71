import ConfigurationImport
import Messages
import NetworkTypes
import TestSupport
import Testing
import TrafficObservation

@Suite struct DeviceRecognitionTests {
    private static let samples: [(ImportKind, String)] =
        DeviceSamples.configurations + TableSamples.neighbours.map { (.neighbours, $0) }
        + TableSamples.macTables.map { (.macTable, $0) }

    private static func likeness(_ text: String) -> [ImportKind: Int] {
        let source = DeviceSamples.source(text)
        let lines = (try? source.lines()) ?? []
        return Dictionary(
            uniqueKeysWithValues: DeviceSamples.importers.map { ($0.kind, $0.likeness(source, lines: lines[...])) })
    }

    @Test func everySampleIsTakenForItsOwnKindAndNoOther() {
        for (number, (kind, text)) in Self.samples.enumerated() {
            let likeness = Self.likeness(text)
            #expect((likeness[kind] ?? 0) >= 80, "sample \(number) of \(kind)")
            for (other, value) in likeness where other != kind {
                #expect(value < 50, "sample \(number) of \(kind) as \(other)")
            }
        }
    }

    @Test(arguments: [
        "1732400000 00:11:22:33:44:55 192.0.2.20 may-01 01:00:11:22:33:44:55\n1732400001 00:11:22:33:44:56 192.0.2.21 * *\n",
        "$TTL 3600\n@ IN SOA ns1 admin 1 2 3 4 5\nwww IN A 192.0.2.1\nwww IN AAAA 2001:db8::1\n",
        "STT,Tên thiết bị,Địa chỉ IP,Địa chỉ MAC\n1,May in,192.0.2.20,00:11:22:33:44:55\n",
        "interface eth0 {\n  AdvSendAdvert on;\n  prefix 2001:db8::/64 { };\n};\n",
        "server {\n  listen 80;\n  listen [::]:80;\n}\n",
        "network:\n  version: 2\n  ethernets:\n    eth0:\n      addresses: [192.0.2.1/24]\n",
        "auto eth0\niface eth0 inet static\n  address 192.0.2.1\n  netmask 255.255.255.0\n",
        "config interface 'lan'\n\toption proto 'static'\n\toption ipaddr '192.0.2.1'\n",
        "set interfaces ethernet eth0 address '192.0.2.1/24'\nset system host-name 'vyos'\n",
        "lease 192.0.2.20 {\n  hardware ethernet 00:11:22:33:44:55;\n  binding state active;\n}\n",
    ])
    func otherFormatsAreTakenForNone(text: String) {
        for (kind, value) in Self.likeness(text) { #expect(value < 50, "\(kind)") }
    }

    @Test func aConfigurationOfAnotherMakerIsRefusedWithItsKind() {
        #expect(throws: ImportFailure.self) {
            _ = try CiscoIOSImporter.read(DeviceSamples.source(DeviceSamples.huawei))
        }
        do {
            _ = try CiscoIOSImporter.read(DeviceSamples.source(DeviceSamples.huawei))
        } catch {
            #expect(error.text(in: .english).contains("v6audit import huawei-vrp"))
            #expect(error.text(in: .vietnamese).contains("v6audit import huawei-vrp"))
        }
    }

    @Test func anUnrelatedOrEmptyTextIsRefused() {
        for importer in DeviceSamples.importers {
            for text in ["", "\n\n", "xin chào\nđây là văn bản\n"] {
                #expect(throws: ImportFailure.self) { _ = try importer.read(DeviceSamples.source(text)) }
            }
        }
    }

    @Test func aTextCutAnywhereNeverTraps() {
        for (_, text) in Self.samples {
            let bytes = Array(text.utf8)
            for length in stride(from: 0, to: bytes.count, by: 23) {
                for importer in DeviceSamples.importers {
                    _ = try? importer.read(DeviceSamples.source(Array(bytes[..<length])))
                }
            }
        }
    }

    @Test(arguments: Array(Self.samples.indices))
    func mutatedTextsNeverTrap(sample: Int) {
        let (kind, text) = Self.samples[sample]
        let importers = DeviceSamples.importers.filter { $0.kind == kind }
        var generator = SeededGenerator(seed: UInt64(sample))
        let seed = Array(text.utf8)
        for _ in 0..<(10_000 / 8) {
            let source = DeviceSamples.source(generator.mutated(seed).map { $0 == 0 ? 0x20 : $0 })
            let lines = (try? source.lines()) ?? []
            for importer in importers {
                _ = try? importer.read(source)
                _ = importer.likeness(source, lines: lines[...])
            }
        }
    }
}

import Testing

@testable import HostClassification

@Suite struct DHCPFingerprintTests {
    @Test func everyListHasASourceAndIsThereOnce() {
        #expect(DHCPParameterList.all.allSatisfy { $0.source.hasPrefix("https://") })
        #expect(Set(DHCPParameterList.all.map(\.options)).count == DHCPParameterList.all.count)
        #expect(DHCPParameterList.all.allSatisfy { (0.0...1).contains($0.strength) && $0.options.count > 4 })
    }

    @Test func everyVendorClassHasASourceAndIsThereOnce() {
        #expect(DHCPVendorClass.all.allSatisfy { !$0.source.isEmpty })
        #expect(Set(DHCPVendorClass.all.map { $0.prefix.lowercased() }).count == DHCPVendorClass.all.count)
        #expect(DHCPVendorClass.all.allSatisfy { $0.vendor != nil || $0.system != nil || $0.role != nil })
    }

    @Test func theOrderOfAListCounts() {
        #expect(DHCPParameterList.matching([1, 121, 3, 6, 15, 119, 252])?.system == .ios)
        #expect(DHCPParameterList.matching([1, 3, 6, 15, 119, 121, 252]) == nil)
    }

    @Test func aVendorClassIsKnownByItsBeginningInWhateverCase() {
        #expect(DHCPVendorClass.matching("Cisco AP c1130")?.role == .accessPoint)
        #expect(DHCPVendorClass.matching("msft 5.0")?.system == .windows)
        #expect(DHCPVendorClass.matching("udhcp 1.22.1")?.vendor == nil)
        #expect(DHCPVendorClass.matching("my msft 5.0") == nil)
    }
}

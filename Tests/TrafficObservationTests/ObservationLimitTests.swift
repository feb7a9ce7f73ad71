import Foundation
import NetworkTypes
import PacketDecode
import TestSupport
import Testing
import TrafficObservation

/// What a hostile capture can make the tables grow to.
@Suite struct ObservationLimitTests {
    /// Frames of every kind with random machines, addresses and names.
    private static func flood(_ random: inout SeededGenerator, _ frames: inout ObservedFrames, count: Int) {
        for _ in 0..<count {
            let mac = octets(random.next() & 0xfeff_ffff_ffff, 6)
            let ipv4 = [10] + octets(random.next(), 3)
            let ipv6: [UInt8] = [0xfe, 0x80, 0, 0, 0, 0, 0, 0] + octets(random.next(), 8)
            switch random.next() % 6 {
            case 0: frames.add(arp(mac, ipv4))
            case 1: frames.add(udp4(mac, ipv4, [192, 0, 2] + octets(random.next(), 1), 40000, 9000))
            case 2: frames.add(icmp6(mac, ipv6, [133, 0, 0, 0, 0, 0, 0, 0]))
            case 3:
                frames.add(
                    icmp6(mac, ipv6, [134, 0, 0, 0, 64, 0, 0x07, 0x08] + [UInt8](repeating: 0, count: 8)))
            case 4:
                let name = octets(random.next() & 0x0f0f_0f0f_0f0f_0f0f | 0x6060_6060_6060_6060, 8)
                frames.add(
                    udp4(
                        mac, ipv4, [192, 0, 2, 53], 40000, 53,
                        [0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 8] + name + [0, 0, 28, 0, 1]))
            default: frames.add(tagged(arp(mac, ipv4), UInt16(truncatingIfNeeded: random.next()) & 0xfff))
            }
        }
    }

    private static func octets(_ value: UInt64, _ count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
    }

    private static func arp(_ mac: [UInt8], _ address: [UInt8]) -> [UInt8] {
        [UInt8](repeating: 255, count: 6) + mac + [8, 6, 0, 1, 8, 0, 6, 4, 0, 1] + mac + address
            + [0, 0, 0, 0, 0, 0, 192, 0, 2, 1]
    }

    private static func tagged(_ frame: [UInt8], _ vlan: UInt16) -> [UInt8] {
        Array(frame[..<12]) + [0x81, 0, UInt8(vlan >> 8), UInt8(vlan & 255)] + Array(frame[12...])
    }

    private static func udp4(
        _ mac: [UInt8], _ source: [UInt8], _ destination: [UInt8], _ from: UInt16, _ to: UInt16,
        _ data: [UInt8] = [1, 2, 3, 4]
    ) -> [UInt8] {
        let length = UInt8(28 + data.count)
        return [2, 0, 0, 0, 0, 1] + mac + [8, 0, 0x45, 0, 0, length, 0, 0, 0, 0, 64, 17, 0, 0] + source + destination
            + [UInt8(from >> 8), UInt8(from & 255), UInt8(to >> 8), UInt8(to & 255), 0, length - 20, 0, 0] + data
    }

    private static func icmp6(_ mac: [UInt8], _ source: [UInt8], _ message: [UInt8]) -> [UInt8] {
        [0x33, 0x33, 0, 0, 0, 1] + mac + [0x86, 0xdd, 0x60, 0, 0, 0, 0, UInt8(message.count), 58, 255] + source
            + [0xff, 2] + [UInt8](repeating: 0, count: 13) + [1] + message
    }

    private static func counts(_ set: ObservationSet) -> [ObservationLimit: Int] {
        [
            .links: set.links.count, .macs: set.macs.count, .bindings: set.bindings.count,
            .sources: set.sources.count, .flows: set.flows.count, .routers: set.routers.count,
            .dnsNames: set.dnsNames.count, .resolutions: set.resolutions.count, .roleHints: set.statedRoles.count,
        ]
    }

    @Test func noTableExceedsItsLimitAndEachOneIsReported() {
        var limits = ObservationLimits()
        for limit in ObservationLimit.allCases { limits[limit] = 20 }
        // A table that is filled through another one must be the smaller of the two.
        for limit in [ObservationLimit.sources, .resolutions, .roleHints] { limits[limit] = 10 }
        var frames = ObservedFrames(limits: limits)
        var random = SeededGenerator(seed: 3)
        Self.flood(&random, &frames, count: 6000)
        let set = frames.finished()
        for (limit, count) in Self.counts(set) {
            #expect(count <= 20, "\(limit.rawValue)")
            #expect(set.captures[0].anomalies["limit.\(limit.rawValue)"] != nil, "\(limit.rawValue) is not reported")
        }
        for link in set.links { #expect(link.broadcastARPSenders.count <= 20) }
        for mac in set.macs { #expect(mac.unboundSources.count <= 20) }
    }

    @Test func oneMachineWithManyAddressesFillsNothing() {
        var limits = ObservationLimits()
        limits.sources = 1000
        limits.bindings = 1000
        var frames = ObservedFrames(limits: limits)
        for number in 0..<5000 as Range<UInt64> {
            frames.add(Self.arp([2, 0, 0, 0, 0, 9], [10] + Self.octets(number, 3)))
            frames.add(Self.udp4([2, 0, 0, 0, 0, 9], [10] + Self.octets(number, 3), [192, 0, 2, 1], 40000, 9000))
        }
        let set = frames.finished()
        #expect(set.macs.count == 1)
        #expect(set.sources.count == 1000)
        #expect(set.bindings.count == 1000)
        #expect(set.macs[0].unboundSources.count <= limits.setMembers)
        #expect(set.captures[0].anomalies["limit.sources"] == 4000)
        #expect(set.captures[0].anomalies["limit.bindings"] == 4000)
    }

    @Test func mergedTablesKeepTheirLimits() throws {
        var random = SeededGenerator(seed: 9)
        var limits = ObservationLimits()
        limits.macs = 300
        var sets: [ObservationSet] = []
        for path in ["a.pcap", "b.pcap"] {
            var frames = ObservedFrames(path: path)
            Self.flood(&random, &frames, count: 1000)
            sets.append(frames.finished())
        }
        let merged = try sets[0].merged(with: sets[1], limits: limits)
        #expect(merged.macs.count == 300)
        #expect(merged.captures[1].anomalies["limit.macs"] != nil)
    }

    /// 300,000 random senders of ARP cost less than 1,000 bytes each.
    @Test func aFloodStaysInItsMemoryBudget() throws {
        let before = try Self.residentBytes()
        var frames = ObservedFrames()
        var random = SeededGenerator(seed: 5)
        for _ in 0..<300_000 {
            frames.add(Self.arp(Self.octets(random.next() & 0xfeff_ffff_ffff, 6), [10] + Self.octets(random.next(), 3)))
        }
        let set = frames.finished()
        #expect(set.macs.count > 250_000)
        #expect(try Self.residentBytes() - before < 300_000 * 1000)
    }

    /// From proc(5); pages of 4 KiB.
    private static func residentBytes() throws -> Int {
        let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        return (text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 4096
    }

    @Test func everyLimitHasANameOfItsOwn() {
        var limits = ObservationLimits()
        for (place, limit) in ObservationLimit.allCases.enumerated() { limits[limit] = place + 1 }
        #expect(ObservationLimit.allCases.map { limits[$0] } == Array(1...ObservationLimit.allCases.count))
    }
}

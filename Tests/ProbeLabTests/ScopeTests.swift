import Foundation
import TestSupport
import Testing

/// Nothing is sent to an address that the site does not allow: the frames that leave the client prove it.
@Suite(.enabled(if: Laboratory.hindrance == nil, Laboratory.reason), .timeLimit(.minutes(3))) struct ScopeTests {
    private static let allowed = ["10.77.2.", "2001:db8:77:2::"]
    private static let exclude = ["10.77.2.128/25", "2001:db8:77:2:8000::/65"]

    /// 200 rows, half of them with an address that must not be touched, many with names that lead there.
    private static func inventory(seed: UInt64) -> LaboratorySite {
        var random = SeededGenerator(seed: seed)
        let names = [
            "www", "thu-dien-tu", "ngoai", "mot-nua", "bi-danh", "con", "chuyen-huong", "thu-ngoai", "ns-ngoai",
            "khong-co",
        ]
        let ports = ["tcp/22", "tcp/25", "tcp/80", "tcp/443", "tcp/8080", "udp/53", "udp/123"]
        func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        func good() -> String {
            let machine = [80, 25, 22, 12, 53, 81].randomElement(using: &random) ?? 80
            return Bool.random(using: &random) ? "10.77.2.\(machine)" : "2001:db8:77:2::\(machine)"
        }
        func bad() -> (segment: String?, address: String) {
            let last = number(1...120)
            switch number(0...7) {
            case 0: return (nil, "198.51.100.\(last)")
            case 1: return (nil, "2001:db8:ffff::\(last)")
            case 2: return ("may-chu", "10.77.2.\(128 + last)")
            case 3: return ("may-chu", "2001:db8:77:2:8000::\(last)")
            case 4: return ("mat", "10.77.4.\(last)")
            case 5: return ("mat", "2001:db8:77:4::\(last)")
            case 6: return ("chua-cho-phep", "10.77.5.\(last)")
            // Of the allowed segment by the row's word, of a secret one by its address.
            default: return ("may-chu", "10.77.4.\(last)")
            }
        }
        var site = LaboratorySite(hosts: [])
        for row in 0..<200 {
            var host = LaboratorySite.Host(name: "may-\(row)")
            let (segment, address) = row % 2 == 0 ? ("may-chu", good()) : bad()
            host.segment = segment
            host.addresses = [address]
            if number(0...3) == 0, row % 2 == 0 { host.addresses.append(bad().address) }
            if number(0...1) == 0 { host.names = [(names.randomElement(using: &random) ?? "www") + ".haihau.example"] }
            if number(0...9) == 0 { host.names.append("www.ngoai.example") }
            host.ports = ports.filter { _ in Bool.random(using: &random) }
            site.hosts.append(host)
        }
        site.addresses += ["10.77.4.0/24", "2001:db8:77:4::/64", "10.77.5.0/24"]
        site.exclude = exclude
        site.packetsPerSecond = 3000
        return site
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func noPacketLeavesTowardsAnAddressThatTheSiteDoesNotAllow(seed: UInt64) async throws {
        try await Laboratory.with("leading-out") { lab in
            let site = try lab.write(Self.inventory(seed: seed))
            var status: Int32 = -1
            var errors = ""
            let frames = try lab.framesSent {
                let result = try lab.probe(site).finish()
                (status, errors) = (result.status, result.errors)
            }
            #expect(status == 0 || status == 1, "\(errors)")
            Self.judge(frames, seed)
            #expect(frames.contains { $0.isConnecting })
            #expect(frames.highestRate <= 3000, "seed \(seed)")
        }
    }

    private static func judge(_ frames: [Frame], _ seed: UInt64) {
        let wrong = frames.filter { frame in !isAllowed(frame.destination) }
        #expect(wrong.isEmpty, "seed \(seed): \(wrong.prefix(3).map { text($0.destination) })")
        let foreign = frames.compactMap(\.question).filter { name in
            !["haihau.example", "2.77.10.in-addr.arpa", "2.0.0.0.7.7.0.0.8.b.d.0.1.0.0.2.ip6.arpa"].contains { zone in
                name == zone || name.hasSuffix("." + zone)
            }
        }
        #expect(foreign.isEmpty, "seed \(seed): \(foreign.prefix(3))")
        // The resolver is asked for names and for nothing else.
        #expect(frames.allSatisfy { $0.destination != [10, 77, 1, 1] || $0.port == nil || $0.port == 53 })
    }

    private static func isAllowed(_ address: [UInt8]) -> Bool {
        if address.count == 4 {
            return address == [10, 77, 1, 1] || (address.prefix(3) == [10, 77, 2] && address[3] < 128)
        }
        guard address.count == 16 else { return false }
        // Neighbours and routers on the client's own link, and the machine room but for its excluded half.
        return address[0] == 0xff || address.prefix(2) == [0xfe, 0x80]
            || address.prefix(9) == [0x20, 0x01, 0x0d, 0xb8, 0, 0x77, 0, 2, 0]
    }

    private static func text(_ address: [UInt8]) -> String {
        address.map { String($0, radix: address.count == 4 ? 10 : 16) }.joined(separator: ".")
    }

    @Test func thePlanNamesEveryAddressThatIsNotTouchedAndWhy() async throws {
        try await Laboratory.with("leading-out") { lab in
            let inventory = Self.inventory(seed: 4)
            var plan: PlanReport?
            let frames = try lab.framesSent { plan = try lab.plan(inventory) }
            #expect(!frames.contains { $0.isConnecting || $0.question != nil }, "a plan sends nothing")
            let reasons = Set((plan?.refused ?? []).map(\.reason))
            #expect(reasons == ["outside-scope", "state-secret", "not-authorised"])
            let refused = Set((plan?.refused ?? []).compactMap(\.address))
            let asked = Set((plan?.targets ?? []).compactMap(\.address))
            for address in Set(inventory.hosts.flatMap(\.addresses)) {
                let isGood =
                    address.hasPrefix("2001:db8:77:2::")
                    || ["12", "22", "25", "53", "80", "81"].contains { "10.77.2.\($0)" == address }
                #expect(refused.contains(address) != isGood, "\(address)")
                #expect(asked.contains(address) == isGood, "\(address)")
            }
        }
    }
}

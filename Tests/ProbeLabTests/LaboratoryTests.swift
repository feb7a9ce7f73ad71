import Testing

/// The lab is what the tests of the tool take it for; other programs than the tool say so.
@Suite(.enabled(if: Laboratory.hindrance == nil, Laboratory.reason), .timeLimit(.minutes(2))) struct LaboratoryTests {
    private func page(_ lab: Laboratory, _ address: String) throws -> String {
        try lab.run("client", ["curl", "-gsk", "-m", "3", address]).text
    }

    @Test func theMachineRoomServesTheSamePageOverBothFamilies() async throws {
        try await Laboratory.with("dual") { lab in
            let pages = try ["http", "https"].flatMap { scheme in
                try ["10.77.2.80", "[2001:db8:77:2::80]"].map { try page(lab, "\(scheme)://\($0)/") }
            }
            #expect(pages[0].contains("Hải Hậu"))
            #expect(Set(pages).count == 1)
            #expect(try lab.run("client", ["dig", "+short", "haihau.example", "MX"]).text.hasPrefix("10 thu-dien-tu"))
            let pointer = try lab.run("client", ["dig", "+short", "-x", "2001:db8:77:2::80"]).text
            #expect(pointer == "www.haihau.example.\n")
        }
    }

    @Test func aCaptureShowsWhoIsAskedForWhat() async throws {
        try await Laboratory.with("leading-out") { lab in
            let frames = try lab.framesSent {
                try lab.run("client", ["dig", "+short", "ngoai.haihau.example", "AAAA"])
                _ = try page(lab, "http://198.51.100.80/")
                _ = try page(lab, "http://[2001:db8:77:2::80]/")
            }
            #expect(frames.compactMap(\.question) == ["ngoai.haihau.example"])
            let asked = frames.filter(\.isConnecting)
            #expect(asked.contains { $0.destination == [198, 51, 100, 80] && $0.port == 80 })
            #expect(asked.contains { $0.destination.count == 16 && $0.destination.last == 0x80 && $0.port == 80 })
            #expect(frames.highestRate <= frames.count && frames.highestRate > 0)
        }
    }

    @Test func oneMachineAnswersForTwoWholeNetworks() async throws {
        try await Laboratory.with("many") { lab in
            for address in ["10.78.1.2", "10.78.250.7", "[2001:db8:78::abcd]"] {
                let status = try lab.run(
                    "client",
                    ["curl", "-gs", "-m", "3", "-o", "/dev/null", "-w", "%{http_code}", "http://\(address):7003/"])
                #expect(status.text == "200", "\(address)")
            }
        }
    }
}

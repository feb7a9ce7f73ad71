import Testing
import TrafficObservation

@testable import ActiveProbe

@Suite struct RateLimitTests {
    /// Steps as fast as they are granted, at random costs and with late wake-ups.
    @Test(arguments: [50, 200, 3000])
    func noSecondHoldsMoreThanTheLimit(packetsPerSecond: Int) {
        var generator = Seeded(state: UInt64(packetsPerSecond))
        var limit = RateLimit(packetsPerSecond: packetsPerSecond)
        var now: Int64 = 1_000_000_000
        var granted: [(time: Int64, packets: Int)] = []
        while now < 12_000_000_000 {
            let packets = Int.random(in: 1...PacketCharge.largest, using: &generator)
            if limit.take(packets, at: now) {
                granted.append((now, packets))
            } else {
                now = limit.nextStep + Int64.random(in: 0...5_000_000, using: &generator)
            }
        }
        var (first, sum, most) = (0, 0, 0)
        for step in granted {
            sum += step.packets
            while granted[first].time <= step.time - 1_000_000_000 {
                sum -= granted[first].packets
                first += 1
            }
            most = max(most, sum)
        }
        #expect(most <= packetsPerSecond)
        #expect(most > packetsPerSecond / 2)
    }

    @Test func quietTimesAreNotSavedUp() {
        var limit = RateLimit(packetsPerSecond: 50)
        let taken1 = limit.take(8, at: 1_000_000_000)
        #expect(taken1)
        let taken2 = limit.take(8, at: 100_000_000_000)
        #expect(taken2)
        let taken3 = limit.take(8, at: 100_000_000_000)
        #expect(!taken3)
        #expect(limit.charged == 16)
    }
}

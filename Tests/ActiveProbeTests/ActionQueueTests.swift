import Testing
import TrafficObservation

@testable import ActiveProbe

@Suite struct ActionQueueTests {
    @Test func aMachineIsAskedOneThingAtATime() {
        var queue = ActionQueue()
        for action in 0..<3 { queue.add(action, machine: 1) }
        queue.add(3, machine: 2)
        #expect(queue.take(at: 0) == 0)
        #expect(queue.take(at: 0) == 3)
        #expect(queue.take(at: 0) == nil)
        queue.finished(machine: 1)
        #expect(queue.take(at: 0) == 1)
        #expect(queue.take(at: 0) == nil)
        #expect(queue.count == 1)
    }

    @Test func aLaterTryWaitsForItsTimeAndForItsMachine() {
        var queue = ActionQueue()
        queue.add(7, machine: 1, at: 100)
        #expect(queue.nextTime == 100)
        #expect(queue.take(at: 99) == nil)
        #expect(queue.take(at: 100) == 7)
        queue.finished(machine: 1)
        #expect(queue.isEmpty)
    }

    @Test func everythingIsTakenExactlyOnce() {
        var queue = ActionQueue()
        var generator = Seeded(state: 3)
        for action in 0..<20_000 { queue.add(action, machine: Int.random(in: 0..<500, using: &generator)) }
        var seen: Set<Int> = []
        while !queue.isEmpty {
            var batch = 0
            while let action = queue.take(at: 0) {
                #expect(seen.insert(action).inserted)
                batch += 1
            }
            #expect(batch <= 500)
            for machine in 0..<500 { queue.finished(machine: machine) }
        }
        #expect(seen.count == 20_000)
    }
}

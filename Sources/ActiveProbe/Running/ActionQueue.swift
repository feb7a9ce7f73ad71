/// Which action may begin: one at a time for each machine, machines in turn, tries that failed after their time.
struct ActionQueue {
    private struct Machine {
        var waiting: [Int] = []
        /// The first of `waiting` that was not taken yet.
        var head = 0
        var isBusy = false
        var isQueued = false
    }

    private var machines: [Int: Machine] = [:]
    private var ready: [Int] = []
    private var readyHead = 0
    /// Action and machine by time, the next one at `laterHead`.
    private var later: [(time: Int64, action: Int, machine: Int)] = []
    private var laterHead = 0
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }
    /// When the next try is due; nil: none waits for its time.
    var nextTime: Int64? { laterHead < later.count ? later[laterHead].time : nil }

    mutating func add(_ action: Int, machine: Int) {
        count += 1
        enqueue(action, machine)
    }

    private mutating func enqueue(_ action: Int, _ machine: Int) {
        machines[machine, default: Machine()].waiting.append(action)
        offer(machine)
    }

    private mutating func offer(_ number: Int) {
        guard var machine = machines[number], !machine.isBusy, !machine.isQueued, machine.head < machine.waiting.count
        else { return }
        machine.isQueued = true
        machines[number] = machine
        ready.append(number)
    }

    /// Times come in order: every try waits equally long.
    mutating func add(_ action: Int, machine: Int, at time: Int64) {
        count += 1
        later.append((max(time, later.last?.time ?? time), action, machine))
    }

    /// The next action; its machine is busy until `finished`. Nil: none may begin at the moment.
    mutating func take(at now: Int64) -> Int? {
        while laterHead < later.count, later[laterHead].time <= now {
            enqueue(later[laterHead].action, later[laterHead].machine)
            laterHead += 1
            if laterHead == later.count || laterHead > 4096 {
                later.removeFirst(laterHead)
                laterHead = 0
            }
        }
        guard readyHead < ready.count else { return nil }
        let number = ready[readyHead]
        readyHead += 1
        if readyHead == ready.count || readyHead > 4096 {
            ready.removeFirst(readyHead)
            readyHead = 0
        }
        guard var machine = machines[number], machine.head < machine.waiting.count else { return nil }
        let action = machine.waiting[machine.head]
        machine.head += 1
        if machine.head == machine.waiting.count {
            machine.waiting = []
            machine.head = 0
        }
        machine.isBusy = true
        machine.isQueued = false
        machines[number] = machine
        count -= 1
        return action
    }

    mutating func finished(machine: Int) {
        machines[machine]?.isBusy = false
        offer(machine)
    }

    /// Whether something could begin right now.
    func canTake(at now: Int64) -> Bool { readyHead < ready.count || nextTime.map { $0 <= now } ?? false }
}

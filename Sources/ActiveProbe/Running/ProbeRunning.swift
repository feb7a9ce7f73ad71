import Glibc
import NetworkTypes
import SiteModel
import TrafficObservation

/// The state of one run.
final class ProbeRunning<Clock: ProbeClock> {
    typealias Maker = (ProbeAction, PermittedAddress, CheckContext) -> any CheckRun

    /// One try under way.
    struct Slot {
        let action: Int
        let check: any CheckRun
        var wait: ExchangeWait
        var charged = 0
    }

    let plan: ProbePlan
    let gate: ProbeGate
    let clock: Clock
    let journal: ProbeJournal
    private let options: ProbeOptions
    private let record: any ProbeRecord
    private let make: Maker
    private let reaches: (PermittedAddress) -> Bool

    var actions: [ProbeAction]
    var reports: [ActionReport?]
    private var tries: [UInt16]
    var known: Set<String>
    var machines: MachineNumbers
    var queue = ActionQueue()
    private var slots: [Int: Slot] = [:]
    private var nextSlot = 0
    /// Slots that wait to pay, the first first.
    private var payers: [Int] = []
    var limit: RateLimit
    private let context: CheckContext
    var refused: Set<ProbePlan.Refused> = []
    let started: CaptureTime
    var hasLostRecord = false
    var isComplete = false
    private var doneCount = 0

    init(
        plan: ProbePlan, gate: ProbeGate, clock: Clock, options: ProbeOptions, journal: ProbeJournal,
        record: any ProbeRecord, make: @escaping Maker, reaches: @escaping (PermittedAddress) -> Bool
    ) {
        self.plan = plan
        self.gate = gate
        self.clock = clock
        self.options = options
        self.journal = journal
        self.record = record
        self.make = make
        self.reaches = reaches
        actions = []
        reports = []
        tries = []
        known = []
        machines = plan.machines
        limit = RateLimit(packetsPerSecond: options.packetsPerSecond)
        started = clock.wallTime
        context = CheckContext(questionName: plan.questionName) { address in
            (try? gate.permit(address, of: gate.index.hosts(at: address).first, at: clock.wallTime)) != nil
        }
        for action in plan.actions { add(action) }
    }

    /// Takes an action up, or what the journal says of it.
    func add(_ action: ProbeAction) {
        guard known.insert(action.key).inserted else { return }
        actions.append(action)
        reports.append(nil)
        tries.append(0)
        let number = actions.count - 1
        if let report = journal.reports[action.key] {
            reports[number] = report
            doneCount += 1
            follow(report, of: action)
        } else {
            queue.add(number, machine: action.machine)
        }
    }

    // MARK: The loop

    func work(interrupted: () -> Bool, progress: (ProbeProgress) -> Void) {
        while !hasLostRecord {
            if interrupted() { return }
            let now = clock.now
            pay(now)
            start(now)
            var waiting: Int?
            if slots.isEmpty {
                guard let time = queue.nextTime else {
                    if queue.isEmpty { break }
                    // What could begin waits for the rate only.
                    wait(until: max(limit.nextStep, now &+ 1_000_000))
                    continue
                }
                waiting = Int(clamping: max(0, (time &- now) / 1_000_000_000))
            }
            progress(
                ProbeProgress(done: doneCount, total: actions.count, packets: limit.charged, waiting: waiting))
            wait(until: nextTime(now))
        }
        isComplete = queue.isEmpty && slots.isEmpty && !hasLostRecord
    }

    private func pay(_ now: Int64) {
        while let number = payers.first {
            guard let slot = slots[number], case .pay(let packets, let peer, let what) = slot.wait else {
                payers.removeFirst()
                continue
            }
            guard limit.take(packets, at: now) else { return }
            payers.removeFirst()
            slots[number]?.charged += packets
            if let what, !log(slot, peer, what, packets) { return }
            advance(number, .paid, now)
        }
    }

    /// New tries begin only when nobody who has begun waits to go on.
    private func start(_ now: Int64) {
        while payers.isEmpty, slots.count < ProbeLimits.concurrent, limit.nextStep <= now,
            let number = queue.take(at: now)
        {
            let action = actions[number]
            guard let peer = permitted(action) else {
                finish(number, .notTried(action.checks, detail: ProbeRefusal.notAuthorised.rawValue), charged: 0)
                continue
            }
            guard reaches(peer) else {
                finish(number, .notTried(action.checks, detail: "no-\(peer.address.family.name)"), charged: 0)
                continue
            }
            nextSlot += 1
            let check = make(action, peer, context)
            slots[nextSlot] = Slot(action: number, check: check, wait: .done)
            advance(nextSlot, .begin, now)
            pay(now)
        }
    }

    /// The gate is asked again before every try: authorisations end.
    private func permitted(_ action: ProbeAction) -> PermittedAddress? {
        let time = clock.wallTime
        if case .resolve = action.task {
            guard let name = action.name, gate.allows(name: name) else { return nil }
            return gate.resolvers(at: time).first { $0.address == action.address }
        }
        return try? gate.permit(action.address, of: gate.index.host(action.host), at: time)
    }

    private func advance(_ number: Int, _ event: ExchangeEvent, _ now: Int64) {
        guard let slot = slots[number] else { return }
        let wait = slot.check.advance(event, at: now)
        slots[number]?.wait = wait
        switch wait {
        case .pay: payers.append(number)
        case .socket: break
        case .done:
            slots[number] = nil
            finish(slot.action, slot.check.report, charged: slot.charged)
        }
    }

    // MARK: Waiting

    private func nextTime(_ now: Int64) -> Int64 {
        var time = now &+ 500_000_000
        if !payers.isEmpty || queue.canTake(at: now) && slots.count < ProbeLimits.concurrent {
            time = min(time, max(limit.nextStep, now))
        }
        if let next = queue.nextTime { time = min(time, next) }
        for slot in slots.values {
            if case .socket(_, _, let until) = slot.wait { time = min(time, until) }
        }
        return time
    }

    private func wait(until time: Int64) {
        var numbers: [Int] = []
        var sockets: [pollfd] = []
        for (number, slot) in slots {
            guard case .socket(let socket, let events, _) = slot.wait else { continue }
            numbers.append(number)
            sockets.append(pollfd(fd: socket.descriptor, events: events, revents: 0))
        }
        clock.wait(&sockets, until: time)
        let now = clock.now
        for (number, polled) in zip(numbers, sockets) {
            if polled.revents != 0 {
                advance(number, .ready(polled.revents), now)
            } else if let slot = slots[number], case .socket(_, _, let until) = slot.wait, until <= now {
                advance(number, .deadline, now)
            }
        }
    }

    // MARK: Ends

    private func finish(_ number: Int, _ report: ActionReport, charged: Int) {
        let action = actions[number]
        queue.finished(machine: action.machine)
        var report = report
        let isTried = report.layers.first.map { $0.outcome != ProbeOutcome.notTried.rawValue } ?? true
        if isTried { tries[number] += 1 }
        report.tries = tries[number]
        report.time = clock.wallTime.nanoseconds
        if charged > 0, !logEnd(action, charged) { return }
        if report.isFailure, Int(report.tries) < options.tries {
            queue.add(number, machine: action.machine, at: clock.now &+ options.interval)
            return
        }
        reports[number] = report
        doneCount += 1
        // What this machine could not ask is asked again when the run is gone on with.
        if isTried {
            let line = ProbeJournal.line(ProbeJournal.Line(action: action.key, report: report))
            if !record.note(finished: line) { hasLostRecord = true }
        }
        follow(report, of: action)
    }

    private func log(_ slot: Slot, _ peer: PermittedAddress, _ what: String, _ packets: Int) -> Bool {
        let action = actions[slot.action]
        return write([
            "\(clock.wallTime)", "send", "\(peer.address)", what, "\(packets)", action.host, action.name ?? "",
            "try=\(tries[slot.action] + 1)",
        ])
    }

    private func logEnd(_ action: ProbeAction, _ charged: Int) -> Bool {
        write([
            "\(clock.wallTime)", "end", "\(action.address)", action.what, "\(charged)", action.host, action.name ?? "",
        ])
    }

    private func write(_ columns: [String]) -> Bool {
        let line = columns.map(NetworkWords.line).joined(separator: "\t") + "\n"
        if !record.note(sending: Array(line.utf8)) { hasLostRecord = true }
        return !hasLostRecord
    }
}

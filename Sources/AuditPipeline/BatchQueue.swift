import Dispatch
import Synchronization

/// A queue from one thread to another; who puts into a full one waits.
final class BatchQueue<Element: ~Copyable & Sendable>: Sendable {
    private let items: Mutex<Slots<Element>>
    private let room = DispatchSemaphore(value: 0)
    private let available = DispatchSemaphore(value: 0)

    /// - Parameter capacity: the most elements at a time; as many as there are in circulation never wait.
    init(capacity: Int) {
        items = Mutex(Slots(capacity: capacity))
        // A semaphore that ends with less than it began with traps, so it begins with nothing.
        for _ in 0..<max(1, capacity) { room.signal() }
    }

    func put(_ element: consuming Element) {
        room.wait()
        var element: Element? = consume element
        items.withLock { slots in
            if let element = element.take() { slots.put(element) }
        }
        available.signal()
    }

    /// Waits until there is an element; nil never comes from a queue that is used as meant.
    func take() -> Element? {
        available.wait()
        defer { room.signal() }
        return items.withLock { $0.take() }
    }
}

/// A fixed number of places, taken in turn.
private struct Slots<Element: ~Copyable>: ~Copyable {
    private let places: UnsafeMutablePointer<Element>
    private let capacity: Int
    private var first = 0
    private var count = 0

    init(capacity: Int) {
        self.capacity = max(1, capacity)
        places = .allocate(capacity: self.capacity)
    }

    deinit {
        for position in 0..<count { (places + (first + position) % capacity).deinitialize(count: 1) }
        places.deallocate()
    }

    mutating func put(_ element: consuming Element) {
        guard count < capacity else { return }
        (places + (first + count) % capacity).initialize(to: element)
        count += 1
    }

    mutating func take() -> Element? {
        guard count > 0 else { return nil }
        defer {
            first = (first + 1) % capacity
            count -= 1
        }
        return (places + first).move()
    }
}

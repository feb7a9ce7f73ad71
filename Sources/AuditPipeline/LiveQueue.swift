import Dispatch
import Synchronization

/// A queue from one thread to another. It needs no limit of its own: what goes round in it is a fixed number of batches.
final class LiveQueue<Element: ~Copyable & Sendable>: Sendable {
    private let items: Mutex<Slots<Element>>
    private let available = DispatchSemaphore(value: 0)

    /// - Parameter capacity: the most elements at a time; one more is dropped, which the owner of the batches rules out.
    init(capacity: Int) { items = Mutex(Slots(capacity: capacity)) }

    func put(_ element: consuming Element) {
        var element: Element? = consume element
        items.withLock { slots in
            if let element = element.take() { slots.put(element) }
        }
        available.signal()
    }

    /// Waits until there is an element; nil only where one was dropped.
    func take() -> Element? {
        available.wait()
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

import Glibc
import NetworkTypes

/// The interface itself: waiting for packets, its going down, disappearing and coming back.
extension LiveCaptureSource {
    /// Until packets are ready, or for the time in which the kernel hands them over.
    mutating func wait() {
        let milliseconds = LiveCaptureConfiguration.handOverMilliseconds
        let hasError: Bool
        switch handle {
        case .some(let open): hasError = open.wait(milliseconds: milliseconds)
        case .none: hasError = true
        }
        guard hasError else { return }
        checkLink()
        // An error stays until it is read: without a rest the loop would only ask and ask.
        usleep(UInt32(milliseconds) * 1000)
    }

    /// What is done every second.
    mutating func check() {
        lastCheck = SystemClock.steady
        updateStatistics()
        checkLink()
        if isClosed { reopen() }
    }

    private var isClosed: Bool {
        switch handle {
        case .some: false
        case .none: true
        }
    }

    /// Notices when the interface goes down, comes up, or is another device than before.
    mutating func checkLink() {
        let state = LinkState(of: configuration.interface)
        let opened: UInt32? =
            switch handle {
            case .some(let open): open.interfaceIndex
            case .none: nil
            }
        guard let opened else { return }
        if state.index != opened {
            isGone = true
        } else if state.isUp {
            goUp()
        } else {
            goDown()
        }
    }

    /// Gives the handle back. What it had received and not delivered is lost, and counted with what the kernel dropped.
    mutating func close() {
        updateStatistics()
        if let open = openStatistics {
            past.add(open)
            let expected = open.received &- min(open.received, open.droppedByKernel)
            past.droppedByKernel &+= expected &- min(expected, delivered)
        }
        handle = nil
        isGone = false
        delivered = 0
        goDown()
    }

    private mutating func reopen() {
        guard LinkState(of: configuration.interface).isUp else { return }
        do throws(LiveCaptureError) {
            let opened = try CapturePrivileges.withCaptureRight { () throws(LiveCaptureError) in
                try PcapHandle(configuration)
            }
            guard opened.linkType == linkType else {
                failure = LiveCaptureError(
                    interface: configuration.interface,
                    reason: .linkTypeChanged(from: linkType.name, to: opened.linkType.name))
                return
            }
            handle = consume opened
            goUp()
        } catch {
            if error.reason == .permissionDenied { failure = error }
        }
    }

    private mutating func goDown() {
        guard downSince == nil else { return }
        downSince = CaptureTime(nanoseconds: SystemClock.wall)
        notices.append(.wentDown(interface: configuration.interface))
    }

    private mutating func goUp() {
        guard let from = downSince else { return }
        downSince = nil
        let gap = LiveGap(from: from, to: CaptureTime(nanoseconds: SystemClock.wall))
        notices.append(.cameBack(interface: configuration.interface, gap: gap))
    }
}

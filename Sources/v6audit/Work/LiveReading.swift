import AuditPipeline
import Glibc
import LiveCapture
import Messages
import NetworkTypes
import PacketCapture
import TrafficObservation

/// Captures the interface that a command names: opening, rights, progress, messages and the status they lead to.
struct LiveReading {
    let failure: Failure
    let isQuiet: Bool
    let allowsRoot: Bool
    var limits = ObservationLimits()

    /// - Parameter until: the end of the permission; nil without a site.
    func read(
        _ configuration: LiveCaptureConfiguration, files: CaptureFileOptions?, stop: LiveStop, until: CaptureTime?
    ) throws(ExitStatus) -> CaptureReading.Outcome {
        Interruption.install()
        let source = try open(configuration)
        let user = allowsRoot ? nil : CapturePrivileges.unprivilegedUser()
        // One file may lie where only root may make one. Of a series the later ones are made without root's rights, so
        // the first one is too: where that fails nothing is left behind.
        var writer: CaptureFileWriter?
        if let files, !files.isSeries { writer = try makeWriter(files, configuration, source, owner: user) }
        try dropRights(to: user)
        if let files, files.isSeries { writer = try makeWriter(files, configuration, source, owner: nil) }

        let progress = ProgressLine(isQuiet: isQuiet || failure.isJSON)
        var scan = LiveScan()
        scan.stop = stop
        scan.limits = limits
        scan.stop.until = until
        scan.onProgress = { progress.show($0) }
        scan.onNotice = { notice in
            progress.end()
            Terminal.say(Self.message(notice))
        }
        scan.isCancelled = { Interruption.isRequested }
        let result = scan.run(source, writer: writer)
        progress.end()
        let status = report(result, configuration)
        return CaptureReading.Outcome(result: result.scan, status: status)
    }

    private func open(_ configuration: LiveCaptureConfiguration) throws(ExitStatus) -> LiveCaptureSource {
        do {
            return try LiveCaptureSource(configuration)
        } catch {
            throw failure.couldNotRun("interface", Self.message(error, configuration.filter))
        }
    }

    private func makeWriter(
        _ files: CaptureFileOptions, _ configuration: LiveCaptureConfiguration,
        _ source: borrowing LiveCaptureSource, owner: CapturePrivileges.User?
    ) throws(ExitStatus) -> CaptureFileWriter {
        let header = files.encoding.fileHeader(
            linkType: source.linkType, snapLength: source.snapLength, interface: configuration.interface,
            filter: configuration.filter, application: "v6audit \(V6Audit.version)")
        do {
            return try CaptureFileWriter(files, header: header, owner: owner)
        } catch {
            let message: LiveMessage
            if files.isSeries, error.code == EACCES {
                let name = getpwuid(geteuid()).map { String(cString: $0.pointee.pw_name) } ?? "\(geteuid())"
                message = .folderClosed(path: files.folder, user: name)
            } else {
                message = .cannotCreate(path: error.path, reason: String(cString: strerror(error.code)))
            }
            throw failure.couldNotRun("output", message, file: error.path)
        }
    }

    private func dropRights(to user: CapturePrivileges.User?) throws(ExitStatus) {
        guard !allowsRoot else { return }
        do {
            try CapturePrivileges.drop(to: user)
        } catch {
            throw failure.couldNotRun(
                "privileges", LiveMessage.rightsKept(step: error.step, reason: String(cString: strerror(error.code))))
        }
        if let user, !isQuiet, !failure.isJSON { Terminal.say(LiveMessage.runsAs(user: user.name)) }
    }

    /// Says how it ended and what is missing, and gives the status for it.
    private func report(_ result: LiveScanResult, _ configuration: LiveCaptureConfiguration) -> ExitStatus {
        let statistics = result.statistics
        let isMissing = statistics.droppedByKernel > 0 || statistics.droppedByInterface > 0
        if !isQuiet || isMissing {
            Terminal.say(
                LiveMessage.summary(
                    interface: configuration.interface, packets: "\(result.packets)",
                    received: "\(statistics.received)", byKernel: "\(statistics.droppedByKernel)",
                    byInterface: "\(statistics.droppedByInterface)"))
        }
        if isMissing { Terminal.say(LiveMessage.packetsMissing) }
        if result.gapCount > 0 { Terminal.say(LiveMessage.gaps(count: "\(result.gapCount)")) }
        if result.filesRemoved > 0, !isQuiet { Terminal.say(LiveMessage.filesRemoved(count: "\(result.filesRemoved)")) }
        switch result.end {
        // Without a limit the capture was meant to run until somebody stops it: then it is whole.
        case .asked:
            guard result.scan.wasInterrupted else { return .success }
            Terminal.say(CommandMessage.interrupted)
            return .interrupted
        case .reachedLimit: return .success
        case .permissionEnded(let time):
            Terminal.say(LiveMessage.permissionEnded(at: "\(time)"))
        case .interfaceFailed(let error): Terminal.say(Self.message(error, configuration.filter))
        case .writeFailed(let error):
            let reason = String(cString: strerror(error.code))
            Terminal.say(
                error.isDiskFull
                    ? LiveMessage.diskFull(path: error.path) : .writeFailed(path: error.path, reason: reason))
        case .aborted: break
        }
        return .partial
    }

    private static func message(_ error: LiveCaptureError, _ filter: String?) -> LiveMessage {
        let interface = error.interface
        return switch error.reason {
        case .noSuchInterface: .noSuchInterface(name: interface)
        case .permissionDenied: .notPermitted(interface: interface)
        case .interfaceDown: .interfaceDown(interface: interface)
        case .filter(let reason): .invalidFilter(expression: filter ?? "", reason: reason)
        case .linkTypeChanged(let from, let to): .linkTypeChanged(interface: interface, from: from, to: to)
        case .system(let reason): .failed(interface: interface, reason: reason)
        }
    }

    private static func message(_ notice: LiveNotice) -> LiveMessage {
        switch notice {
        case .wentDown(let interface): .wentDown(interface: interface)
        case .cameBack(let interface, let gap):
            .cameBack(
                interface: interface, seconds: Int((gap.to ?? gap.from).nanoseconds(since: gap.from) / 1_000_000_000))
        }
    }
}

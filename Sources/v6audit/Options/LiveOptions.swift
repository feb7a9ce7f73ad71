import ArgumentParser
import AuditPipeline
import LiveCapture
import Messages

/// What capturing an interface takes. Letters mean what they mean to tshark.
struct LiveOptions: ParsableArguments {
    @Option(
        name: [.short, .customLong("interface")],
        help: ArgumentHelp(Terminal.text(LiveHelpMessage.optionInterface), valueName: "name"))
    var interface: String?

    @Option(
        name: [.customShort("f"), .customLong("filter")],
        help: ArgumentHelp(Terminal.text(LiveHelpMessage.optionFilter), valueName: "filter"))
    var filter: String?

    @Option(
        name: [.short, .customLong("write")],
        help: ArgumentHelp(Terminal.text(LiveHelpMessage.optionWrite), valueName: "file"))
    var write: String?

    @Option(
        name: [.customShort("b"), .customLong("ring-buffer")],
        help: ArgumentHelp(Terminal.text(LiveHelpMessage.optionSeries), valueName: "key:value"))
    var series: [String] = []

    @Option(
        name: [.customShort("a"), .customLong("autostop")],
        help: ArgumentHelp(Terminal.text(LiveHelpMessage.optionStop), valueName: "key:value"))
    var stops: [String] = []

    @Option(
        name: [.customShort("c"), .customLong("count")],
        help: ArgumentHelp(Terminal.text(LiveHelpMessage.optionCount), valueName: "n"))
    var count: UInt64?

    @Flag(
        name: [.customShort("p"), .customLong("no-promiscuous-mode")],
        help: ArgumentHelp(Terminal.text(LiveHelpMessage.optionNotPromiscuous)))
    var notPromiscuous = false

    @Option(
        name: [.customShort("s"), .customLong("snapshot-length")],
        help: ArgumentHelp(Terminal.text(LiveHelpMessage.optionSnapLength), valueName: "bytes"))
    var snapLength: UInt32?

    @Option(
        name: [.customShort("B"), .customLong("buffer-size")],
        help: ArgumentHelp(Terminal.text(LiveHelpMessage.optionBuffer), valueName: "mib"))
    var buffer: Int?

    @Flag(
        name: [.customShort("D"), .customLong("list-interfaces")],
        help: ArgumentHelp(Terminal.text(LiveHelpMessage.optionList)))
    var list = false

    @Flag(help: ArgumentHelp(Terminal.text(LiveHelpMessage.optionAllowRoot)))
    var allowRoot = false

    func validate() throws {
        if interface == nil {
            let given: [(String, Bool)] = [
                ("-w", write != nil), ("-b", !series.isEmpty), ("-a", !stops.isEmpty),
                ("-c", count != nil),
                ("-p", notPromiscuous), ("-s", snapLength != nil), ("-B", buffer != nil), ("--allow-root", allowRoot),
            ]
            if let option = given.first(where: \.1) { throw Self.usage(.needsInterface(option: option.0)) }
        }
        if count == 0 { throw Self.usage(.invalidNumber(option: "-c")) }
        if let buffer, !(1...2047).contains(buffer) { throw Self.usage(.invalidNumber(option: "-B")) }
        if write == nil, !series.isEmpty { throw Self.usage(.needsFile(option: "-b")) }
        _ = try stop()
        _ = try files()
    }

    static func usage(_ message: LiveMessage) -> ValidationError { ValidationError(Terminal.text(message)) }
}

// MARK: What they mean

extension LiveOptions {
    func configuration(interface: String) -> LiveCaptureConfiguration {
        var configuration = LiveCaptureConfiguration(interface: NetworkInterface.named(interface))
        // 0 means the most, as it does to tshark.
        if let snapLength, snapLength > 0 { configuration.snapLength = snapLength }
        configuration.isPromiscuous = !notPromiscuous
        if let buffer { configuration.bufferMebibytes = buffer }
        configuration.filter = filter
        return configuration
    }

    func stop() throws -> LiveStop {
        var stop = LiveStop()
        stop.packets = count
        for text in stops {
            let criterion = try Criterion(text, option: "-a", keys: ["duration", "packets", "filesize", "files"])
            switch criterion.key {
            case "duration": stop.nanoseconds = criterion.nanoseconds
            case "packets": stop.packets = UInt64(criterion.whole)
            case "filesize":
                guard write != nil else { throw Self.usage(.needsFile(option: "-a filesize")) }
                if series.isEmpty { stop.fileBytes = criterion.kilobytes }
            default:
                guard !series.isEmpty else { throw Self.usage(.needsFile(option: "-a files")) }
                stop.files = criterion.whole
            }
        }
        return stop
    }

    func files() throws -> CaptureFileOptions? {
        guard let write else { return nil }
        var options = CaptureFileOptions(path: write)
        options.isSeries = !series.isEmpty
        for text in series {
            let criterion = try Criterion(text, option: "-b", keys: ["filesize", "duration", "files"])
            switch criterion.key {
            case "filesize": options.fileBytes = criterion.kilobytes
            case "duration": options.fileNanoseconds = criterion.nanoseconds
            default: options.fileCount = criterion.whole
            }
        }
        // With a series, -a filesize: says where the next file begins, as it does to tshark.
        for text in stops where options.isSeries && options.fileBytes == nil {
            let criterion = try Criterion(text, option: "-a", keys: ["duration", "packets", "filesize", "files"])
            if criterion.key == "filesize" { options.fileBytes = criterion.kilobytes }
        }
        if options.isSeries, options.fileBytes == nil, options.fileNanoseconds == nil {
            throw Self.usage(.seriesNeedsLimit)
        }
        return options
    }
}

/// `key:number`, as `-a` and `-b` take it.
private struct Criterion {
    let key: String
    private let value: Double

    init(_ text: String, option: String, keys: [String]) throws {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, keys.contains(String(parts[0])), let value = Double(parts[1]), value > 0, value < 1e12
        else { throw LiveOptions.usage(.invalidCriterion(option: option, text: text, known: keys)) }
        key = String(parts[0])
        // Only times may have a fraction.
        guard key == "duration" ? value < 1e9 : value >= 1 && value == value.rounded() else {
            throw LiveOptions.usage(.invalidCriterion(option: option, text: text, known: keys))
        }
        self.value = value
    }

    var whole: Int { Int(value) }
    /// tshark's kB has 1000 bytes.
    var kilobytes: Int { Int(value) * 1000 }
    var nanoseconds: Int64 { Int64(value * 1e9) }
}

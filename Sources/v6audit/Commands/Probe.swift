import ActiveProbe
import ArgumentParser
import Messages
import SiteModel

extension V6Audit {
    /// Asks configured hosts, names and services over both families.
    struct Probe: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Terminal.text(ProbeHelpMessage.probe), discussion: Terminal.text(ProbeHelpMessage.discussion))

        @Option(help: ArgumentHelp(Terminal.text(HelpMessage.optionSite), valueName: "dir"))
        var site: String

        @Flag(help: ArgumentHelp(Terminal.text(ProbeHelpMessage.optionPlan)))
        var plan = false

        @Flag(help: ArgumentHelp(Terminal.text(ProbeHelpMessage.optionResume)))
        var resume = false

        @Option(help: ArgumentHelp(Terminal.text(ProbeHelpMessage.optionRate), valueName: "n"))
        var rate: Int?

        @Option(help: ArgumentHelp(Terminal.text(ProbeHelpMessage.optionTries), valueName: "n"))
        var tries = ProbeLimits.tries

        @Option(help: ArgumentHelp(Terminal.text(ProbeHelpMessage.optionInterval), valueName: "duration"))
        var interval: String?

        @Option(help: ArgumentHelp(Terminal.text(ProbeHelpMessage.optionOnly), valueName: "host"))
        var only: [String] = []

        @Flag(help: ArgumentHelp(Terminal.text(HelpMessage.optionJSON)))
        var json = false

        @OptionGroup var common: CommonOptions

        func validate() throws {
            func refuse(_ message: ProbeMessage) -> ValidationError { ValidationError(Terminal.text(message)) }
            if plan, resume { throw refuse(.notTogether(option: "--resume", with: "--plan")) }
            guard (1...ProbeLimits.mostTries).contains(tries) else {
                throw refuse(.invalidTries(most: ProbeLimits.mostTries))
            }
            if let rate, rate < 1 { throw refuse(.invalidRate) }
            if let interval, DurationText.parse(interval) == nil { throw refuse(.invalidInterval(text: interval)) }
        }

        func run() throws {
            let failure = Failure(isJSON: json)
            let folder = try SiteFolder(path: site, failure: failure)
            var options = ProbeOptions()
            options.tries = tries
            if let interval, let duration = DurationText.parse(interval) {
                options.interval = duration.components.seconds * 1_000_000_000
            }
            options.packetsPerSecond = folder.site.scope.packetsPerSecond
            let work = try ProbeWork(
                folder: folder, options: options, rate: rate, only: only, failure: failure, isQuiet: common.quiet)
            if plan { return try work.printPlan() }
            throw try work.run(isResuming: resume)
        }
    }
}

import ArgumentParser
import Messages

extension V6Audit {
    /// The interfaces that can be captured.
    struct Interfaces: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: Terminal.text(LiveHelpMessage.interfaces))

        @Flag(help: ArgumentHelp(Terminal.text(HelpMessage.optionJSON)))
        var json = false

        @OptionGroup var common: CommonOptions

        func run() throws {
            let failure = Failure(isJSON: json)
            try InterfaceList(failure).print(failure)
        }
    }
}

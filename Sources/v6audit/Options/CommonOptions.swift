import ArgumentParser
import Messages

/// What every command takes.
struct CommonOptions: ParsableArguments {
    @Option(help: ArgumentHelp(Terminal.text(HelpMessage.optionLanguage), valueName: "vi|en"))
    var lang: LanguageArgument?

    @Flag(name: .shortAndLong, help: ArgumentHelp(Terminal.text(HelpMessage.optionQuiet)))
    var quiet = false
}

/// Read early by `Terminal.language`; parsed here so that a wrong one is a usage error.
enum LanguageArgument: String, ExpressibleByArgument, CaseIterable { case vi, en }

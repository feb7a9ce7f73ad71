import Glibc
import Messages

/// Standard output carries data, standard error carries messages for people.
enum Terminal {
    /// The language of messages: `--lang`, else the locale, else Vietnamese. Known before the arguments are parsed,
    /// because help and usage errors need it.
    static let language: Language = {
        let arguments = CommandLine.arguments
        for (index, argument) in arguments.enumerated() {
            if argument == "--lang", index + 1 < arguments.count,
                let language = Language(rawValue: arguments[index + 1])
            {
                return language
            }
            if argument.hasPrefix("--lang="), let language = Language(rawValue: String(argument.dropFirst(7))) {
                return language
            }
        }
        let environment = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { name -> String? in
            guard let value = getenv(name) else { return nil }
            let text = String(cString: value)
            return text.isEmpty || text == "C" || text == "POSIX" || text.hasPrefix("C.") ? nil : text
        }
        return Language(localeName: environment.first)
    }()

    static var errorIsTerminal: Bool {
        guard isatty(STDERR_FILENO) == 1 else { return false }
        return getenv("TERM").map { String(cString: $0) != "dumb" } ?? false
    }

    static func text(_ message: some LocalizedMessage) -> String { message.text(in: language) }

    /// One line to standard error.
    static func say(_ message: some LocalizedMessage) { write(line: text(message), to: STDERR_FILENO) }

    static func say(line: String) { write(line: line, to: STDERR_FILENO) }

    private static func write(line: String, to descriptor: Int32) {
        _ = FileOutput.writeAll(Array((line + "\n").utf8), to: descriptor)
    }
}

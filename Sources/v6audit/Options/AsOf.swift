import Messages
import NetworkTypes

/// The day that `--as-of` names.
enum AsOf {
    static func parse(_ text: String?, _ failure: Failure) throws(ExitStatus) -> CalendarDate? {
        guard let text else { return nil }
        guard let date = CalendarDate(text) else {
            _ = failure.couldNotRun("as-of", CommandMessage.invalidDate(text: text))
            throw .usage
        }
        return date
    }
}

import ArgumentParser
import Messages
import SiteLoading
import TrafficObservation

/// How large the tables of what is seen may grow.
struct LimitOptions: ParsableArguments {
    @Option(
        name: .customLong("limit"),
        help: ArgumentHelp(
            Terminal.text(ObservationHelpMessage.optionLimit(names: LimitOptions.names)), valueName: "name=rows"))
    var entries: [String] = []

    /// Pieces of captures are nothing that commands observe.
    static let names = ObservationLimit.allCases.filter { $0 != .keptBytes }.map(\.rawValue)

    func validate() throws { _ = try limits() }

    func limits() throws -> ObservationLimits {
        var result = ObservationLimits()
        for text in entries {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let rows = Int(parts[1]), (1...Self.largest).contains(rows) else {
                throw ValidationError(Terminal.text(ObservationMessage.invalidLimit(text: text)))
            }
            let name = String(parts[0])
            guard Self.names.contains(name), let limit = ObservationLimit(rawValue: name) else {
                let message = ObservationMessage.unknownLimit(
                    name: name, suggestion: Suggestion.nearest(to: name, among: Self.names), known: Self.names)
                throw ValidationError(Terminal.text(message))
            }
            result[limit] = rows
        }
        return result
    }

    /// Rows are numbered with 31 bits.
    private static let largest = Int(Int32.max)
}

import Messages
import ObservationFile
import TrafficObservation

/// Writes what was seen as a file of observations.
enum ObservationOutput {
    static func write(
        _ set: ObservationSet, to path: String, _ failure: Failure, isQuiet: Bool
    ) throws(ExitStatus) {
        let bytes = ObservationFile.encode(set)
        do {
            // Names and addresses are personal data.
            try FileOutput.write(bytes, to: path, mode: 0o600)
        } catch {
            throw failure.couldNotRun(error)
        }
        if !isQuiet { Terminal.say(ObservationMessage.written(path: path, megabytes: bytes.count / 1_000_000)) }
    }
}

extension ObservationMessage {
    var english: String {
        switch self {
        case .unreadable(let path, let reason): "\(path.printable): cannot be read (\(reason.printable))."
        case .notObservations(let path):
            "\(path.printable), byte 0: no file of observations; `v6audit scan -r CAPTURE -o X.v6obs` writes one."
        case .newerVersion(let path, let major):
            "\(path.printable): written by a newer v6audit (format \(major)); update v6audit, or scan the captures again."
        case .truncated(let path, let offset):
            "\(path.printable), byte \(offset): the file ends too early; copy it again from its source."
        case .tooLarge(let path, let bytes, let limit):
            "\(path.printable): \(bytes) bytes are more than the \(limit) that are read; scan fewer captures into one file."
        case .checksum(let path, let offset):
            "\(path.printable), byte \(offset): the checksum does not match, the file was changed or damaged; copy it again from its source."
        case .damagedSection(let path, let offset, let section):
            "\(path.printable), byte \(offset): the section \(section.printable) is damaged; scan the captures again."
        case .damagedRow(let path, let offset, let section, let row):
            "\(path.printable), byte \(offset): row \(row) of the section \(section.printable) is damaged; scan the captures again."
        case .tooManyRows(let path, let limit, let rows, let allowed):
            "\(path.printable): \(rows) rows of \(limit.printable) are more than the \(allowed) allowed; read it with `--limit \(limit.printable)=\(rows)`."
        case .overlap(let path, let first, let second):
            "\(path.printable): two observations of this capture overlap (frames \(first.lowerBound)-\(first.upperBound) and \(second.lowerBound)-\(second.upperBound)) without being the same; give only one of them."
        case .written(let path, let megabytes):
            "Observations written: \(path.printable) (\(megabytes == 0 ? "less than 1" : "\(megabytes)") MB)."
        case .invalidLimit(let text):
            "Not a limit: \(text.printable). Write NAME=ROWS with a number above zero, as in `--limit flows=2000000`."
        case .unknownLimit(let name, let suggestion, let known):
            "No limit is called \(name.printable)."
                + (suggestion.map { " Did you mean \($0)?" } ?? " Known: \(known.joined(separator: ", ")).")
        case .unknownEnding(let path):
            "\(path.printable): scan writes observations only; the name must end in .v6obs."
        }
    }
}

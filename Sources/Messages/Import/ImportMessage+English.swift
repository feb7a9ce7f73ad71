extension ImportMessage {
    var english: String {
        switch self {
        case .fileTooLarge(let limit): "The file is larger than \(limit >> 20) MiB. Split it."
        case .lineTooLong(let limit):
            "The line is longer than \(limit >> 10) KiB. This is not a file that can be imported."
        case .tooManyLines(let limit): "The file has more than \(limit) lines. Split it."
        case .tooManyRows(let limit): "The file lists more than \(limit) things. Split it."
        case .notText: "The file is not text."
        case .empty: "The file is empty."
        case .notOfKind(let kind): "The file is not of the kind \(kind.printable)."
        case .notRecognised(nil): "The format is not recognised. Name it: v6audit import KIND FILE."
        case .notRecognised(let closest?):
            "The format is not recognised. The closest is \(closest.printable). Name it: v6audit import KIND FILE."
        case .moreProblems(let count): count == 1 ? "There is one more error." : "There are \(count) more errors."
        }
    }
}

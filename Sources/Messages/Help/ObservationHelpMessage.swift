/// The help of options that concern observations and their limits.
public enum ObservationHelpMessage: LocalizedMessage {
    case optionLimit(names: [String])
    case optionOutput

    public func text(in language: Language) -> String {
        switch (self, language) {
        case (.optionLimit(let names), .english):
            "The largest number of rows of a table, reported as limit.NAME when it is met. May be given several times. Names: \(names.joined(separator: ", "))."
        case (.optionLimit(let names), .vietnamese):
            "Số dòng lớn nhất của một bảng, được báo là limit.TÊN khi chạm mức. Có thể lặp lại. Các tên: \(names.joined(separator: ", "))."
        case (.optionOutput, .english):
            "Write what was seen, without packets, to X.v6obs; -r reads it, also mixed with captures."
        case (.optionOutput, .vietnamese):
            "Ghi những gì quan sát được, không kèm gói tin, vào X.v6obs; -r đọc lại tệp này, kể cả cùng tệp bắt gói tin."
        }
    }
}

extension ImportMessage {
    var vietnamese: String {
        switch self {
        case .fileTooLarge(let limit): "Tệp lớn hơn \(limit >> 20) MiB. Hãy chia nhỏ tệp."
        case .lineTooLong(let limit): "Dòng dài hơn \(limit >> 10) KiB. Đây không phải là tệp nhập được."
        case .tooManyLines(let limit): "Tệp có hơn \(limit) dòng. Hãy chia nhỏ tệp."
        case .tooManyRows(let limit): "Tệp liệt kê hơn \(limit) mục. Hãy chia nhỏ tệp."
        case .notText: "Tệp không phải là văn bản."
        case .empty: "Tệp rỗng."
        case .notOfKind(let kind): "Tệp không thuộc loại \(kind.printable)."
        case .notRecognised(nil): "Không nhận ra định dạng. Hãy nêu loại: v6audit import LOẠI TỆP."
        case .notRecognised(let closest?):
            "Không nhận ra định dạng. Gần nhất là \(closest.printable). Hãy nêu loại: v6audit import LOẠI TỆP."
        case .moreProblems(let count): "Còn \(count) lỗi nữa."
        }
    }
}

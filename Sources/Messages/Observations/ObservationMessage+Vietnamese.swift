extension ObservationMessage {
    var vietnamese: String {
        switch self {
        case .unreadable(let path, let reason): "\(path.printable): không đọc được (\(reason.printable))."
        case .notObservations(let path):
            "\(path.printable), byte 0: không phải tệp quan sát; lệnh `v6audit scan -r TỆP -o X.v6obs` ghi ra loại tệp này."
        case .newerVersion(let path, let major):
            "\(path.printable): tệp do bản v6audit mới hơn ghi (định dạng \(major)); hãy cập nhật v6audit hoặc quét lại các tệp bắt gói tin."
        case .truncated(let path, let offset):
            "\(path.printable), byte \(offset): tệp bị cắt cụt; hãy sao chép lại từ nguồn."
        case .tooLarge(let path, let bytes, let limit):
            "\(path.printable): \(bytes) byte, vượt mức \(limit) byte được đọc; hãy quét ít tệp bắt gói tin hơn vào một tệp."
        case .checksum(let path, let offset):
            "\(path.printable), byte \(offset): mã kiểm tra không khớp, tệp đã bị sửa hoặc hỏng; hãy sao chép lại từ nguồn."
        case .damagedSection(let path, let offset, let section):
            "\(path.printable), byte \(offset): phần \(section.printable) bị hỏng; hãy quét lại các tệp bắt gói tin."
        case .damagedRow(let path, let offset, let section, let row):
            "\(path.printable), byte \(offset): dòng \(row) của phần \(section.printable) bị hỏng; hãy quét lại các tệp bắt gói tin."
        case .tooManyRows(let path, let limit, let rows, let allowed):
            "\(path.printable): \(rows) dòng \(limit.printable), vượt giới hạn \(allowed); hãy đọc với `--limit \(limit.printable)=\(rows)`."
        case .overlap(let path, let first, let second):
            "\(path.printable): hai bản quan sát của tệp bắt gói tin này chồng lên nhau (khung \(first.lowerBound)-\(first.upperBound) và \(second.lowerBound)-\(second.upperBound)) mà không giống nhau; chỉ đưa vào một bản."
        case .written(let path, let megabytes):
            "Đã ghi quan sát: \(path.printable) (\(megabytes == 0 ? "dưới 1" : "\(megabytes)") MB)."
        case .invalidLimit(let text):
            "Không phải giới hạn: \(text.printable). Hãy viết TÊN=SỐ_DÒNG với số lớn hơn 0, ví dụ `--limit flows=2000000`."
        case .unknownLimit(let name, let suggestion, let known):
            "Không có giới hạn nào tên là \(name.printable)."
                + (suggestion.map { " Có phải ý bạn là \($0)?" } ?? " Các tên: \(known.joined(separator: ", ")).")
        case .unknownEnding(let path):
            "\(path.printable): lệnh scan chỉ ghi tệp quan sát; tên tệp phải kết thúc bằng .v6obs."
        }
    }
}

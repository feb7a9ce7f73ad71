extension RecordMessage {
    var vietnamese: String {
        switch self {
        case .includedFile(let name):
            "$INCLUDE \(name.printable): không đọc tệp khác. Hãy nhập riêng các tệp đó, hoặc ghép lại trước"
                + " (named-compilezone ghi thành một tệp)."
        case .unknownDirective(let word): "\(word.printable) không phải là chỉ thị của tệp vùng DNS."
        case .generateDirective: "Chỉ thị $GENERATE không hợp lệ: cần ĐẦU-CUỐI[/BƯỚC] TÊN LOẠI DỮ-LIỆU."
        case .tooManyGenerated(let limit): "Các chỉ thị $GENERATE tạo ra hơn \(limit) bản ghi."
        case .missingOrigin(let name):
            "Tên \(name.printable) là tên tương đối, mà cả nội dung lẫn tên tệp đều không cho biết thuộc vùng nào."
                + " Hãy thêm dòng: $ORIGIN office.example."
        case .missingOwner: "Bản ghi không có tên, và không có bản ghi nào đứng trước."
        case .unknownRecordType(""): "Dòng này không có loại bản ghi."
        case .unknownRecordType(let type): "\(type.printable) không phải là loại bản ghi."
        case .recordData(let owner, let type, let data):
            "Bản ghi \(type.printable) của \(owner.printable) không hợp lệ: \(data.printable)"
        case .openParenthesis: "Dấu ngoặc mở trong bản ghi không được đóng."
        case .closedParenthesis: "Có dấu đóng ngoặc mà không có dấu mở."
        case .openQuote: "Dấu nháy kép không được đóng trên cùng dòng."
        case .recordTooLong(let limit): "Bản ghi dài hơn \(limit >> 10) KiB. Có thể thiếu dấu đóng ngoặc."
        case .missingFields: "Dòng dữ liệu đứng trước dòng #fields nên các cột không có tên."
        case .fieldCount(let expected, let found): "Dòng có \(found) cột thay vì \(expected)."
        case .fieldValue(let field, let value): "Giá trị của \(field.printable) không hợp lệ: \(value.printable)"
        case .missingField(let field): "Thiếu trường \(field.printable)."
        case .noKnownLog([]):
            "Tệp không có dòng nào đọc được: chỉ đọc conn, dns, dhcp, known_hosts và known_services."
        case .noKnownLog(let logs):
            "Tệp có \(logs.map(\.printable).joined(separator: ", "));"
                + " chỉ đọc conn, dns, dhcp, known_hosts và known_services."
        case .noFlow: "Tệp không có luồng nào. Hãy ghi bằng lệnh: nfdump -r TỆP -o json"
        }
    }
}

extension RuleMessage {
    var vietnamese: String {
        switch self {
        case .syntax(let detail): "không đúng cú pháp YAML: \(detail.printable)"
        case .empty: "tệp rỗng"
        case .severalDocuments: "tệp chứa nhiều hơn một tài liệu YAML"
        case .anchorRefused: "không được dùng neo (anchor) và bí danh (alias)"
        case .tooDeep(let limit): "lồng nhau quá \(limit) mức"
        case .keyNotText: "khóa phải là văn bản"
        case .duplicateKey(let key): "khóa \(Self.quoted(key)) xuất hiện hai lần"
        case .unknownKey(let key, let suggestion):
            "không có khóa \(Self.quoted(key))" + Self.vietnameseHint(suggestion)
        case .missingKey(let key): "thiếu khóa \(Self.quoted(key))"
        case .wrongForm(let key, let value?, let expected):
            "\(key.printable): \(Self.quoted(value)) không phải là \(Self.vietnamese(expected))"
        case .wrongForm(let key, nil, let expected): "\(key.printable) phải là \(Self.vietnamese(expected))"
        case .unknownWord(let key, let value, let allowed, let suggestion):
            "\(key.printable): \(Self.quoted(value)) không thuộc các giá trị \(allowed.joined(separator: ", "))"
                + Self.vietnameseHint(suggestion)

        case .notACondition(let text):
            "\(Self.quoted(text)) không phải là điều kiện dạng 'dữ-kiện phép-so-sánh giá-trị'"
        case .emptyCombination(let word): "'\(word)' cần ít nhất một điều kiện"
        case .unknownFact(let name, let suggestion):
            "không có dữ kiện \(Self.quoted(name))" + Self.vietnameseHint(suggestion)
        case .factOfOtherKind(let fact, let scope):
            "dữ kiện \(Self.quoted(fact)) không thuộc phạm vi '\(scope.printable)' của quy tắc"
        case .unknownOperator(let text):
            "\(Self.quoted(text)) không phải là phép so sánh; chỉ có ==, !=, >=, <=, > và <"
        case .noOrder(let fact, let comparison):
            "không dùng được '\(comparison)' với \(fact) vì giá trị không có thứ tự; hãy dùng == hoặc !="
        case .wrongLiteral(let fact, let literal, let expected):
            "không so sánh được \(Self.quoted(literal)) với \(fact), vốn là \(Self.vietnamese(expected))"
        case .missingUnit(let fact, let literal, let units):
            "\(Self.quoted(literal)) thiếu đơn vị của \(fact): \(units.joined(separator: ", "))"
        case .unknownPolicy(let name, let suggestion):
            "không có giá trị chính sách \(Self.quoted(name))" + Self.vietnameseHint(suggestion)
        case .policyOfOtherType(let fact, let policy): "\(policy) và \(fact) khác kiểu giá trị"

        case .missingLanguage(let key, .vietnamese): "\(key) chưa có văn bản tiếng Việt (vi)"
        case .missingLanguage(let key, .english): "\(key) chưa có văn bản tiếng Anh (en)"
        case .placeholdersDiffer(let key, let onlyVietnamese, let onlyEnglish):
            "\(key) có các chỗ điền khác nhau: chỉ có ở vi: \(Self.list(onlyVietnamese)); chỉ có ở en: "
                + Self.list(onlyEnglish)
        case .unknownPlaceholder(let name, let suggestion):
            "chỗ điền \(Self.quoted(name)) không ứng với giá trị hay dữ kiện nào" + Self.vietnameseHint(suggestion)
        case .placeholderOfOtherKind(let name, let scope):
            "chỗ điền \(Self.quoted(name)) không dùng được cho phạm vi '\(scope.printable)' của quy tắc"
        case .placeholderNotShown(let name):
            "dữ kiện \(Self.quoted(name)) chỉ là có hoặc không, không hiển thị được trong câu"

        case .asksNothing: "quy tắc không có 'fails', 'warns' hay 'question'"
        case .asksTwice(let key): "quy tắc đã có câu hỏi thì không được có '\(key)'"
        case .warningTextMissing: "quy tắc có cả 'fails' và 'warns' nên phần text cần 'warning' bên cạnh 'finding'"
        case .withoutWarning(let key): "'\(key)' không có tác dụng khi quy tắc không có 'warns'"
        case .duplicateRule(let id, let file, let line):
            "mã \(Self.quoted(id)) đã được dùng ở \(file.printable):\(line)"
        }
    }

    private static func vietnameseHint(_ suggestion: String?) -> String {
        suggestion.map { "; có phải ý bạn là '\($0.printable)'?" } ?? ""
    }

    private static func vietnamese(_ form: Form) -> String {
        switch form {
        case .text: "văn bản"
        case .list: "danh sách"
        case .mapping: "nhóm khóa – giá trị"
        case .localizedText: "văn bản có hai khóa vi và en"
        case .boolean: "true hoặc false"
        case .wholeNumber: "số nguyên không có đơn vị"
        case .duration: "khoảng thời gian như 5 min, 24 h hoặc 35 d"
        case .share: "tỷ lệ như 20 %"
        case .date: "ngày như 2026-11-24"
        case .condition: "điều kiện, hoặc một trong các từ all, any, none kèm danh sách điều kiện"
        case .identifier: "mã như ADDR-01"
        case .slug: "vài từ viết thường nối bằng dấu '-'"
        }
    }
}

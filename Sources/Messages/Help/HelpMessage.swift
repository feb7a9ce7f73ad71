/// The texts of `--help`, and the fixed words that the argument parser prints in English.
public enum HelpMessage: LocalizedMessage {
    case tool, toolDiscussion
    case scan, audit, checklist, report, explain, rules, rulesList, rulesShow, rulesCheck, doctor, initialise
    case optionRead, optionSite, optionJSON, optionLanguage, optionQuiet, optionHash, optionSegment, optionOutput
    case optionAsOf, optionAgency, optionRules, optionFrom, optionAgencyID, optionName, optionPrefix, optionYes
    case argumentAgency, argumentSubject, argumentRule, argumentRulesFolder, argumentFolder
    case exitCodes

    public func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .vietnamese: vietnamese
        }
    }

    private var english: String {
        switch self {
        case .tool:
            "Finds out, from evidence, how far a public office is on its way from IPv4 to IPv6, and what to do next."
        case .toolDiscussion: "Start: v6audit init DIR, then v6audit audit --site DIR -r CAPTURE -o report.html"
        case .scan: "Read captures and show the machines in them with their states."
        case .audit: "Read captures, merge hosts, apply the rules, store the audit and write reports."
        case .checklist: "Show what each agency has to do, from the stored audit."
        case .report: "Write the report of a stored audit; the format follows the file name."
        case .explain: "Show why: the proof behind a machine, a rule or a checklist item."
        case .rules: "The rules: list, show, check."
        case .rulesList: "List all rules."
        case .rulesShow: "Show one rule with its reasons and remedies."
        case .rulesCheck: "Check a folder of rules of your own; all errors at once."
        case .doctor: "What this machine can and cannot do, and the fix."
        case .initialise: "Make a site folder."
        case .optionRead: "Captures, files of observations (.v6obs) or folders; - is standard input."
        case .optionSite: "The site folder."
        case .optionJSON: "Print JSON to standard output."
        case .optionLanguage: "Language of messages: vi or en (default: from the locale, else vi)."
        case .optionQuiet: "No progress and no summary."
        case .optionHash: "Compute the SHA-256 of each decompressed capture."
        case .optionSegment: "The segment that all given captures show."
        case .optionOutput: "Write a report: X.html or X.json; - with --json prints. May be given several times."
        case .optionAsOf: "The day of the audit, YYYY-MM-DD (default: the newest evidence)."
        case .optionAgency: "Only this agency."
        case .optionRules: "A folder of rules of your own, besides the built-in ones."
        case .optionFrom: "Copy another site folder without its history."
        case .optionAgencyID: "Short id of the agency."
        case .optionName: "Name of the agency."
        case .optionPrefix: "A prefix of the office LAN; may be given several times."
        case .optionYes: "Do not ask."
        case .argumentAgency: "Id of an agency."
        case .argumentSubject: "Host id, MAC, address, name, rule id or checklist item."
        case .argumentRule: "Id of a rule, for instance ADDR-01."
        case .argumentRulesFolder: "The folder with the rules."
        case .argumentFolder: "The folder to make."
        case .exitCodes:
            "Exit codes: 0 ran; 1 findings at or above a limit; 2 could not run; 3 ran partly; 64 usage; 130 interrupted."
        }
    }

    private var vietnamese: String {
        switch self {
        case .tool: "Xác định bằng chứng cứ cơ quan đã chuyển đổi từ IPv4 sang IPv6 đến đâu và việc cần làm tiếp theo."
        case .toolDiscussion:
            "Bắt đầu: v6audit init THƯ_MỤC, rồi v6audit audit --site THƯ_MỤC -r TỆP_BẮT_GÓI -o bao-cao.html"
        case .scan: "Đọc tệp bắt gói, cho biết các máy và trạng thái của chúng."
        case .audit: "Đọc tệp bắt gói, gộp máy, áp dụng quy tắc, lưu lần đánh giá và ghi báo cáo."
        case .checklist: "Danh mục việc cần làm của từng cơ quan, theo lần đánh giá đã lưu."
        case .report: "Ghi báo cáo của một lần đánh giá đã lưu; định dạng theo tên tệp."
        case .explain: "Giải thích vì sao: bằng chứng của một máy, một quy tắc hay một mục việc."
        case .rules: "Bộ quy tắc: liệt kê, xem, kiểm tra."
        case .rulesList: "Liệt kê tất cả quy tắc."
        case .rulesShow: "Xem một quy tắc, lý do và cách khắc phục."
        case .rulesCheck: "Kiểm tra thư mục quy tắc tự viết; báo mọi lỗi một lần."
        case .doctor: "Máy này làm được gì, thiếu gì và cách khắc phục."
        case .initialise: "Tạo thư mục hồ sơ mạng."
        case .optionRead: "Tệp bắt gói tin, tệp quan sát (.v6obs) hoặc thư mục; - là đầu vào chuẩn."
        case .optionSite: "Thư mục hồ sơ mạng."
        case .optionJSON: "In JSON ra đầu ra chuẩn."
        case .optionLanguage: "Ngôn ngữ thông báo: vi hoặc en (mặc định theo máy, nếu không rõ thì vi)."
        case .optionQuiet: "Không hiện tiến độ và tóm tắt."
        case .optionHash: "Tính SHA-256 của từng tệp bắt gói (sau khi giải nén)."
        case .optionSegment: "Phân đoạn mà các tệp bắt gói này quan sát."
        case .optionOutput: "Ghi báo cáo: X.html hoặc X.json. Có thể lặp lại."
        case .optionAsOf: "Ngày của lần đánh giá, NĂM-THÁNG-NGÀY (mặc định: bằng chứng mới nhất)."
        case .optionAgency: "Chỉ cơ quan này."
        case .optionRules: "Thư mục quy tắc tự viết, thêm vào bộ có sẵn."
        case .optionFrom: "Sao chép một thư mục hồ sơ khác, không kèm lịch sử."
        case .optionAgencyID: "Mã ngắn của cơ quan."
        case .optionName: "Tên cơ quan."
        case .optionPrefix: "Dải địa chỉ của mạng LAN; có thể lặp lại."
        case .optionYes: "Không hỏi."
        case .argumentAgency: "Mã cơ quan."
        case .argumentSubject: "Mã máy, MAC, địa chỉ, tên, mã quy tắc hoặc mục việc."
        case .argumentRule: "Mã quy tắc, ví dụ ADDR-01."
        case .argumentRulesFolder: "Thư mục chứa quy tắc."
        case .argumentFolder: "Thư mục cần tạo."
        case .exitCodes:
            "Mã thoát: 0 đã chạy; 1 có phát hiện từ mức quy định; 2 không chạy được; 3 chạy được một phần; 64 sai cách dùng; 130 bị dừng."
        }
    }
}

/// The fixed English words of the argument parser, for the languages that need others.
public enum ParserWords {
    /// Replaces headings and the forms of usage errors in what the parser made.
    public static func translated(_ text: String, to language: Language) -> String {
        guard language == .vietnamese else { return text }
        var text = text
        for (english, vietnamese) in table { text = replace(english, by: vietnamese, in: text) }
        return text
    }

    private static let table = [
        ("OVERVIEW: ", "GIỚI THIỆU: "), ("USAGE: ", "CÁCH DÙNG: "), ("Usage: ", "Cách dùng: "),
        ("ARGUMENTS:", "THAM SỐ:"),
        ("OPTIONS:", "TÙY CHỌN:"), ("SUBCOMMANDS:", "LỆNH CON:"), ("Error: ", "Lỗi: "),
        ("Show help information.", "Hiện trợ giúp."), ("Show the version.", "Hiện phiên bản."),
        ("Unknown option ", "Không có tùy chọn "), ("Missing expected argument ", "Thiếu tham số "),
        ("Missing value for ", "Thiếu giá trị cho "), ("Unexpected argument ", "Thừa tham số "),
        (" unexpected argument: ", " tham số thừa: "), ("Did you mean ", "Có phải "),
        ("is invalid for ", "không hợp lệ cho "),
        ("The value ", "Giá trị "), ("See '", "Xem '"), ("' for detailed help.", "' để biết chi tiết."),
        ("  See '", "  Xem '"), ("' for more information.", "' để biết thêm."), ("(required)", "(bắt buộc)"),
        ("(default: ", "(mặc định: "), ("[<options>]", "[<tùy chọn>]"),
    ]

    private static func replace(_ pattern: String, by replacement: String, in text: String) -> String {
        var result = ""
        var rest = Substring(text)
        while let range = firstRange(of: pattern, in: rest) {
            result += rest[..<range.lowerBound] + replacement
            rest = rest[range.upperBound...]
        }
        return result + rest
    }

    private static func firstRange(of pattern: String, in text: Substring) -> Range<Substring.Index>? {
        var index = text.startIndex
        while index < text.endIndex {
            if text[index...].hasPrefix(pattern) { return index..<text.index(index, offsetBy: pattern.count) }
            index = text.index(after: index)
        }
        return nil
    }
}

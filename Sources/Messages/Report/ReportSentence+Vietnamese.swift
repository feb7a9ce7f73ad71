extension ReportSentence {
    var vietnamese: String {
        switch self {
        case .hostsSeen(0, _):
            "Chưa thấy thiết bị nào trong các bản thu của kỳ này, nên chưa thể kết luận về hiện trạng."
        case .hostsSeen(let hosts, segments: 0): "Đã thấy \(number(hosts)) thiết bị."
        case .hostsSeen(let hosts, let segments):
            "Đã thấy \(number(hosts)) thiết bị trên \(number(segments)) phân đoạn mạng."
        case .determined(_, of: 0): "Không có trạng thái nào để kết luận."
        case .determined(0, _):
            "Chưa thiết bị nào đủ bằng chứng để kết luận trạng thái; mọi tỷ lệ dưới đây vì vậy còn để trống."
        case .determined(let part, let whole) where part == whole:
            whole == 1
                ? "Thiết bị này đủ bằng chứng để kết luận trạng thái."
                : "Cả \(number(whole)) thiết bị đều đủ bằng chứng để kết luận trạng thái."
        case .determined(let part, let whole):
            "\(number(part)) trên \(number(whole)) thiết bị (\(share(part, whole))) đủ bằng chứng để kết luận trạng thái; các tỷ lệ dưới đây tính trên \(number(part)) thiết bị này."
        case .inState(let state, let count, let whole): sentence(state, count, whole)
        case .undetermined(0): "Không có thiết bị nào chưa xác định."
        case .undetermined(let count):
            "\(number(count)) thiết bị chưa xác định: quan sát còn quá ngắn, điểm thu không phù hợp hoặc chưa thấy địa chỉ; không tính là đạt, cũng không tính là chưa đạt."
        case .latentFootnote: "Số liệu của chương trình tính thiết bị “IPv6 tiềm ẩn” là chỉ IPv4."
        case .openItems(0, _, _): "Không có việc nào còn phải xử lý trong danh mục việc cần làm."
        case .openItems(let items, let blockers, let high):
            "Còn \(number(items)) việc cần làm\(urgent(blockers, high))."
        case .undecidedRules(unknown: 0, questions: 0): "Mọi nội dung kiểm tra đều có kết luận."
        case .undecidedRules(let unknown, questions: 0):
            "\(number(unknown)) nội dung kiểm tra chưa có kết luận vì thiếu dữ liệu."
        case .undecidedRules(unknown: 0, let questions):
            "\(number(questions)) câu hỏi về quy trình, hồ sơ đang chờ cơ quan trả lời."
        case .undecidedRules(let unknown, let questions):
            "\(number(unknown)) nội dung kiểm tra chưa có kết luận vì thiếu dữ liệu và \(number(questions)) câu hỏi về quy trình, hồ sơ đang chờ cơ quan trả lời."
        case .inventoryCoverage(_, of: 0): "Danh mục chưa có tài sản nào để đối chiếu độ phủ."
        case .inventoryCoverage(let part, let whole):
            "Độ phủ: đã quan sát được \(number(part)) trên \(number(whole)) tài sản trong danh mục (\(share(part, whole)))."
        case .coverage(_, of: 0): "chưa có thiết bị"
        case .held(let state, let since): "vẫn tính là: \(state), chứng minh lúc \(since)"
        case .mergedTogether(let percent): "Tính chung các căn cứ: \(percent)."
        case .knownParts(let state): "các thành phần đã rõ: \(state); phần còn lại có thể kém hơn"
        case .coverage(let part, let whole): "\(number(part))/\(number(whole)) thiết bị đã xác định"
        }
    }

    private func sentence(_ state: String, _ count: Int, _ whole: Int) -> String {
        let what =
            switch state {
            case "dual-operational": "đã dùng cả IPv4 và IPv6 (song song hoạt động)"
            case "dual-configured": "đã được cấp IPv6 nhưng chưa phát sinh kết nối IPv6"
            case "dual-broken": "có IPv6 nhưng kết nối IPv6 bị lỗi"
            case "ipv4-latent-ipv6": "dùng IPv4, IPv6 mới ở mức tiềm ẩn (chỉ địa chỉ liên kết cục bộ)"
            case "ipv4-only": "chỉ dùng IPv4"
            case "ipv6-only": "chỉ dùng IPv6"
            case "ipv6-mostly": "ưu tiên IPv6, đã thôi dùng IPv4"
            case "link-local-only": "chỉ có địa chỉ IPv6 liên kết cục bộ"
            default: "ở trạng thái “\(ReportTerm.hostState(state).vietnamese)”"
            }
        guard count == 0 else { return "\(number(count)) thiết bị (\(share(count, whole))) \(what)." }
        let isAim = ["dual-operational", "dual-configured", "ipv6-only", "ipv6-mostly"].contains(state)
        let plain = what.hasPrefix("đã ") ? String(what.dropFirst(3)) : what
        return "\(isAim ? "Chưa" : "Không") có thiết bị nào \(plain)."
    }

    private func urgent(_ blockers: Int, _ high: Int) -> String {
        switch (blockers, high) {
        case (0, 0): ", không có việc nào ở mức chặn hoặc mức cao"
        case (let blockers, 0): ", trong đó \(number(blockers)) việc ở mức chặn"
        case (0, let high): ", trong đó \(number(high)) việc ở mức cao"
        default: ", trong đó \(number(blockers)) việc ở mức chặn và \(number(high)) việc ở mức cao"
        }
    }

    private func number(_ value: Int) -> String { Language.vietnamese.number(value) }
    private func share(_ part: Int, _ whole: Int) -> String { Language.vietnamese.percentage(part, of: whole) }
}

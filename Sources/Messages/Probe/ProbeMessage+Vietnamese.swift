extension ProbeMessage {
    var vietnamese: String {
        switch self {
        case .noAuthorisation(let file):
            "Chưa gửi gì: \(file.printable) chưa ghi văn bản nào cho phép `probe`. Hãy thêm vào `authorisations:` số văn bản, người ký, phân đoạn, from và to."
        case .authorisationIncomplete(let id, let missing, let file):
            "Chưa gửi gì: văn bản cho phép \(id.printable) trong \(file.printable) thiếu \(missing.map(\.vietnamese).joined(separator: ", "))."
        case .authorisationNotYet(let id, let first, let file):
            "Chưa gửi gì: văn bản cho phép \(id.printable) trong \(file.printable) có hiệu lực từ \(first)."
        case .authorisationOver(let id, let last, let file):
            "Chưa gửi gì: văn bản cho phép \(id.printable) trong \(file.printable) đã hết hạn ngày \(last)."
        case .segmentsNotCovered(let segments, let file):
            segments.isEmpty
                ? "Chưa gửi gì: các địa chỉ không thuộc phân đoạn nào mà văn bản cho phép trong \(file.printable) nêu."
                : "Chưa gửi gì: không văn bản cho phép nào trong \(file.printable) nêu \(segments.map(\.printable).joined(separator: ", "))."
        case .rateAboveSite(let rate, let limit, let file):
            "--rate \(rate): \(file.printable) chỉ cho phép tối đa \(limit) gói mỗi giây (scope.packetsPerSecond)."
        case .unknownHost(let text):
            "--only \(text.printable): không dòng nào của systems.csv có mã, tên hoặc địa chỉ này."
        case .nothingToResume(let folder): "Không có lần hỏi dở dang nào trong \(folder.printable)."
        case .planChanged(let file):
            "Hồ sơ hoặc tùy chọn đã thay đổi từ khi bắt đầu \(file.printable), nên không thể làm tiếp. Hãy chạy lại, bỏ --resume."
        case .recordFailed(let file, let reason):
            "Không ghi được \(file.printable) (\(reason)): đã ngừng gửi."

        case .invalidInterval(let text): "--interval \(text.printable): nhập thời gian như \"60 s\" hoặc \"5 min\"."
        case .invalidTries(let most): "--tries: nhập từ 1 đến \(most)."
        case .invalidRate: "--rate: nhập ít nhất là 1."
        case .notTogether(let option, let with): "\(option) không dùng cùng \(with)."

        case .planSummary(let targets, let packets, let packetsPerSecond, let minutes):
            "\(targets) phép kiểm tra, nhiều nhất \(packets) gói cho mỗi phép một lần thử (với \(packetsPerSecond) gói mỗi giây thì nhiều nhất \(minutes) phút; thường ít hơn nhiều). Chưa gửi gì."
        case .planTarget: "Mục tiêu"
        case .packets: "Số gói ≤"
        case .laterTitle: "Sau khi biết tên miền trỏ đến đâu, với mỗi địa chỉ mới nằm trong phạm vi:"
        case .laterLine(let host, let name, let checks, let packets):
            "\(host.printable)  \(name.printable)  \(checks)  ≤ \(packets)"
        case .refusedTitle(let count): "Bị từ chối: \(count)"
        case .reason(let reason):
            switch reason {
            case .outsideScope: "ngoài phạm vi"
            case .stateSecret: "kênh có bí mật nhà nước"
            case .notAuthorised: "chưa được cho phép"
            }
        case .nothingToDo: "Không có gì để hỏi: không dòng nào của systems.csv được phép hỏi."

        case .vantage(let ipv4, let ipv6):
            "Máy này: IPv4 \(ipv4 ? "có" : "không"), IPv6 \(ipv6 ? "có" : "không có: không kết luận gì về IPv6")"
        case .service: "Dịch vụ"
        case .state: "Trạng thái"
        case .grade(let grade):
            switch grade {
            case .none: "–"
            case .assigned: "đã cấp"
            case .reachable: "liên lạc được"
            case .operational: "hoạt động"
            }
        case .serviceState(let state):
            switch state {
            case .dualOK: "hoạt động qua cả hai"
            case .dualDegraded: "hoạt động một phần qua cả hai"
            case .dualBroken: "IPv6 không hoạt động"
            case .ipv4Only: "chỉ IPv4"
            case .ipv6OnlyOK: "chỉ IPv6, hoạt động"
            case .ipv6Latent: "hoạt động qua IPv6, chưa có AAAA"
            case .notTested: "chưa kiểm tra được"
            case .unreachableBoth: "không liên lạc được"
            }
        case .content(let content):
            switch content {
            case .same: "cùng nội dung"
            case .different: "khác nội dung"
            case .notCompared: ""
            }
        case .notAsked: "chưa kiểm tra được"
        case .resultSummary(let results, let packets): "\(results) kết quả; đã gửi nhiều nhất \(packets) gói."
        case .notComplete(let site):
            "Chưa làm hết. Làm tiếp bằng: v6audit probe --site \(site.printable) --resume"
        case .progress(let done, let total, let packets, let waiting):
            "\(done)/\(total), \(packets) gói" + (waiting.map { ", thử lại sau \($0) giây" } ?? "")
        }
    }
}

extension ProbeMessage.Part {
    fileprivate var vietnamese: String {
        switch self {
        case .document: "số văn bản"
        case .signer: "người ký"
        case .from: "ngày bắt đầu (from)"
        case .to: "ngày kết thúc (to)"
        }
    }
}

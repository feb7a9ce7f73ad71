extension CommandMessage {
    public func text(in language: Language) -> String {
        switch language {
        case .vietnamese: vietnamese
        case .english: english
        }
    }

    var vietnamese: String {
        switch self {
        case .progress(let path, let megabytes, let total, let rate, let left):
            "\(path.printable): \(megabytes)\(total.map { "/\($0)" } ?? "") MiB, \(rate) gói/giây\(left.map { ", còn \($0) giây" } ?? "")"
        case .cannotWrite(let path, let reason):
            "Không ghi được \(path.printable): \(reason). Chọn nơi khác bằng -o, hoặc giải phóng dung lượng, cấp quyền ghi; chưa có gì bị thay đổi."
        case .interrupted: "Đã dừng theo yêu cầu: kết quả chỉ gồm phần đã đọc, phần còn lại thiếu."
        case .noInput:
            "Chưa có dữ liệu vào: chỉ ra tệp hoặc thư mục bắt gói bằng -r (`-` là đầu vào chuẩn), hoặc giao diện mạng bằng -i của lệnh scan."
        case .unknownFormat(let path): "\(path.printable): tên tệp phải có đuôi .html hoặc .json."
        case .siteFolderMissing(let path):
            "\(path.printable) không phải thư mục hồ sơ mạng: không có site.yaml. Tạo bằng `v6audit init \(path.printable)`."
        case .siteHasProblems(let count): "Hồ sơ mạng có \(count) lỗi; chưa thực hiện gì."
        case .auditStored(let id, let asOf): "Đã lưu lần đánh giá \(id), tính đến \(asOf)."
        case .auditAlreadyStored(let id):
            "Lần đánh giá \(id) đã có từ trước: cùng bằng chứng, hồ sơ và bộ quy tắc thì không thêm gì."
        case .reportWritten(let path): "Đã ghi: \(path.printable)"
        case .noAuditYet(let site):
            "Trong \(site.printable) chưa có lần đánh giá nào. Chạy `v6audit audit --site \(site.printable) -r TỆP_BẮT_GÓI`."
        case .noAuditBefore(let date): "Không có lần đánh giá nào đến hết ngày \(date)."
        case .unknownAgency(let id, let known):
            "Không có cơ quan \"\(id.printable)\". Các cơ quan đã khai: \(known.joined(separator: ", "))."
        case .unknownSubject(let text):
            "\"\(text.printable)\" không phải máy (mã, MAC, địa chỉ, tên), quy tắc hay mục việc nào của lần đánh giá này."
        case .unknownRule(let id, let suggestion):
            "Không có quy tắc \"\(id.printable)\".\(suggestion.map { " Có phải \($0)?" } ?? "") Xem tất cả bằng `v6audit rules list`."
        case .invalidDate(let text): "\"\(text.printable)\" không phải ngày: viết NĂM-THÁNG-NGÀY, ví dụ 2026-11-24."
        case .folderExists(let path):
            "\(path.printable) đã có và không rỗng; init không bao giờ ghi đè. Chọn thư mục khác."
        case .sampleMissing(let path):
            "\(path.printable) không phải thư mục hồ sơ mạng để sao chép: không có site.yaml."
        case .needsTerminal:
            "init cần hỏi nên phải chạy trên màn hình dòng lệnh. Hoặc cho sẵn câu trả lời: --agency MÃ --name TÊN [--prefix DẢI] --yes, hoặc --from THƯ_MỤC."
        case .askAgencyID: "Mã ngắn của cơ quan (a-z, 0-9, -), ví dụ xa-hai-hau: "
        case .askAgencyName: "Tên cơ quan: "
        case .askPrefixes: "Các dải địa chỉ của mạng LAN, cách nhau bằng dấu cách (có thể bỏ trống): "
        case .emptyAgencyName: "Cơ quan phải có tên."
        case .invalidAgencyID(let text):
            "\"\(text.printable)\" không dùng làm mã được: chỉ dùng a-z, 0-9 và -, bắt đầu bằng chữ cái."
        case .invalidPrefix(let text):
            "\"\(text.printable)\" không phải dải địa chỉ như 10.20.30.0/24 hay 2001:db8:20:30::/64."
        case .siteCreated(let path):
            "Đã tạo thư mục hồ sơ \(path.printable): hãy sửa site.yaml và systems.csv trong đó."
        case .stateSecretCapture(let segment):
            "Phân đoạn \(segment.printable) là kênh bí mật nhà nước: không đọc tệp bắt gói gán cho phân đoạn này."
        case .segmentUnknown(let id, let known):
            "Hồ sơ không có phân đoạn \"\(id.printable)\". Các phân đoạn đã khai: \(known.joined(separator: ", "))."
        case .rulesAreValid(let count): "\(count) quy tắc, không có lỗi."
        case .rulesHaveProblems(let count): "\(count) lỗi."
        case .scanSummary(let captures, let packets, let hosts):
            "\(captures) tệp bắt gói, \(packets) gói tin, \(hosts) máy"
        case .hostLine(_, let state, let provisional):
            Self.vietnameseStates[state, default: state] + (provisional ? " (tạm thời)" : "")
        case .routingHeading: "Giao thức của bộ định tuyến, kèm số máy gửi:"
        case .serverNamesHeading(let count): "\(count) tên máy chủ được hỏi qua TLS, QUIC hoặc HTTP:"
        case .serverNamesHidden(let count): "\(count) tên ngoài hồ sơ mạng, không hiển thị"
        case .neighboursHeading(let count): "\(count) thiết bị tự giới thiệu với thiết bị kề bên:"
        case .servicesHeading(let count): "\(count) dịch vụ theo tên:"
        case .explainServices: "Dịch vụ trên máy"
        case .heldState(let state, let since):
            "vẫn tính là: \(Self.vietnameseStates[state, default: state]), chứng minh lúc \(since)"
        case .unnamedNeighbour: "(không có tên)"
        case .neighbourRole(let role): Self.vietnameseRoles[role, default: role]
        case .andMore(let count): "và \(count) mục nữa: xem đầy đủ bằng --json"
        case .checklistHead(let agency, let phase): "\(agency.printable): giai đoạn \(phase)"
        case .checklistCounts(let open, let unknown, let needsAnswer):
            "  \(open) việc cần làm, \(unknown) mục chưa xác định, \(needsAnswer) câu hỏi cần trả lời"
        case .toSettle: "  Chưa xác định; cần bổ sung bằng chứng:"
        case .subjects(let count): "\(count) đối tượng"
        case .verdictWord(let word): Self.vietnameseVerdicts[word, default: word]
        case .severityWord(let word): Self.vietnameseSeverities[word, default: word]
        case .evidenceLine(let capture, let frame, let time): "\(capture.printable), khung \(frame), \(time)"
        case .missingLine(let fact, let command): "còn thiếu: \(fact); \(command)"
        case .explainVerdicts: "Kết luận của các quy tắc"
        case .explainMerges: "Vì sao các địa chỉ này là một máy"
        case .explainRejected: "Những gì không gộp"
        case .explainReasons: "Bằng chứng"
        case .explainClaims: "Thiết bị là gì"
        case .claimLine(let value, let percent, let because): "\(value.printable), \(percent) %: \(because)"
        case .mergedBy(let key, let percent, let value):
            "\(Self.key(key, .vietnamese)), \(percent) %" + (value.map { ": \($0.printable)" } ?? "")
        case .mergeJoins(let joins): "gộp \(joins)"
        case .mergedTogether(let percent): "tính chung các khóa: \(percent) %"
        case .moreProofs(let count): "và \(count) khung nữa: xem bằng --json"
        case .mergeStated: "không có khung nào cho thấy"
        case .rejectedBecause(let key, let because):
            "\(Self.key(key, .vietnamese)): \(ReportTerm.rejection(because).text(in: .vietnamese))"
        case .rejectedAbout(let texts): "liên quan: \(texts)"
        case .unassigned: "Máy chưa rõ đơn vị quản lý (unassigned)"
        case .provisionalBecause(let reason): Self.vietnameseReasons[reason, default: reason]
        case .storeReadFailed(let reason): "Không đọc được lịch sử: \(reason)"
        case .rulesFolderMissing(let path): "\(path.printable): không có tệp quy tắc (*.yaml) nào."
        case .notUTF8(let path): "\(path.printable): không đọc được dưới dạng văn bản UTF-8."
        case .headingFinding: "Phát hiện"
        case .headingWhy: "Vì sao quan trọng"
        case .headingRemediation: "Cách khắc phục"
        case .headingVerify: "Cách kiểm tra lại"
        case .headingReferences: "Căn cứ"
        case .notVerified: "chưa kiểm chứng"
        case .doctorOK: "đạt"
        case .doctorProblem: "cần làm"
        case .doctor(let fact): Self.vietnamese(fact)
        }
    }

    private static let vietnameseVerdicts = [
        "pass": "đạt", "fail": "không đạt", "warn": "cảnh báo", "unknown": "chưa xác định",
        "not-applicable": "không áp dụng", "needs-answer": "cần trả lời",
    ]
    private static let vietnameseSeverities = [
        "blocker": "chặn", "high": "cao", "medium": "trung bình", "low": "thấp", "info": "thông tin",
    ]
    private static let vietnameseStates = [
        "unknown": "chưa đủ bằng chứng", "ipv4-seen": "thấy IPv4, không quan sát được IPv6 tại đây",
        "ipv4-only": "chỉ IPv4", "ipv4-latent-ipv6": "IPv4, IPv6 chỉ có địa chỉ liên kết cục bộ",
        "dual-configured": "song song, đã cấp IPv6 nhưng chưa dùng", "dual-operational": "song song, hoạt động",
        "dual-broken": "song song nhưng IPv6 lỗi", "ipv6-mostly": "ưu tiên IPv6", "ipv6-only": "chỉ IPv6",
        "link-local-only": "chỉ có IPv6 liên kết cục bộ",
    ]
    private static let vietnameseRoles = [
        "router": "bộ định tuyến", "bridge": "thiết bị chuyển mạch", "access-point": "điểm truy cập không dây",
        "telephone": "điện thoại",
    ]
    private static let vietnameseReasons = [
        "window-too-short": "thời gian quan sát quá ngắn", "routed-vantage": "chỉ thấy qua bộ định tuyến",
        "virtual-router": "bộ định tuyến ảo, không phải một máy",
        "no-conversation": "chưa thấy cuộc trao đổi IPv4 nào",
        "ipv6-not-visible": "tại đây không thể thấy IPv6 nếu có", "one-direction": "chỉ thấy một chiều lưu lượng",
        "held-from-audit": "trạng thái cao hơn của lần đánh giá trước vẫn còn được tính",
        "not-captured": "không thu được gói tin nào của thiết bị: chỉ tệp nhập hoặc kiểm tra chủ động nói về nó",
    ]

    private static func vietnamese(_ fact: DoctorFact) -> String {
        switch fact {
        case .readsCaptures: "đọc được pcap và pcapng, kể cả tệp nén"
        case .fullLanguage(let language): "ngôn ngữ thông báo: \(language)"
        case .siteLoads(let path): "hồ sơ mạng \(path.printable) nạp không lỗi"
        case .siteFails(let path): "hồ sơ mạng \(path.printable) có lỗi"
        case .historyReadable(let audits): "đọc được lịch sử, \(audits) lần đánh giá"
        case .historyMissing: "chưa có lịch sử"
        case .historyUnreadable(let path): "không đọc được lịch sử \(path.printable), hoặc tệp bị hỏng"
        case .moveHistory: "chuyển tệp đi nơi khác và khôi phục từ bản sao; số liệu đọc từ tệp này không tin được"
        case .diskFree(let megabytes): "ổ đĩa còn trống \(megabytes) MiB"
        case .diskFull(let path, let megabytes): "ổ đĩa tại \(path.printable) chỉ còn \(megabytes) MiB"
        case .hasIPv6: "máy này có địa chỉ IPv6 ngoài liên kết cục bộ"
        case .noIPv6:
            "máy này không có địa chỉ IPv6 ngoài liên kết cục bộ: thăm dò IPv6 từ đây không chứng minh được gì"
        case .hasTshark: "đã có tshark: thử được ngay các bộ lọc"
        case .noTshark: "chưa có tshark: mở các bộ lọc của báo cáo bằng Wireshark trên máy khác"
        case .canCapture: "được phép bắt gói (CAP_NET_RAW)"
        case .cannotCapture: "không được phép bắt gói (thiếu CAP_NET_RAW); đọc tệp không cần quyền"
        case .installTshark: "sudo apt-get install tshark"
        case .freeSpace: "giải phóng ít nhất 200 MiB"
        case .fixSite: "v6audit audit --site THƯ_MỤC liệt kê từng lỗi kèm dòng và cột"
        case .grantCapture:
            "bắt gói bằng sudo, hoặc cấp quyền một lần: sudo setcap cap_net_raw+ep \"$(command -v v6audit)\""
        case .addIPv6: "nối máy này vào mạng có IPv6 trước khi thăm dò"
        }
    }
}

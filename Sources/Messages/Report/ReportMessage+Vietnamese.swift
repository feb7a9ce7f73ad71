extension ReportMessage {
    var vietnamese: String {
        switch self {
        case .reportTitle: "Báo cáo kiểm tra chuyển đổi IPv6"
        case .demonstrationTitle: "Chính sách trình diễn"
        case .demonstration(let minutes, let workingDay):
            "Báo cáo này dùng chính sách trình diễn: chỉ cần quan sát \(duration(minutes))\(workingDay ? ", có ngày làm việc," : ", không cần ngày làm việc,") là đủ kết luận trạng thái. Không dùng số liệu này làm số liệu chính thức."
        case .policy(let minutes, let workingDay):
            "Trạng thái chỉ được kết luận sau khi quan sát ít nhất \(duration(minutes)) trên chính liên kết của thiết bị\(workingDay ? ", trong đó có ngày làm việc" : "")."
        case .restricted:
            "Báo cáo có địa chỉ, tên thiết bị và quy hoạch địa chỉ của cơ quan. Chỉ lưu hành trong phạm vi người có trách nhiệm; không đăng công khai, không gửi qua kênh không bảo vệ."
        case .authorised(let documents):
            "Văn bản cho phép thu gói tin ghi trong hồ sơ: \(documents.map(\.printable).joined(separator: "; "))."
        case .notAuthorised:
            "Hồ sơ chưa ghi văn bản cho phép thu gói tin trong kỳ này. Việc thu gói tin trên mạng cơ quan phải có văn bản cho phép của người có thẩm quyền."
        case .skipToContent: "Chuyển tới nội dung"
        case .contents: "Nội dung"
        case .backToContents: "Về mục lục"
        case .whereTheOfficeStands: "Hiện trạng"
        case .phases: "Giai đoạn của từng cơ quan"
        case .picture: "Trạng thái thiết bị"
        case .checklists: "Danh mục việc cần làm theo cơ quan"
        case .segments: "Phân đoạn mạng"
        case .systems: "Hệ thống thông tin"
        case .hosts: "Danh mục thiết bị"
        case .hostEvidence: "Bằng chứng của từng thiết bị"
        case .glossary: "Giải thích từ ngữ"
        case .method: "Phương pháp"
        case .limits: "Những gì v6audit không thấy được"
        case .captures: "Bản thu đã dùng"
        case .openItems: "Việc cần làm"
        case .undecided: "Chưa xác định, cần bổ sung dữ liệu"
        case .questions: "Câu hỏi chờ trả lời"
        case .closedItems: "Đã xong hoặc được miễn trừ"
        case .unmergedAddresses: "Địa chỉ chỉ thấy qua bộ định tuyến"
        case .phasesNote:
            "G0 là mức khởi điểm. Một giai đoạn chỉ đạt khi mọi nội dung bắt buộc (mức chặn và mức cao) của giai đoạn đó và các giai đoạn trước đều đạt hoặc không áp dụng. Nội dung chưa xác định hoặc chưa trả lời cũng giữ giai đoạn lại; đây không phải điểm trung bình."
        case .nothingBlocks: "Không có gì cản trở"
        case .pictureNote:
            "Mỗi thanh là toàn bộ thiết bị đã thấy của một cơ quan, chia theo trạng thái. Phần “Chưa xác định” đứng riêng: không phải đạt, cũng không phải chưa đạt."
        case .undetermined: "Chưa xác định"
        case .allAgencies: "Tất cả"
        case .unassigned: "Chưa rõ cơ quan quản lý"
        case .unassignedNote:
            "Những đối tượng dưới đây chưa thuộc cơ quan nào trong hồ sơ. Cần phân giao trước khi xử lý: khai báo trong systems.csv hoặc trong phân đoạn mạng của site.yaml."
        case .idleAgencies: "Cơ quan không có việc cần làm trong kỳ này"
        case .notObserved: "chưa thấy thiết bị nào của cơ quan trong các bản thu, nên chưa có gì để kết luận."
        case .noFindings: "không có nội dung nào chưa đạt trong kỳ này."
        case .noOpenItems: "Không có việc cần làm; các nội dung chưa xác định ở dưới vẫn cần bổ sung dữ liệu."
        case .undecidedNote:
            "Các nội dung này không được tính là đạt hay chưa đạt. Cột bên phải cho biết lệnh hoặc cách lấy dữ liệu còn thiếu."
        case .questionsNote:
            "Chỉ người phụ trách mới trả lời được. Ghi câu trả lời bằng lệnh tương ứng, kèm văn bản minh chứng."
        case .hostsNote:
            "Mỗi dòng là một thiết bị theo bằng chứng hiện có. Mã thiết bị dẫn tới bằng chứng ở phần sau."
        case .mergesNote: "Cách ghép các địa chỉ thành một thiết bị"
        case .unmergedNote:
            "Không đủ căn cứ để biết các địa chỉ này thuộc thiết bị nào; hai dòng có thể là một thiết bị."
        case .noHosts: "Không có thiết bị nào."
        case .noSegments: "Hồ sơ chưa khai báo phân đoạn mạng nào."
        case .noSystems: "Hồ sơ chưa khai báo hệ thống thông tin nào."
        case .noCaptures: "Không có bản thu nào trong kỳ này."
        case .noAgencies: "Hồ sơ chưa khai báo cơ quan nào."
        case .noReasons: "Không có khung nào làm căn cứ cho trạng thái này."
        case .noEvidence: "Không có bằng chứng kèm theo."
        case .textMissing(let rule): "Không tìm thấy nội dung của quy tắc \(rule.printable) trong bộ quy tắc đang dùng."
        case .notVerified: "chưa kiểm chứng"
        case .listCut(let shown, let total): "\(number(shown)) trong \(number(total)) bằng chứng"
        case .more(let count): "và \(number(count)) đối tượng khác"
        case .evidence(let count): "Bằng chứng (\(number(count)))"
        case .frameNumber(let frame): "khung \(frame)"
        case .lineNumber(let line): "dòng \(line)"
        case .openFilter:
            "Mở bản thu bằng Wireshark, dán bộ lọc vào ô bộ lọc hiển thị, hoặc tới thẳng khung có số đã ghi (Ctrl+G)."
        case .methodObservation:
            "v6audit đọc các bản thu gói tin của kỳ đánh giá và hồ sơ địa bàn (cơ quan, phân đoạn mạng, hệ thống). Công cụ không gửi gói tin nào khi đọc bản thu."
        case .methodStates:
            "Trạng thái được kết luận từ bằng chứng, không từ địa chỉ. Có địa chỉ, có sử dụng và hoạt động tốt là ba việc khác nhau. “Chỉ IPv4” chỉ được kết luận ở nơi có thể thấy IPv6."
        case .methodCounting:
            "Chỉ trạng thái “song song hoạt động” được tính là dual-stack. Thiết bị tạm kết luận đứng ở cột “Chưa xác định”, không nằm trong tử số."
        case .methodPhases:
            "Sáu giai đoạn G0–G5 đi từ khảo sát, lập kế hoạch đến tắt IPv4; mỗi quy tắc thuộc một giai đoạn."
        case .methodProof:
            "Mỗi phát hiện dẫn tới bản thu, số khung, thời gian và bộ lọc Wireshark, để người khác kiểm tra lại được. Tham chiếu ghi “chưa kiểm chứng” là chưa đối chiếu với văn bản gốc."
        case .limitPassive:
            "Thiết bị tắt máy, không gửi gói tin hoặc nằm ngoài điểm thu thì không thấy được; không thấy không có nghĩa là không có."
        case .limitWindow: "Số liệu chỉ đúng cho khoảng thời gian đã thu, không thay cho theo dõi thường xuyên."
        case .limitEncrypted:
            "Nội dung mã hóa không được giải mã. DNS qua HTTPS hoặc TLS che tên miền, khi đó các quy tắc theo tên ở trạng thái chưa xác định."
        case .limitRouted:
            "Sau bộ định tuyến không thấy được MAC của thiết bị, nên không ghép được IPv4 với IPv6 và không kết luận được “chỉ IPv4”."
        case .limitMulticast:
            "Bộ chuyển mạch có MLD snooping và bộ phát Wi-Fi có thể giấu gói NDP, làm thiết bị có IPv6 trông như chỉ có IPv4."
        case .limitIdentity:
            "Một thiết bị dùng MAC ngẫu nhiên có thể bị đếm thành nhiều thiết bị; nhiều thiết bị sau một bộ lặp Wi-Fi có thể trông như một."
        case .limitLaw:
            "Báo cáo phục vụ quản lý; không thay cho hồ sơ cấp độ an toàn thông tin, kết luận kiểm tra hay văn bản pháp luật."
        }
    }

    private func number(_ value: Int) -> String { Language.vietnamese.number(value) }

    private func duration(_ minutes: Int) -> String {
        if minutes >= 1440, minutes % 1440 == 0 { return "\(number(minutes / 1440)) ngày" }
        return minutes >= 60 && minutes % 60 == 0 ? "\(number(minutes / 60)) giờ" : "\(number(minutes)) phút"
    }
}

extension InputMessage {
    var vietnamese: String {
        switch self {
        case .notFound(let path): "\(name(path)): không có tệp hoặc thư mục này; hãy kiểm tra lại đường dẫn."
        case .permissionDenied(let path):
            "\(name(path)): không có quyền đọc; hãy xin quyền của chủ sở hữu hoặc chạy bằng tài khoản được phép đọc."
        case .folderInsteadOfFile(let path):
            "\(name(path)): đây là thư mục, trong khi cần một tệp bắt gói tin; hãy chỉ rõ một tệp trong thư mục."
        case .folderWithoutCaptures(let path):
            "\(name(path)): thư mục này và các thư mục con không có tệp bắt gói tin nào; cần tệp pcap hoặc pcapng, nén hay không nén đều được."
        case .terminal:
            "Đầu vào chuẩn là màn hình dòng lệnh nên không có gói tin nào; hãy chuyển tệp vào, ví dụ `v6audit scan -r - < TỆP`."
        case .empty(let path):
            "\(name(path)): tệp rỗng; cần tệp pcap hoặc pcapng, hãy bắt gói tin lại hoặc sao chép lại tệp."
        case .textFile(let path):
            "\(name(path)): đây là tệp văn bản, không phải tệp bắt gói tin; cần tệp pcap hoặc pcapng như `tcpdump -w TỆP` ghi ra."
        case .otherCaptureFormat(let path, let format):
            "\(name(path)): đây là tệp bắt gói tin theo định dạng \(format.printable); hãy chuyển đổi bằng `editcap -F pcapng TỆP_CŨ TỆP_MỚI`."
        case .archive(let path, let kind):
            "\(name(path)): đây là tệp lưu trữ \(kind.printable); hãy giải nén rồi chỉ rõ tệp bắt gói tin bên trong."
        case .notACapture(let path, let firstBytes):
            "\(name(path)), byte 0: không phải pcap cũng không phải pcapng (các byte đầu là \(firstBytes.printable)); nếu tệp do công cụ khác ghi, hãy thử `editcap -F pcapng TỆP_CŨ TỆP_MỚI`."
        case .decompressionFailed(let path, let compression, let offset, let packets):
            "\(name(path)), byte \(offset) của tệp nén: dữ liệu \(compression) bị hỏng hoặc bị cắt cụt; \(kept(packets)), hãy sao chép lại tệp từ nguồn."
        case .system(let path, let code, let description):
            "\(name(path)): hệ thống không đọc được (\(description.printable), lỗi \(code)); hãy kiểm tra ổ đĩa hoặc kết nối rồi thử lại."
        case .filter(let path, let expression, let reason):
            "\(path.printable): không dùng được bộ lọc \"\(expression.printable)\" cho tệp bắt gói này: \(reason.printable). Xem pcap-filter(7)."
        case .damaged(let path, let offset, let damage, let packets):
            "\(name(path)), byte \(offset): \(damage.vietnamese); \(kept(packets)), \(advice(damage))."
        }
    }

    private func name(_ path: String) -> String { path == "-" ? "đầu vào chuẩn" : path.printable }

    private func kept(_ packets: UInt64) -> String {
        packets == 0 ? "không đọc được gói tin nào" : "\(packets) gói tin trước đó vẫn được dùng"
    }

    private func advice(_ damage: CaptureDamage) -> String {
        if damage.isUnsupported { return "hãy chuyển đổi tệp bằng `editcap -F pcapng TỆP_CŨ TỆP_MỚI`" }
        return damage.isCut
            ? "hãy sao chép lại tệp từ nguồn nếu tệp ở đó dài hơn"
            : "hãy sao chép lại tệp từ nguồn hoặc bắt gói tin lại"
    }
}

extension CaptureDamage {
    var vietnamese: String {
        switch self {
        case .fileHeaderTruncated(let needed, let available):
            "tệp kết thúc giữa phần đầu tệp (\(available) trên \(needed) byte)"
        case .versionUnsupported(let major, let minor): "phiên bản pcap \(major).\(minor) không được hỗ trợ"
        case .linkTypeReservedBits(let field): "các bit dành riêng của trường kiểu liên kết khác 0 (\(field))"
        case .recordHeaderTruncated(let needed, let available):
            "tệp kết thúc giữa phần đầu của một gói tin (\(available) trên \(needed) byte)"
        case .recordTruncated(let needed, let available):
            "tệp kết thúc giữa một gói tin (\(available) trên \(needed) byte)"
        case .packetTooLong(let length, let limit): "một gói tin khai báo \(length) byte, vượt mức tối đa \(limit) byte"
        case .blockTruncated(let needed, let available): "tệp kết thúc giữa một khối (\(available) trên \(needed) byte)"
        case .blockLengthInvalid(let length): "độ dài khối \(length) nhỏ hơn 12 hoặc không chia hết cho 4"
        case .blockLengthMismatch(let leading, let trailing):
            "một khối có hai độ dài khác nhau, \(leading) ở đầu và \(trailing) ở cuối"
        case .blockTooLong(let length, let limit): "một khối khai báo \(length) byte, vượt giới hạn \(limit) byte"
        case .blockTooShort(let type, let length): "khối kiểu \(type) quá ngắn, chỉ có \(length) byte"
        case .packetExceedsBlock(let captured, let room):
            "một gói tin khai báo \(captured) byte trong khi khối chứa nó chỉ có chỗ cho \(room) byte"
        case .byteOrderMagicInvalid(let magic): "không xác định được thứ tự byte của một phần (số nhận dạng \(magic))"
        case .sectionVersionUnsupported(let major, let minor): "phiên bản pcapng \(major).\(minor) không được hỗ trợ"
        case .unknownInterface(let index, let described):
            "một gói tin thuộc giao diện mạng số \(index), trong khi phần chứa nó chỉ mô tả \(described) giao diện"
        case .tooManyInterfaces(let limit): "tệp mô tả quá \(limit) giao diện mạng"
        case .unreadable: "không đọc tiếp được tệp bắt gói tin"
        }
    }
}

/// The texts of `--help` for capturing an interface. Letters mean what they mean to tshark.
public enum LiveHelpMessage: LocalizedMessage {
    case interfaces
    case optionInterface, optionFilter, optionWrite, optionSeries, optionStop, optionCount, optionNotPromiscuous
    case optionSnapLength, optionBuffer, optionList, optionAllowRoot

    public func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .vietnamese: vietnamese
        }
    }

    private var english: String {
        switch self {
        case .interfaces: "List the interfaces that can be captured."
        case .optionInterface: "Capture this interface, by name or by its number in the list, until Ctrl-C."
        case .optionFilter: "Take only packets that match a tcpdump filter, from the interface or the files."
        case .optionWrite: "Also write the packets to a file: .pcap, else pcapng."
        case .optionSeries:
            "Go on to the next file: filesize:KB, duration:SECONDS; files:N keeps the last N. May be given several times."
        case .optionStop: "End: duration:SECONDS, packets:N, filesize:KB, files:N. May be given several times."
        case .optionCount: "End after so many packets."
        case .optionNotPromiscuous: "Do not ask the card for frames of other machines."
        case .optionSnapLength: "Bytes kept of each packet (default: 262144)."
        case .optionBuffer: "The kernel's buffer, in MiB (default: 64)."
        case .optionList: "List the interfaces and end."
        case .optionAllowRoot: "Stay root after opening the interface."
        }
    }

    private var vietnamese: String {
        switch self {
        case .interfaces: "Liệt kê các giao diện mạng bắt gói được."
        case .optionInterface: "Bắt gói trên giao diện này (tên hoặc số trong danh sách) cho đến khi bấm Ctrl-C."
        case .optionFilter: "Chỉ lấy gói khớp bộ lọc kiểu tcpdump, từ giao diện hoặc từ tệp."
        case .optionWrite: "Đồng thời ghi gói vào tệp: .pcap, còn lại là pcapng."
        case .optionSeries:
            "Sang tệp mới: filesize:KB, duration:GIÂY; files:N chỉ giữ N tệp cuối. Có thể lặp lại."
        case .optionStop: "Kết thúc: duration:GIÂY, packets:N, filesize:KB, files:N. Có thể lặp lại."
        case .optionCount: "Kết thúc sau chừng ấy gói."
        case .optionNotPromiscuous: "Không yêu cầu card mạng nhận khung của máy khác."
        case .optionSnapLength: "Số byte giữ lại của mỗi gói (mặc định: 262144)."
        case .optionBuffer: "Bộ đệm của nhân hệ điều hành, tính bằng MiB (mặc định: 64)."
        case .optionList: "Liệt kê các giao diện rồi kết thúc."
        case .optionAllowRoot: "Giữ quyền root sau khi mở giao diện."
        }
    }
}

import FuzzTargets
import Glibc

extension FuzzTarget {
    /// Takes the first argument away, as libFuzzer knows nothing of it.
    static func take(
        _ count: UnsafeMutablePointer<Int32>,
        _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>
    ) -> FuzzTarget {
        guard count.pointee >= 2, let name = arguments.pointee[1],
            let target = FuzzTarget(rawValue: String(cString: name))
        else {
            print("usage: fuzz TARGET [-max_total_time=SECONDS …] [CORPUS …]")
            print(FuzzTarget.allCases.map(\.rawValue).joined(separator: " "))
            exit(64)
        }
        arguments.pointee[1] = arguments.pointee[0]
        arguments.pointee += 1
        count.pointee -= 1
        return target
    }
}

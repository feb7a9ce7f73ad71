import FuzzTargets
import Glibc

/// What libFuzzer, which has the program's `main`, calls: once at the start, then once for each input.
enum Fuzz {
    nonisolated(unsafe) static var target = FuzzTarget.frame
}

@_cdecl("LLVMFuzzerInitialize")
func initialize(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>
) -> Int32 {
    Fuzz.target = .take(count, arguments)
    return 0
}

@_cdecl("LLVMFuzzerTestOneInput")
func test(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
    if let problem = Fuzz.target.violation(UnsafeRawBufferPointer(start: bytes, count: size)) {
        print("broken promise: \(problem)")
        abort()
    }
    return 0
}

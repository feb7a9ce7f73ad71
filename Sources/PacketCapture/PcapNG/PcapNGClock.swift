/// How the times of an interface are counted. draft-ietf-opsawg-pcapng §4.2: if_tsresol, if_tsoffset.
struct PcapNGClock {
    /// Nil where a tick is so short that 64 bits cannot count a second.
    let ticksPerSecond: UInt64?
    /// Seconds to add.
    let offset: Int64

    static let microseconds: UInt64 = 1_000_000

    /// The value of if_tsresol: a negative power of 10, or of 2 with the highest bit set.
    static func ticksPerSecond(resolution: UInt8) -> UInt64? {
        let exponent = Int(resolution & 0x7f)
        if resolution & 0x80 != 0 { return exponent < 64 ? 1 << UInt64(exponent) : nil }
        guard exponent <= 19 else { return nil }
        return (0..<exponent).reduce(UInt64(1)) { power, _ in power * 10 }
    }

    /// Nanoseconds since 1970; `CaptureFrame.noTime` without a usable resolution, before 1677 and after 2262.
    func nanoseconds(_ ticks: UInt64) -> Int64 {
        guard let ticksPerSecond else { return CaptureFrame.noTime }
        let billion: UInt64 = 1_000_000_000
        let (seconds, rest) = ticks.quotientAndRemainder(dividingBy: ticksPerSecond)
        // The rest is below the divisor, so the quotient is below a billion and the division cannot overflow.
        let product = rest.multipliedFullWidth(by: billion)
        let fraction =
            product.high == 0
            ? product.low / ticksPerSecond : ticksPerSecond.dividingFullWidth((product.high, product.low)).quotient
        let (whole, tooLate) = Int64(clamping: seconds).addingReportingOverflow(offset)
        let (scaled, tooLarge) = whole.multipliedReportingOverflow(by: Int64(billion))
        let (sum, overflow) = scaled.addingReportingOverflow(Int64(fraction))
        return tooLate || tooLarge || overflow ? CaptureFrame.noTime : sum
    }
}

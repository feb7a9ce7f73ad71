import DecodeMeasurement

/// measure-decoding CAPTURE …: nanoseconds and allocations per frame of decoding alone.
let paths = Array(CommandLine.arguments.dropFirst())
do {
    let frames = try SampleFrames(paths)
    let rounds = max(7, 20_000_000 / max(1, frames.places.count))
    let measurement = DecodeMeasurement(frames, rounds: rounds)
    let tenths = Int((measurement.nanosecondsPerFrame * 10).rounded())
    print(
        """
        \(frames.places.count) frames, \(measurement.packets) with IP, \(rounds) rounds: \(tenths / 10).\(tenths % 10) ns \
        per frame in the fastest, \(measurement.allocations) allocations, \(DecodeMeasurement.recordBytes) bytes per record
        """)
} catch {
    print("measure-decoding: \(error)")
}

/// Numbers of rows sorted into numbered buckets, in two flat arrays.
struct RowBuckets: Sendable {
    /// Empty where there is no row at all.
    private let starts: [Int32]
    private let rows: [Int32]

    /// - Parameter visit: Calls what it is given with a bucket and a row, for each row; it is called twice and has to do
    ///   the same both times. A negative bucket stands for none.
    init(count: Int, _ visit: (_ add: (_ bucket: Int, _ row: Int) -> Void) -> Void) {
        var starts = [Int32](repeating: 0, count: count + 1)
        visit { bucket, _ in if bucket >= 0 { starts[bucket + 1] += 1 } }
        for bucket in 0..<count { starts[bucket + 1] += starts[bucket] }
        guard let total = starts.last, total > 0 else {
            self.starts = []
            rows = []
            return
        }
        var next = starts
        var rows = [Int32](repeating: 0, count: Int(total))
        visit { bucket, row in
            guard bucket >= 0 else { return }
            rows[Int(next[bucket])] = Int32(row)
            next[bucket] += 1
        }
        self.starts = starts
        self.rows = rows
    }

    /// In the order in which they came.
    subscript(bucket: Int) -> ArraySlice<Int32> {
        if starts.isEmpty { return [] }
        return rows[Int(starts[bucket])..<Int(starts[bucket + 1])]
    }
}

/// Items sorted into numbered buckets, in two flat arrays.
struct Buckets {
    private let starts: [Int32]
    private(set) var items: [Int32]

    /// - Parameter bucketOf: for each item its bucket, or a negative number for none.
    init(count: Int, bucketOf: [Int32]) {
        var starts = [Int32](repeating: 0, count: count + 1)
        for bucket in bucketOf where bucket >= 0 { starts[Int(bucket) + 1] += 1 }
        for bucket in 0..<count { starts[bucket + 1] += starts[bucket] }
        var next = starts
        var items = [Int32](repeating: 0, count: Int(starts[count]))
        for (item, bucket) in bucketOf.enumerated() where bucket >= 0 {
            items[Int(next[Int(bucket)])] = Int32(item)
            next[Int(bucket)] += 1
        }
        self.starts = starts
        self.items = items
    }

    /// The number of buckets.
    var count: Int { starts.count - 1 }

    /// The items of a bucket, in ascending order unless sorted otherwise.
    subscript(bucket: Int) -> ArraySlice<Int32> { items[range(bucket)] }

    func range(_ bucket: Int) -> Range<Int> { Int(starts[bucket])..<Int(starts[bucket + 1]) }

    mutating func sortEach(by areInOrder: (Int32, Int32) -> Bool) {
        for bucket in 0..<(starts.count - 1) where range(bucket).count > 1 { items[range(bucket)].sort(by: areInOrder) }
    }
}

import Testing

@testable import AuditRules

@Suite struct RowBucketsTests {
    @Test func keepsTheRowsOfABucketInTheirOrder() {
        let buckets = RowBuckets(count: 3) { add in
            for (row, bucket) in [2, 0, -1, 2, 2].enumerated() { add(bucket, row) }
        }
        #expect(Array(buckets[0]) == [1])
        #expect(buckets[1].isEmpty)
        #expect(Array(buckets[2]) == [0, 3, 4])
    }

    @Test func withoutRowsEveryBucketIsEmpty() {
        let buckets = RowBuckets(count: 2) { add in add(-1, 0) }
        #expect(buckets[0].isEmpty)
        #expect(buckets[1].isEmpty)
    }
}

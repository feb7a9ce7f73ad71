/// Integers of a file in memory, in the byte order of the file. Callers check the bounds.
struct FileBytes {
    let base: UnsafeRawPointer
    let isSwapped: Bool

    func uint16(at offset: Int) -> UInt16 {
        let value = base.loadUnaligned(fromByteOffset: offset, as: UInt16.self)
        return isSwapped ? value.byteSwapped : value
    }

    func uint32(at offset: Int) -> UInt32 {
        let value = base.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
        return isSwapped ? value.byteSwapped : value
    }

    func int64(at offset: Int) -> Int64 {
        let value = base.loadUnaligned(fromByteOffset: offset, as: Int64.self)
        return isSwapped ? value.byteSwapped : value
    }
}

/// A value whose key documents of earlier versions lack: they are read as if it were empty or false.
@propertyWrapper
public struct AddedLater<Value: HasEmptyValue> {
    public var wrappedValue: Value

    public init(wrappedValue: Value) { self.wrappedValue = wrappedValue }
}

/// A type with a value that says nothing.
public protocol HasEmptyValue {
    static var emptyValue: Self { get }
}

extension Bool: HasEmptyValue {
    public static var emptyValue: Bool { false }
}

extension Dictionary: HasEmptyValue {
    public static var emptyValue: [Key: Value] { [:] }
}

extension Array: HasEmptyValue {
    public static var emptyValue: [Element] { [] }
}

extension AddedLater: Encodable where Value: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wrappedValue)
    }
}

extension AddedLater: Decodable where Value: Decodable {
    public init(from decoder: any Decoder) throws {
        wrappedValue = try decoder.singleValueContainer().decode(Value.self)
    }
}

extension AddedLater: Sendable where Value: Sendable {}
extension AddedLater: Equatable where Value: Equatable {}
extension AddedLater: Hashable where Value: Hashable {}

extension KeyedDecodingContainer {
    func decode<Value: Decodable>(_ type: AddedLater<Value>.Type, forKey key: Key) throws -> AddedLater<Value> {
        try decodeIfPresent(type, forKey: key) ?? AddedLater(wrappedValue: .emptyValue)
    }
}

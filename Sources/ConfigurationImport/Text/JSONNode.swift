/// A JSON value with the line that it starts on. RFC 8259.
struct JSONNode: Sendable {
    indirect enum Value: Sendable {
        /// In the order of the text; a key may stand twice.
        case object([Member])
        case array([JSONNode])
        case string(String)
        /// As written.
        case number(String)
        case bool(Bool)
        case null
    }

    struct Member: Sendable {
        let key: String
        let value: JSONNode
    }

    /// 1-based.
    let line: UInt32
    let value: Value

    /// The member of an object, of equal keys the last; nil: none, or no object.
    subscript(key: String) -> JSONNode? { members.last { $0.key == key }?.value }

    /// Empty where it is no object.
    var members: [Member] {
        if case .object(let members) = value { members } else { [] }
    }

    /// Nil where it is no array.
    var array: [JSONNode]? {
        if case .array(let elements) = value { elements } else { nil }
    }

    /// Nil where it is no string.
    var string: String? {
        if case .string(let text) = value { text } else { nil }
    }

    /// Nil where it is no number, or none that fits; `4.0` and `4e1` are not read as integers.
    var int: Int? {
        if case .number(let text) = value { Int(text) } else { nil }
    }

    /// Nil where it is neither true nor false.
    var bool: Bool? {
        if case .bool(let flag) = value { flag } else { nil }
    }

    var isNull: Bool {
        if case .null = value { true } else { false }
    }

    var isObject: Bool {
        if case .object = value { true } else { false }
    }

    /// A string or a number as text: some tools quote numbers and some do not.
    var text: String? {
        switch value {
        case .string(let text), .number(let text): text
        default: nil
        }
    }

    /// The elements of an array; of a value that is none, the value itself: PowerShell unwraps arrays of one.
    var elements: [JSONNode] {
        switch value {
        case .array(let elements): elements
        case .null: []
        default: [self]
        }
    }
}

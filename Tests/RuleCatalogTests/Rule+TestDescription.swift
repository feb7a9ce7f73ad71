import AuditRules
import Testing

extension Rule: @retroactive CustomTestStringConvertible {
    /// Keeps reports of failed tests readable.
    public var testDescription: String { id }
}

public import AuditRules
public import Testing

extension Rule: CustomTestStringConvertible {
    /// Keeps reports of failed tests readable.
    public var testDescription: String { id }
}

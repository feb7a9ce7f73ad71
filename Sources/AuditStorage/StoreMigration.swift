/// One step of the schema. Steps are never changed once published; a new one is added.
struct StoreMigration: Sendable {
    /// 1, 2, 3 …, kept in the file as `PRAGMA user_version`.
    let number: Int
    let sql: String

    /// "V6AU", kept in the file as `PRAGMA application_id`.
    static let applicationID = 1_446_396_245

    /// In order.
    static let all = [StoreMigration(number: 1, sql: firstSchema)]
}

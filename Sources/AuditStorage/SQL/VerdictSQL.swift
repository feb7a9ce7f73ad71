/// Verdicts as changes in time, where an audit may come before others that are stored already.
enum VerdictSQL {
    /// What holds in the audit at (`:asOf`, `:sequence`).
    static let inEffect = """
        SELECT rule, subject_kind, subject_id, verdict, severity, phase, agency FROM verdict AS change
        WHERE (as_of, sequence) <= (:asOf, :sequence) AND verdict IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM verdict AS later
            WHERE later.rule = change.rule AND later.subject_kind = change.subject_kind
                AND later.subject_id = change.subject_id
                AND (later.as_of, later.sequence) > (change.as_of, change.sequence)
                AND (later.as_of, later.sequence) <= (:asOf, :sequence))
        """

    static let createWorkTables = """
        CREATE TEMP TABLE incoming (
            rule TEXT NOT NULL, subject_kind TEXT NOT NULL, subject_id TEXT NOT NULL,
            verdict TEXT NOT NULL, severity TEXT NOT NULL, phase TEXT NOT NULL, agency TEXT NOT NULL,
            PRIMARY KEY (rule, subject_kind, subject_id)
        ) STRICT, WITHOUT ROWID;
        CREATE TEMP TABLE present AS SELECT * FROM incoming;
        CREATE UNIQUE INDEX temp.present_key ON present (rule, subject_kind, subject_id);
        CREATE TEMP TABLE changed (
            rule TEXT NOT NULL, subject_kind TEXT NOT NULL, subject_id TEXT NOT NULL,
            old_verdict TEXT, old_severity TEXT, old_phase TEXT, old_agency TEXT,
            verdict TEXT, severity TEXT, phase TEXT, agency TEXT,
            PRIMARY KEY (rule, subject_kind, subject_id)
        ) STRICT, WITHOUT ROWID;
        """
    static let dropWorkTables = "DROP TABLE temp.incoming; DROP TABLE temp.present; DROP TABLE temp.changed;"

    static let addIncoming = "INSERT INTO incoming VALUES (?, ?, ?, ?, ?, ?, ?)"
    /// With the place of the new audit, before any of its own rows exist.
    static let fillPresent = "INSERT INTO present " + inEffect

    static let fillChanged = """
        INSERT INTO changed
            SELECT i.rule, i.subject_kind, i.subject_id, p.verdict, p.severity, p.phase, p.agency,
                i.verdict, i.severity, i.phase, i.agency
            FROM incoming AS i LEFT JOIN present AS p USING (rule, subject_kind, subject_id)
            WHERE (i.verdict, i.severity, i.phase, i.agency) IS NOT (p.verdict, p.severity, p.phase, p.agency);
        INSERT INTO changed
            SELECT rule, subject_kind, subject_id, verdict, severity, phase, agency, NULL, NULL, NULL, NULL
            FROM present AS p WHERE NOT EXISTS (
                SELECT 1 FROM incoming AS i WHERE i.rule = p.rule AND i.subject_kind = p.subject_kind
                    AND i.subject_id = p.subject_id);
        """

    /// What held before goes on in the next audit, (`:asOf`, `:sequence`), unless that one has a change of its own.
    static let restoreInNext = """
        INSERT INTO verdict
            SELECT rule, subject_kind, subject_id, :asOf, :sequence, old_verdict, old_severity, old_phase, old_agency
            FROM changed WHERE true
            ON CONFLICT DO NOTHING
        """
    static let addChanges = """
        INSERT INTO verdict
            SELECT rule, subject_kind, subject_id, :asOf, :sequence, verdict, severity, phase, agency FROM changed
        """
    /// A change of the next audit, (`:asOf`, `:sequence`), to what the new one says already is none any more.
    static let dropRepetitionsInNext = """
        DELETE FROM verdict WHERE as_of = :asOf AND sequence = :sequence AND EXISTS (
            SELECT 1 FROM changed AS c WHERE c.rule = verdict.rule AND c.subject_kind = verdict.subject_kind
                AND c.subject_id = verdict.subject_id
                AND (c.verdict, c.severity, c.phase, c.agency)
                    IS (verdict.verdict, verdict.severity, verdict.phase, verdict.agency))
        """
}

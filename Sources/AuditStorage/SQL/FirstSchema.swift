extension StoreMigration {
    /// Audits with their documents, captures, hosts and verdicts. Times are nanoseconds since 1970-01-01T00:00:00Z.
    static let firstSchema = """
        PRAGMA application_id = \(applicationID);

        -- In the order of (as_of, sequence); `sequence` is the order of storing.
        CREATE TABLE audit (
            sequence INTEGER NOT NULL PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (id <> ''),
            as_of INTEGER NOT NULL,
            window_from INTEGER NOT NULL,
            window_to INTEGER NOT NULL CHECK (window_to >= window_from),
            tool_version TEXT NOT NULL,
            document_bytes INTEGER NOT NULL CHECK (document_bytes > 0),
            UNIQUE (as_of, sequence)
        ) STRICT;

        -- v6audit.audit/1 in parts of at most 1 MiB: SQLite limits a value to 1 GB and copies it whole.
        CREATE TABLE document_part (
            audit INTEGER NOT NULL REFERENCES audit (sequence),
            part INTEGER NOT NULL CHECK (part >= 0),
            content BLOB NOT NULL CHECK (length(content) BETWEEN 1 AND 1048576),
            PRIMARY KEY (audit, part)
        ) STRICT;

        CREATE TABLE capture (
            audit INTEGER NOT NULL REFERENCES audit (sequence),
            place INTEGER NOT NULL CHECK (place >= 0),
            path TEXT NOT NULL,
            sha256 TEXT CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
            packets INTEGER NOT NULL CHECK (packets >= 0),
            first_seen INTEGER,
            last_seen INTEGER CHECK (last_seen >= first_seen),
            PRIMARY KEY (audit, place),
            CHECK ((first_seen IS NULL) = (last_seen IS NULL))
        ) STRICT, WITHOUT ROWID;

        -- Every id that was given in this site, and what it was given to.
        CREATE TABLE host (
            id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
            first_audit INTEGER NOT NULL REFERENCES audit (sequence)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE host_key (
            link TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('mac', 'address')),
            value TEXT NOT NULL CHECK (value <> ''),
            host TEXT NOT NULL REFERENCES host (id),
            PRIMARY KEY (link, kind, value)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE host_state (
            audit INTEGER NOT NULL REFERENCES audit (sequence),
            host TEXT NOT NULL REFERENCES host (id),
            state TEXT NOT NULL CHECK (state <> ''),
            provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
            agency TEXT NOT NULL CHECK (agency <> ''),
            PRIMARY KEY (audit, host)
        ) STRICT, WITHOUT ROWID;

        -- A row for each change: it holds from its audit until the next row of the same rule and subject.
        -- Without a verdict: the rule says nothing of the subject from there on.
        CREATE TABLE verdict (
            rule TEXT NOT NULL CHECK (rule <> ''),
            subject_kind TEXT NOT NULL
                CHECK (subject_kind IN ('host', 'service', 'segment', 'system', 'agency', 'site')),
            subject_id TEXT NOT NULL,
            as_of INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            verdict TEXT CHECK (verdict IN ('pass', 'fail', 'warn', 'unknown', 'not-applicable', 'needs-answer')),
            severity TEXT CHECK (severity IN ('blocker', 'high', 'medium', 'low', 'info')),
            phase TEXT CHECK (phase IN ('G0', 'G1', 'G2', 'G3', 'G4', 'G5')),
            agency TEXT CHECK (agency <> ''),
            PRIMARY KEY (rule, subject_kind, subject_id, as_of, sequence),
            FOREIGN KEY (as_of, sequence) REFERENCES audit (as_of, sequence),
            CHECK ((verdict IS NULL) = (severity IS NULL)
                AND (verdict IS NULL) = (phase IS NULL)
                AND (verdict IS NULL) = (agency IS NULL))
        ) STRICT, WITHOUT ROWID;

        CREATE TRIGGER audit_is_immutable BEFORE UPDATE ON audit
            BEGIN SELECT RAISE(ABORT, 'a stored audit is never changed'); END;
        CREATE TRIGGER document_is_immutable BEFORE UPDATE ON document_part
            BEGIN SELECT RAISE(ABORT, 'a stored audit is never changed'); END;
        """
}

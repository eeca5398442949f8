CREATE INDEX advice_card_by_time ON advice_card (shown_at);

CREATE INDEX answer_version_of_answer ON answer_version (response_id, item_id, id);

CREATE INDEX later_of_session ON later (session_id);

CREATE INDEX response_by_time ON response (started_at, id);

CREATE INDEX response_of_appointment ON response (appointment_id);

CREATE INDEX response_of_day ON response (day, started_at);

CREATE INDEX response_of_form ON response (form_id, started_at);

CREATE INDEX response_of_session ON response (session_id);

CREATE UNIQUE INDEX response_once ON response (form_id, occurrence)
        WHERE occurrence IS NOT NULL AND trashed_at IS NULL;

CREATE INDEX session_of_course ON session (course_id);

CREATE TABLE advice_card (
        id INTEGER PRIMARY KEY,
        response_id INTEGER NOT NULL REFERENCES response (id) ON DELETE CASCADE,
        item_id TEXT NOT NULL,
        advice_id TEXT NOT NULL,
        shown_at TEXT NOT NULL,
        closed_at TEXT,
        UNIQUE (response_id, item_id, advice_id)
    ) STRICT;

CREATE TABLE answer (
        id INTEGER PRIMARY KEY,
        response_id INTEGER NOT NULL REFERENCES response (id) ON DELETE CASCADE,
        item_id TEXT NOT NULL,
        number REAL,
        text TEXT NOT NULL,
        detail TEXT,                          -- JSON: options, started, gone
        note TEXT NOT NULL,
        skipped INTEGER NOT NULL CHECK (skipped IN (0, 1)),
        share TEXT NOT NULL,                  -- private, share
        updated_at TEXT NOT NULL,
        UNIQUE (response_id, item_id)
    ) STRICT;

CREATE VIRTUAL TABLE answer_search USING fts5 (
        text, note,
        content = 'answer', content_rowid = 'id', prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
    );

CREATE TABLE answer_version (
        id INTEGER PRIMARY KEY,
        response_id INTEGER NOT NULL REFERENCES response (id) ON DELETE CASCADE,
        item_id TEXT NOT NULL,
        text TEXT NOT NULL,
        note TEXT NOT NULL,
        written_at TEXT NOT NULL              -- when these words were last saved as the current ones
    ) STRICT;

CREATE TABLE appointment (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,
        at TEXT NOT NULL,
        zone TEXT NOT NULL,
        who TEXT NOT NULL
    ) STRICT;

CREATE TABLE course (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        clinic TEXT NOT NULL,
        route TEXT NOT NULL,
        planned_sessions INTEGER CHECK (planned_sessions > 0)
    ) STRICT;

CREATE TABLE form_snapshot (
        digest TEXT PRIMARY KEY,              -- SHA-256 of json
        json TEXT NOT NULL
    ) STRICT;

CREATE TABLE later (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        words TEXT NOT NULL,
        created_at TEXT NOT NULL,
        returns_on TEXT NOT NULL,
        state TEXT NOT NULL,                  -- waiting, still-true, let-go, talk
        session_id INTEGER REFERENCES session (id) ON DELETE SET NULL
    ) STRICT;

CREATE TABLE pack (
        id TEXT PRIMARY KEY,
        version TEXT NOT NULL,
        files TEXT NOT NULL,                  -- JSON: path in the pack to its text
        installed_at TEXT NOT NULL
    ) STRICT;

CREATE TABLE practice (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        words TEXT NOT NULL,
        created_at TEXT NOT NULL,
        ended INTEGER NOT NULL CHECK (ended IN (0, 1))
    ) STRICT;

CREATE TABLE practice_day (
        practice_id INTEGER NOT NULL REFERENCES practice (id) ON DELETE CASCADE,
        day TEXT NOT NULL,
        PRIMARY KEY (practice_id, day)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE question (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        words TEXT NOT NULL,
        created_at TEXT NOT NULL,
        share INTEGER NOT NULL CHECK (share IN (0, 1)),
        asked INTEGER NOT NULL CHECK (asked IN (0, 1))
    ) STRICT;

CREATE TABLE replacement (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL UNIQUE,
        initials TEXT NOT NULL
    ) STRICT;

CREATE TABLE response (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,
        form_id TEXT NOT NULL,
        form_digest TEXT NOT NULL REFERENCES form_snapshot (digest),
        occurrence TEXT,                      -- NULL: opened by hand
        session_id INTEGER REFERENCES session (id) ON DELETE SET NULL,
        appointment_id INTEGER REFERENCES appointment (id) ON DELETE SET NULL,
        day TEXT NOT NULL,
        started_at TEXT NOT NULL,
        zone TEXT NOT NULL,
        finished_at TEXT,
        trashed_at TEXT
    ) STRICT;

CREATE TABLE session (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,
        course_id INTEGER REFERENCES course (id) ON DELETE SET NULL,
        status TEXT NOT NULL,                 -- planned, held, cancelled
        scheduled_at TEXT,
        started_at TEXT,
        ended_at TEXT,
        zone TEXT NOT NULL,
        route TEXT NOT NULL
    ) STRICT;

CREATE TABLE setting (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE TABLE share_record (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        made_at TEXT NOT NULL,
        format TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        starts TEXT NOT NULL,
        ends TEXT NOT NULL,
        file TEXT NOT NULL,
        keys TEXT NOT NULL                    -- JSON: what was ticked
    ) STRICT;

CREATE TABLE support_contact (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,                   -- person, clinic
        name TEXT NOT NULL,
        number TEXT NOT NULL
    ) STRICT;

CREATE TRIGGER answer_search_delete AFTER DELETE ON answer BEGIN
        INSERT INTO answer_search (answer_search, rowid, text, note) VALUES ('delete', old.id, old.text, old.note);
    END;

CREATE TRIGGER answer_search_insert AFTER INSERT ON answer BEGIN
        INSERT INTO answer_search (rowid, text, note) VALUES (new.id, new.text, new.note);
    END;

CREATE TRIGGER answer_search_update AFTER UPDATE OF text, note ON answer
        WHEN old.text IS NOT new.text OR old.note IS NOT new.note BEGIN
        INSERT INTO answer_search (answer_search, rowid, text, note) VALUES ('delete', old.id, old.text, old.note);
        INSERT INTO answer_search (rowid, text, note) VALUES (new.id, new.text, new.note);
    END;


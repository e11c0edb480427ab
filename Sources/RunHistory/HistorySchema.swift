import GRDB

/// The tables and views of the history, migration by migration.
///
/// Views are for people with R or pandas, and stay when tables change:
///
/// | view | a row is | columns |
/// |---|---|---|
/// | `published` | a publication that readers could see, newest last | `run`, `wave`, `date`, `event`, `at`, `is_current` |
/// | `unit_types` | a unit in a wave, as last published | `wave`, `date`, `unit`, `type`, `certainty`, `run` |
/// | `type_sizes` | a type in a wave, as last published | `wave`, `date`, `type`, `units` |
/// | `stage_times` | a stage of a run | `run`, `wave`, `stage`, `outcome`, `seconds`, `reason` |
/// | `gate_results` | a gate of a run | `run`, `wave`, `gate`, `value`, `wanted`, `passed` |
enum HistorySchema {
  /// The migrations, oldest first; one that was released is never changed.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: runs, stages, files, publications") { database in
      try database.execute(sql: tables)
      try database.execute(sql: views)
    }
    return migrator
  }

  private static let tables = """
    CREATE TABLE runs (
      run INTEGER PRIMARY KEY AUTOINCREMENT,
      wave TEXT NOT NULL, date TEXT NOT NULL,
      started TEXT NOT NULL, ended TEXT,
      outcome TEXT NOT NULL CHECK (outcome IN ('running', 'done', 'held', 'failed', 'stopped', 'interrupted')),
      status INTEGER, version TEXT NOT NULL, host TEXT NOT NULL, process INTEGER NOT NULL,
      message TEXT, is_kept INTEGER NOT NULL DEFAULT 1
    );
    CREATE TABLE stages (
      run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE, position INTEGER NOT NULL,
      stage TEXT NOT NULL, outcome TEXT NOT NULL CHECK (outcome IN ('up_to_date', 'ran', 'failed')),
      key TEXT NOT NULL, record TEXT NOT NULL, seconds REAL NOT NULL, reason TEXT NOT NULL,
      PRIMARY KEY (run, stage)
    );
    CREATE TABLE settings (
      run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE, stage TEXT NOT NULL, position INTEGER NOT NULL,
      name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (run, stage, position)
    );
    CREATE TABLE inputs (
      run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE, stage TEXT NOT NULL, position INTEGER NOT NULL,
      name TEXT NOT NULL, path TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (run, stage, position)
    );
    CREATE TABLE files (
      run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE, stage TEXT NOT NULL, position INTEGER NOT NULL,
      name TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (run, stage, position)
    );
    CREATE TABLE findings (
      run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE, stage TEXT NOT NULL,
      level TEXT NOT NULL, rule TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (run, stage, level, rule)
    );
    CREATE TABLE gates (
      run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE, position INTEGER NOT NULL,
      gate TEXT NOT NULL, value REAL, wanted REAL, passed INTEGER, sentence TEXT NOT NULL, PRIMARY KEY (run, position)
    );
    CREATE TABLE assignments (
      run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
      unit TEXT NOT NULL, type TEXT NOT NULL, certainty REAL, PRIMARY KEY (run, unit)
    );
    CREATE TABLE publications (
      publication INTEGER PRIMARY KEY AUTOINCREMENT,
      wave TEXT NOT NULL, run INTEGER REFERENCES runs, at TEXT NOT NULL,
      event TEXT NOT NULL CHECK (event IN ('published', 'rolled_back', 'withdrawn'))
    );
    CREATE TABLE acceptances (
      key TEXT PRIMARY KEY, wave TEXT NOT NULL, at TEXT NOT NULL, reason TEXT NOT NULL
    );
    CREATE TABLE notes (
      note INTEGER PRIMARY KEY AUTOINCREMENT, run INTEGER REFERENCES runs ON DELETE CASCADE,
      at TEXT NOT NULL, author TEXT NOT NULL, text TEXT NOT NULL
    );
    """

  private static let views = """
    CREATE VIEW published AS
      SELECT p.publication, p.run, p.wave, r.date, p.event, p.at,
        p.publication = (SELECT MAX(q.publication) FROM publications q WHERE q.wave = p.wave)
          AND p.event != 'withdrawn' AS is_current
      FROM publications p LEFT JOIN runs r ON r.run = p.run ORDER BY p.publication;
    CREATE VIEW unit_types AS
      SELECT p.wave, p.date, a.unit, a.type, a.certainty, p.run
      FROM published p JOIN assignments a ON a.run = p.run WHERE p.is_current ORDER BY p.date, a.unit;
    CREATE VIEW type_sizes AS
      SELECT wave, date, type, COUNT(*) AS units FROM unit_types GROUP BY wave, date, type ORDER BY date, type;
    CREATE VIEW stage_times AS
      SELECT s.run, r.wave, s.stage, s.outcome, s.seconds, s.reason
      FROM stages s JOIN runs r ON r.run = s.run ORDER BY s.run, s.position;
    CREATE VIEW gate_results AS
      SELECT g.run, r.wave, g.gate, g.value, g.wanted, g.passed
      FROM gates g JOIN runs r ON r.run = g.run ORDER BY g.run, g.position;
    """
}

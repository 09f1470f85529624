import GRDB
import ReturnPathCore

/// The tables, as a list of named steps that only ever grows (docs/schema.md).
enum Schema {
    static let migrator: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 messages, checks, evidence, outbox, blocks") { database in
            try messages(database)
            try checks(database)
            try outbox(database)
        }
        migrator.registerMigration("2 surveys", migrate: surveys)
        migrator.registerMigration("3 mail log", migrate: mailLog)
        migrator.registerMigration("4 lists", migrate: lists)
        migrator.registerMigration("5 limits", migrate: limits)
        migrator.registerMigration("6 past checks", migrate: pastChecks)
        migrator.registerMigration("7 invitations", migrate: invitations)
        migrator.registerMigration("8 domains as DNS has them", migrate: domains)
        return migrator
    }()

    /// What came in, octet by octet, before anybody read it.
    private static func messages(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE message (
                    id INTEGER PRIMARY KEY,
                    digest BLOB NOT NULL UNIQUE,
                    receivedAt INTEGER NOT NULL,
                    sender TEXT NOT NULL,
                    recipient TEXT NOT NULL,
                    clientAddress TEXT NOT NULL,
                    clientName TEXT NOT NULL,
                    helo TEXT NOT NULL,
                    queueID TEXT NOT NULL,
                    instance TEXT NOT NULL,
                    size INTEGER NOT NULL,
                    bytes BLOB,
                    state TEXT NOT NULL,
                    attempts INTEGER NOT NULL,
                    note TEXT NOT NULL,
                    checkID TEXT
                ) STRICT;
                CREATE INDEX messageByState ON message (state) WHERE state <> 'sorted';
                CREATE INDEX messageByTime ON message (receivedAt);
                CREATE INDEX messageByCheck ON message (checkID) WHERE checkID IS NOT NULL;
                """)
    }

    /// A table of its own for evidence, so that nothing is ever updated in it.
    private static func checks(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE checkRun (
                    id TEXT PRIMARY KEY,
                    openedAt INTEGER NOT NULL,
                    reversePath TEXT NOT NULL,
                    author TEXT,
                    messageID TEXT,
                    authenticatedDomain TEXT NOT NULL,
                    language TEXT NOT NULL,
                    address TEXT NOT NULL,
                    domain TEXT NOT NULL,
                    network TEXT NOT NULL,
                    requestKey TEXT NOT NULL,
                    due INTEGER
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX checkRunByDue ON checkRun (due) WHERE due IS NOT NULL;
                CREATE INDEX checkRunByKey ON checkRun (requestKey, openedAt);
                CREATE INDEX checkRunByAddress ON checkRun (address, openedAt);
                CREATE INDEX checkRunByDomain ON checkRun (domain, openedAt);
                CREATE INDEX checkRunByNetwork ON checkRun (network, openedAt);
                CREATE INDEX checkRunByTime ON checkRun (openedAt);
                CREATE TABLE evidence (
                    id INTEGER PRIMARY KEY,
                    checkID TEXT NOT NULL REFERENCES checkRun (id) ON DELETE CASCADE,
                    at INTEGER NOT NULL,
                    fact TEXT NOT NULL,
                    message INTEGER,
                    UNIQUE (checkID, fact)
                ) STRICT;
                """)
    }

    /// Who was looked at, and what port 25 said: once a day for an address, whoever asks.
    private static func surveys(_ database: Database) throws {
        try database.execute(
            sql: """
                ALTER TABLE checkRun ADD COLUMN surveyedAt INTEGER;
                CREATE INDEX checkRunToSurvey ON checkRun (openedAt) WHERE surveyedAt IS NULL;
                CREATE TABLE portAnswer (
                    address TEXT PRIMARY KEY,
                    at INTEGER NOT NULL,
                    answer TEXT NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX portAnswerByTime ON portAnswer (at);
                """)
    }

    /// How far the sending instance's log was read, and which mail a queue number in it stands for.
    private static func mailLog(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE mailLog (
                    path TEXT PRIMARY KEY,
                    state TEXT NOT NULL,
                    readAt INTEGER NOT NULL,
                    problem TEXT
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE queuedMail (
                    queueID TEXT PRIMARY KEY,
                    checkID TEXT NOT NULL REFERENCES checkRun (id) ON DELETE CASCADE,
                    role TEXT NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX queuedMailByCheck ON queuedMail (checkID);
                """)
    }

    /// What was judged of each check when it was looked at last, so that a list need not judge.
    private static func lists(_ database: Database) throws {
        try database.execute(
            sql: """
                ALTER TABLE checkRun ADD COLUMN overall TEXT;
                ALTER TABLE checkRun ADD COLUMN outcomes TEXT;
                ALTER TABLE checkRun ADD COLUMN causes TEXT;
                CREATE INDEX checkRunByOverall ON checkRun (overall, openedAt);
                CREATE TABLE checkCause (
                    cause TEXT NOT NULL,
                    openedAt INTEGER NOT NULL,
                    checkID TEXT NOT NULL REFERENCES checkRun (id) ON DELETE CASCADE,
                    PRIMARY KEY (cause, openedAt, checkID)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX checkCauseByCheck ON checkCause (checkID);
                """)
    }

    /// When checks were opened, by what they are counted by; what the last day has seen is counted already.
    private static func limits(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE opened (
                    pool TEXT NOT NULL,
                    at INTEGER NOT NULL,
                    checkID TEXT NOT NULL,
                    PRIMARY KEY (pool, at, checkID)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX openedByTime ON opened (at);
                INSERT INTO opened SELECT 'address ' || address, openedAt, id FROM checkRun
                    WHERE openedAt > (SELECT max(openedAt) FROM checkRun) - 86400;
                INSERT INTO opened SELECT 'domain ' || domain, openedAt, id FROM checkRun
                    WHERE openedAt > (SELECT max(openedAt) FROM checkRun) - 86400;
                INSERT INTO opened SELECT 'network ' || network, openedAt, id FROM checkRun
                    WHERE openedAt > (SELECT max(openedAt) FROM checkRun) - 86400;
                """)
        // The list goes by mailboxes now.
        for address in try String.fetchAll(database, sql: "SELECT address FROM block") {
            guard let path = try? ReversePath(kept: address), path.mailbox != address else { continue }
            try database.execute(
                sql: "UPDATE OR REPLACE block SET address = ? WHERE address = ?",
                arguments: [path.mailbox, address])
        }
    }

    /// What the statistics need of checks that are gone: pseudonyms and outcomes.
    private static func pastChecks(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE pastCheck (
                    id INTEGER PRIMARY KEY,
                    openedAt INTEGER NOT NULL,
                    domain TEXT NOT NULL,
                    summary TEXT NOT NULL
                ) STRICT;
                CREATE INDEX pastCheckByTime ON pastCheck (openedAt);
                CREATE INDEX pastCheckByDomain ON pastCheck (domain);
                """)
    }

    /// Mails that ask for a confirmation, each with what follows from it: there is no check yet that they could be of.
    private static func invitations(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE invitation (
                    checkID TEXT PRIMARY KEY,
                    role TEXT NOT NULL,
                    issuedAt INTEGER NOT NULL,
                    confirmedAt INTEGER,
                    author TEXT,
                    messageID TEXT,
                    authenticatedDomain TEXT NOT NULL,
                    language TEXT NOT NULL,
                    network TEXT NOT NULL,
                    requestKey TEXT NOT NULL,
                    arrivals TEXT NOT NULL,
                    envelopeSender TEXT NOT NULL,
                    recipient TEXT NOT NULL,
                    envelopeID TEXT NOT NULL,
                    notBefore INTEGER NOT NULL,
                    attempts INTEGER NOT NULL,
                    lastError TEXT,
                    endedAt INTEGER,
                    ending TEXT,
                    message BLOB NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX invitationToSend ON invitation (notBefore) WHERE endedAt IS NULL;
                CREATE INDEX invitationByTime ON invitation (issuedAt);
                """)
    }

    /// One domain has two forms; what is looked for goes by the one that DNS has.
    private static func domains(_ database: Database) throws {
        for name in try String.fetchAll(database, sql: "SELECT address FROM block") {
            let entry = (try? ReversePath(kept: name))?.mailbox ?? DomainName.canonical(name)
            guard entry != name else { continue }
            try database.execute(
                sql: "UPDATE OR REPLACE block SET address = ? WHERE address = ?", arguments: [entry, name])
        }
        for domain in try String.fetchAll(
            database, sql: "SELECT DISTINCT domain FROM checkRun WHERE domain GLOB '*[^ -~]*'")
        {
            try database.execute(
                sql: "UPDATE checkRun SET domain = ? WHERE domain = ?",
                arguments: [DomainName.canonical(domain), domain])
        }
    }

    private static func outbox(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE effect (
                    checkID TEXT NOT NULL REFERENCES checkRun (id) ON DELETE CASCADE,
                    role TEXT NOT NULL,
                    envelopeSender TEXT NOT NULL,
                    recipient TEXT NOT NULL,
                    envelopeID TEXT NOT NULL,
                    message BLOB NOT NULL,
                    told TEXT NOT NULL,
                    issuedAt INTEGER NOT NULL,
                    notBefore INTEGER NOT NULL,
                    attempts INTEGER NOT NULL,
                    lastError TEXT,
                    endedAt INTEGER,
                    ending TEXT,
                    PRIMARY KEY (checkID, role)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX effectByTime ON effect (notBefore) WHERE endedAt IS NULL;
                CREATE TABLE block (
                    address TEXT PRIMARY KEY,
                    at INTEGER NOT NULL,
                    origin TEXT NOT NULL
                ) STRICT, WITHOUT ROWID;
                """)
    }
}

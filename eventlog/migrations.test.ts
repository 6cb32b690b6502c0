/**
 * Migrations run beside servers that go on writing, on tables that may hold years: what would keep those tables locked while
 * it reads or rewrites them, or take something from under a release that is still running, is found here.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { statementsOf } from './migrate.ts'

/** What may not stand in a migration of tables that are in use. */
const forbidden: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'rewrites the table', pattern: /\bALTER (COLUMN )?\w+ (SET DATA )?TYPE\b/i },
  { what: 'rewrites the table', pattern: /\b(GENERATED (ALWAYS|BY DEFAULT)|(BIG|SMALL)?SERIAL\b)/i },
  { what: 'rewrites the table', pattern: /\b(SET (UN)?LOGGED|SET TABLESPACE|VACUUM FULL|CLUSTER)\b/i },
  { what: 'computes a default for each row', pattern: /\bADD COLUMN\b[^,;]*\bDEFAULT\s+(?!now\(\))[^,;]*\w\(/i },
  { what: 'fails on rows that exist', pattern: /\bADD COLUMN\b(?![^,;]*\bDEFAULT\b)[^,;]*\bNOT NULL\b/i },
  { what: 'reads the whole table', pattern: /\bALTER (COLUMN )?\w+ SET NOT NULL\b/i },
  { what: 'reads the whole table', pattern: /\bADD (CONSTRAINT \w+ )?(CHECK|FOREIGN KEY)\b(?![\s\S]*\bNOT VALID\b)/i },
  { what: 'reads the whole table', pattern: /\bADD COLUMN\b[^,;]*\b(CHECK|REFERENCES)\b/i },
  { what: 'builds an index', pattern: /\bADD (CONSTRAINT \w+ )?(PRIMARY KEY|UNIQUE|EXCLUDE)\b(?!\s+USING INDEX)/i },
  { what: 'takes something from a running release', pattern: /\b(DROP|RENAME|REVOKE|DETACH)\b/i },
  { what: 'changes rows', pattern: /^\s*(WITH|UPDATE|DELETE|TRUNCATE|INSERT|MERGE)\b/i },
  { what: 'locks the table', pattern: /^\s*LOCK\b/i },
  { what: 'cannot be distributed', pattern: /\bCREATE (OR REPLACE )?(CONSTRAINT )?(TRIGGER|RULE|SEQUENCE)\b/i },
  { what: 'is more than one statement', pattern: /;[\s\S]*\S/ },
]

/** Only these may run for long: they stand in files without a transaction, one by one. */
const allowedAlone =
  /^(CREATE (UNIQUE )?INDEX CONCURRENTLY|DROP INDEX CONCURRENTLY|ALTER TABLE \S+ VALIDATE CONSTRAINT)\b/i

/** @returns what is wrong in a migration, with the statement it is in. */
function problemsIn(sql: string): readonly string[] {
  const statements = statementsOf({ sql }).map((text) => text.replaceAll(/--.*$/gm, '').trim())
  if (sql.startsWith('-- Without a transaction.')) return problemsAlone(statements.filter((text) => text !== ''))
  const made = new Set([...sql.matchAll(/^CREATE TABLE (\S+)/gm)].map(([, table]) => table))
  return statements.flatMap((text) => {
    // A block that makes a role touches no table.
    if (text.startsWith('DO $$') && text.includes('CREATE ROLE') && !/\bTABLE\b/.test(text)) return []
    const onTable = /\b(?:ALTER TABLE|ON) ([\w.]+)/i.exec(text)?.[1]
    if (made.has(onTable) || text.startsWith('CREATE TABLE')) return []
    const found = forbidden.filter(({ pattern }) => pattern.test(text)).map(({ what }) => `${what}: ${text}`)
    return /^CREATE (UNIQUE )?INDEX\b/i.test(text) ? [...found, `builds an index: ${text}`] : found
  })
}

/** An index whose building was interrupted is there and good for nothing: it has to go before it is built again. */
function problemsAlone(statements: readonly string[]): readonly string[] {
  return statements.flatMap((text, place) => {
    if (!allowedAlone.test(text)) return [`needs a transaction: ${text}`]
    const name = /^CREATE (?:UNIQUE )?INDEX CONCURRENTLY (\w+)/i.exec(text)?.[1]
    const before = statements[place - 1] ?? ''
    const isRemoved = new RegExp(`^DROP INDEX CONCURRENTLY IF EXISTS \\w+\\.${name};?$`, 'i').test(before)
    return name !== undefined && !isRemoved ? [`is not removed before it is built: ${text}`] : []
  })
}

const sets = ['./migrations/', '../server/access/migrations/']
const files = sets.flatMap((folder) =>
  readdirSync(new URL(folder, import.meta.url))
    .filter((name) => name.endsWith('.sql'))
    .map((name) => `${folder}${name}`),
)

/** Statements that are right all the same, each with the reason. */
const exceptions: Readonly<Record<string, string>> = {}

test('there are migrations to look at', () => expect(files.length).toBeGreaterThanOrEqual(6))

test.each(files)('%s keeps no running server waiting and takes nothing from it', (file) => {
  const problems = problemsIn(readFileSync(new URL(file, import.meta.url), 'utf8'))
  expect(problems.filter((problem) => !Object.hasOwn(exceptions, problem))).toEqual([])
})

test.each([
  ['ALTER TABLE e.event ALTER COLUMN type TYPE varchar;', 'rewrites the table'],
  ['ALTER TABLE e.event ALTER position SET DATA TYPE numeric;', 'rewrites the table'],
  ['ALTER TABLE e.event ADD COLUMN n bigint GENERATED ALWAYS AS IDENTITY;', 'rewrites the table'],
  ['ALTER TABLE e.event SET UNLOGGED;', 'rewrites the table'],
  ['ALTER TABLE e.event ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid();', 'computes a default for each row'],
  ['ALTER TABLE e.event ADD COLUMN seen timestamptz DEFAULT clock_timestamp();', 'computes a default for each row'],
  ['ALTER TABLE e.event ADD COLUMN place text NOT NULL;', 'fails on rows that exist'],
  ['ALTER TABLE e.event ALTER COLUMN ruleset SET NOT NULL;', 'reads the whole table'],
  ['ALTER TABLE e.event ADD CONSTRAINT c CHECK (version > 0);', 'reads the whole table'],
  ["ALTER TABLE e.event ADD COLUMN kind text DEFAULT 'x' CHECK (kind <> '');", 'reads the whole table'],
  ['ALTER TABLE e.event ADD UNIQUE (clinic_id, hash);', 'builds an index'],
  ['CREATE INDEX later ON e.event (clinic_id, type);', 'builds an index'],
  ['ALTER TABLE e.event DROP COLUMN ruleset;', 'takes something from a running release'],
  ['ALTER TABLE e.event RENAME COLUMN at TO happened_at;', 'takes something from a running release'],
  ['REVOKE INSERT ON e.event FROM keel_app;', 'takes something from a running release'],
  ["UPDATE e.event SET ruleset = '';", 'changes rows'],
  ['CREATE TRIGGER t BEFORE INSERT ON e.event EXECUTE FUNCTION f();', 'cannot be distributed'],
  ['GRANT SELECT ON e.a TO keel_app; GRANT SELECT ON e.b TO keel_app;', 'is more than one statement'],
  ['-- Without a transaction.\nALTER TABLE e.event ADD COLUMN x text;', 'needs a transaction'],
  ['-- Without a transaction.\nCREATE INDEX CONCURRENTLY i ON e.event (type);', 'is not removed before it is built'],
])('%s is found to be wrong', (sql, what) => {
  expect(problemsIn(sql).map((problem) => problem.split(':', 1)[0])).toContain(what)
})

test.each([
  'ALTER TABLE e.event ADD COLUMN note text;',
  "ALTER TABLE e.event ADD COLUMN note text NOT NULL DEFAULT '';",
  'ALTER TABLE e.event ADD COLUMN noted_at timestamptz NOT NULL DEFAULT now();',
  'ALTER TABLE e.event ADD CONSTRAINT c CHECK (version > 0) NOT VALID;',
  'CREATE TABLE e.new (clinic_id uuid PRIMARY KEY);\n\nCREATE INDEX i ON e.new (clinic_id);',
  '-- Without a transaction.\nDROP INDEX CONCURRENTLY IF EXISTS e.i;\n\nCREATE INDEX CONCURRENTLY i ON e.event (type);',
])('%s is found to be right', (sql) => expect(problemsIn(sql)).toEqual([]))

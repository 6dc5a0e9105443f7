import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, test } from 'vitest'
import { emptyDatabase } from '@/test/database'
import { type Migration, MigrationRefused, migrate, readMigrations } from './migrate'
import { openDatabase } from './open'
import * as schema from './schema'

const NOW = new Date('2026-11-23T09:00:00Z')
const tables = Object.values(schema).flatMap((entry) =>
  is(entry, SQLiteTable) ? [entry as SQLiteTable] : [],
)
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

describe('the migrated file is what the code believes', () => {
  const sqlite = emptyDatabase().$client

  test.each(tables.map((table) => [getTableConfig(table).name, table] as const))('%s', (name, table) => {
    const stored = sqlite.pragma(`table_xinfo(${name})`) as { name: string; notnull: number; type: string }[]
    const believed = getTableConfig(table).columns
    expect(stored.map((column) => [column.name, column.type, column.notnull === 1]).sort()).toEqual(
      believed
        .map((column) => [
          snake(column.name),
          column.getSQLType().toUpperCase(),
          column.notNull || column.primary,
        ])
        .sort(),
    )
  })

  test('every table is STRICT and nothing cascades', () => {
    const made = sqlite
      .prepare(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%'",
      )
      .all() as { name: string; sql: string }[]
    expect(made.filter(({ sql }) => !/\) STRICT$/.test(sql)).map(({ name }) => name)).toEqual([])
    expect(made.filter(({ sql }) => /CASCADE/i.test(sql))).toEqual([])
    expect(made.map(({ name }) => name).sort()).toEqual(
      tables.map((table) => getTableConfig(table).name).sort(),
    )
  })

  test('every list of words is checked by the database too', () => {
    const sql = (
      sqlite.prepare("SELECT group_concat(sql, '\n') AS sql FROM sqlite_schema").get() as { sql: string }
    ).sql
    const missing = tables.flatMap((table) =>
      getTableConfig(table)
        .columns.filter(({ enumValues }) => enumValues?.length)
        .filter(
          ({ enumValues }) =>
            !sql.includes(`IN (${enumValues?.map((value: string) => `'${value}'`).join(', ')})`),
        )
        .map((column) => `${getTableConfig(table).name}.${column.name}`),
    )
    expect(missing).toEqual([])
  })
})

test('a connection has the settings that keep what was acknowledged', () => {
  const { $client } = openDatabase(':memory:', { create: true })
  $client.exec('CREATE TABLE written (a)')
  const settings = ['busy_timeout', 'synchronous', 'foreign_keys', 'recursive_triggers', 'trusted_schema']
  expect(settings.map((name) => $client.pragma(name, { simple: true }))).toEqual([5000, 2, 1, 1, 0])
})

describe('what was written once stands', () => {
  test.each([
    ['an event cannot be changed', 'UPDATE events SET kind = kind'],
    ['an event cannot be deleted', 'DELETE FROM events'],
    [
      'nor replaced',
      "INSERT OR REPLACE INTO events (seq, at, actor_kind, actor_id, kind, subject_kind, subject_id, data) VALUES (1, '', 'system', '', '', '', '', '{}')",
    ],
  ])('%s', (_, statement) => {
    const sqlite = emptyDatabase().$client
    sqlite
      .prepare(
        "INSERT INTO events (at, actor_kind, actor_id, kind, subject_kind, subject_id, data) VALUES ('', 'system', '', '', '', '', '{}')",
      )
      .run()
    expect(() => sqlite.exec(statement)).toThrow('append-only')
  })
})

describe('the migration runner', () => {
  const file = (name: string, ...statements: string[]): Migration => ({
    name,
    hash: statements.join(),
    statements,
  })
  const first = readMigrations()
  const migrated = () => {
    const { $client } = openDatabase(':memory:', { create: true })
    migrate($client, NOW, first)
    return $client
  }
  const refusal = (more: Migration[]) => {
    const sqlite = migrated()
    expect(() => migrate(sqlite, NOW, more)).toThrow(MigrationRefused)
    return sqlite
  }

  test('applies each file once', () => {
    const sqlite = migrated()
    expect(migrate(sqlite, NOW, first)).toEqual([])
    expect(
      migrate(sqlite, NOW, [...first, file('9000_more.sql', 'CREATE TABLE more (a TEXT) STRICT')]),
    ).toEqual(['9000_more.sql'])
  })

  test('refuses a file that was edited after it was applied', () => {
    refusal([{ ...first[0]!, hash: 'edited' }, ...first.slice(1)])
  })

  test('refuses a file slipped in before an applied one', () => {
    refusal([file('0000_a.sql', 'SELECT 1'), ...first])
  })

  test('refuses a database newer than the program', () => {
    refusal([])
  })

  test('refuses a table rebuild that loses rows, and leaves the file as it was', () => {
    const sqlite = migrated()
    sqlite.exec("INSERT INTO installation VALUES ('kind', 'demo')")
    const lossy = file('9000_lossy.sql', 'CREATE TABLE half (a TEXT) STRICT', 'DELETE FROM installation')
    expect(() => migrate(sqlite, NOW, [...first, lossy])).toThrow(/installation/)
    expect(sqlite.prepare('SELECT count(*) FROM installation').pluck().get()).toBe(1)
    expect(sqlite.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").pluck().get()).toBe(0)
  })

  test('lets a table go whose rows are counted where they went', () => {
    const moving = (end: string) =>
      file(
        '9000_moved.sql',
        'CREATE TABLE facts (key TEXT, value TEXT) STRICT',
        `INSERT INTO facts SELECT key, value FROM installation${end}`,
        '-- moved: installation into facts\nDROP TABLE installation',
      )
    const sqlite = migrated()
    sqlite.exec("INSERT INTO installation VALUES ('kind', 'demo')")
    expect(() => migrate(sqlite, NOW, [...first, moving(' LIMIT 0')])).toThrow(/facts/)
    migrate(sqlite, NOW, [...first, moving('')])
    expect(sqlite.prepare('SELECT count(*) FROM facts').pluck().get()).toBe(1)
  })

  test('keeps the children of a rebuilt table', () => {
    const { $client } = openDatabase(':memory:', { create: true })
    const made = file(
      '0001_a.sql',
      'CREATE TABLE applied_migrations (name TEXT, hash TEXT, applied_at TEXT) STRICT',
      'CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT',
      'CREATE TABLE child (id INTEGER REFERENCES parent(id) ON DELETE CASCADE) STRICT',
    )
    migrate($client, NOW, [made])
    $client.exec('INSERT INTO parent VALUES (1); INSERT INTO child VALUES (1)')
    const rebuilt = file(
      '0002_b.sql',
      'CREATE TABLE parent_new (id INTEGER PRIMARY KEY, name TEXT) STRICT',
      'INSERT INTO parent_new (id) SELECT id FROM parent',
      'DROP TABLE parent',
      'ALTER TABLE parent_new RENAME TO parent',
    )
    migrate($client, NOW, [made, rebuilt])
    expect($client.prepare('SELECT count(*) FROM child').pluck().get()).toBe(1)
    expect($client.pragma('foreign_keys', { simple: true })).toBe(1)
  })
})

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { countRows } from './contents'
import { APPLICATION_ID } from './open'

export type Migration = { name: string; hash: string; statements: string[] }

/** A fault that stops the start; its message is a sentence for the operator. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused'
}

export function readMigrations(folder = join(import.meta.dirname, 'migrations')): Migration[] {
  return readdirSync(/* turbopackIgnore: true */ folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(/* turbopackIgnore: true */ join(folder, name), 'utf8')
      return {
        name,
        hash: createHash('sha256').update(sql).digest('hex'),
        statements: sql.split('--> statement-breakpoint').filter((statement) => statement.trim() !== ''),
      }
    })
}

/**
 * Which migrations are still to be applied.
 * @throws MigrationRefused when an applied file was edited, is missing, or a newer one was slipped in before it
 */
export function pendingMigrations(sqlite: Sqlite.Database, migrations = readMigrations()): Migration[] {
  const known = sqlite.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'applied_migrations'").get()
  const applied = known
    ? (sqlite.prepare('SELECT name, hash FROM applied_migrations ORDER BY name').all() as Migration[])
    : []
  for (const [index, { name, hash }] of applied.entries()) {
    const file = migrations[index]
    if (!file)
      throw new MigrationRefused(
        `Databasen er nyere end programmet: den kender ${name}. Installér den nyeste udgave.`,
      )
    if (file.name !== name)
      throw new MigrationRefused(`Migreringen ${file.name} er lagt ind før ${name}, som allerede er kørt.`)
    if (file.hash !== hash)
      throw new MigrationRefused(`Migreringen ${name} er ændret, efter at den blev kørt.`)
  }
  return migrations.slice(applied.length)
}

/**
 * Applies what is pending, each file whole or not at all. Foreign keys are switched off outside the transaction
 * (inside it is a no-op, and a table rebuild would then delete every child row) and checked before the commit,
 * as are the row counts of the tables that were there before. A table that goes says in the file where
 * its rows went: `-- moved: themes into classifications`.
 */
export function migrate(sqlite: Sqlite.Database, now: Date, migrations = readMigrations()): string[] {
  const pending = pendingMigrations(sqlite, migrations)
  sqlite.pragma('foreign_keys = OFF')
  try {
    for (const migration of pending) apply(sqlite, migration, now)
  } finally {
    sqlite.pragma('foreign_keys = ON')
  }
  return pending.map(({ name }) => name)
}

function apply(sqlite: Sqlite.Database, migration: Migration, now: Date): void {
  const run = sqlite.transaction(() => {
    const before = countRows(sqlite)
    for (const statement of migration.statements) sqlite.exec(statement)
    const orphans = sqlite.pragma('foreign_key_check') as unknown[]
    if (orphans.length > 0)
      throw new MigrationRefused(
        `Migreringen ${migration.name} efterlader ${orphans.length} løse henvisninger.`,
      )
    const after = countRows(sqlite)
    for (const [table, rows] of expectedRows(before, migration)) {
      if (after.get(table) !== rows)
        throw new MigrationRefused(
          `Migreringen ${migration.name} ændrer antallet af rækker i ${table} fra ${rows} til ${after.get(table) ?? 0}.`,
        )
    }
    sqlite
      .prepare('INSERT INTO applied_migrations (name, hash, applied_at) VALUES (?, ?, ?)')
      .run(migration.name, migration.hash, now.toISOString())
    sqlite.pragma(`application_id = ${APPLICATION_ID}`)
  })
  run.immediate()
}

function expectedRows(before: Map<string, number>, { statements }: Migration): Map<string, number> {
  const expected = new Map(before)
  for (const [, from = '', into = ''] of statements.join('\n').matchAll(/^-- moved: (\w+) into (\w+)$/gm)) {
    expected.set(into, (expected.get(into) ?? 0) + (expected.get(from) ?? 0))
    expected.delete(from)
  }
  return expected
}

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { inject } from 'vitest'
import { loadViewer } from '@/auth/viewer'
import { attachDatabase, closeDatabase, db } from '@/db/client'
import { migrate } from '@/db/migrate'
import { type Database, openDatabase } from '@/db/open'
import { forums, parties, people } from '@/db/schema'
import type { Viewer } from '@/policy'

/** The moment the demo of the tests is made: a Monday morning, four hours before the meeting in Nørrebro. */
export const DEMO_NOW = new Date('2026-11-23T09:00:00Z')

/** Made by the test file that is first to need it; for each of a hundred files it would take a second. */
const DEMO = await demoOfThisRun()

/** A fresh copy in memory of the demo municipality, attached as the one every query and command uses. */
export const demoDatabase = (): Database => attachDatabase(openDatabase(DEMO))

async function demoOfThisRun(): Promise<Buffer> {
  const file = join(inject('runFolder'), 'demo.db')
  if (existsSync(file)) return readFileSync(file)
  const { seedDemo } = await import('@/db/seed/demo')
  const database = openDatabase(':memory:', { create: true })
  migrate(database.$client, DEMO_NOW)
  seedDemo(database, DEMO_NOW)
  const serialised = database.$client.serialize()
  closeDatabase()
  // Two files may be first at the same time; neither may read what the other has half written.
  writeFileSync(`${file}.${process.pid}`, serialised)
  renameSync(`${file}.${process.pid}`, file)
  return serialised
}

/** A demo person as the policy sees them, in the database attached last. */
export function viewerOf(name: string, now = DEMO_NOW): Viewer {
  const viewer = loadViewer(db(), personId(name), now)
  if (!viewer) throw new Error(`${name} may not sign in.`)
  return viewer
}

export const personId = (name: string): string =>
  only(db().select({ id: people.id }).from(people).where(eq(people.name, name)).get(), name)

export const partyId = (shortName: string): string =>
  only(db().select({ id: parties.id }).from(parties).where(eq(parties.shortName, shortName)).get(), shortName)

export const forumId = (slug: string): string =>
  only(db().select({ id: forums.id }).from(forums).where(eq(forums.slug, slug)).get(), slug)

function only(row: { id: string } | undefined, name: string): string {
  if (!row) throw new Error(`The demo knows no ${name}.`)
  return row.id
}

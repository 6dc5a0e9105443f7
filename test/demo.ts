import { eq } from 'drizzle-orm'
import { loadViewer } from '@/auth/viewer'
import { attachDatabase, db } from '@/db/client'
import { migrate } from '@/db/migrate'
import { type Database, openDatabase } from '@/db/open'
import { forums, parties, people } from '@/db/schema'
import { seedDemo } from '@/db/seed/demo'
import type { Viewer } from '@/policy'

/** The moment the demo of the tests is made: a Monday morning, four hours before the meeting in Nørrebro. */
export const DEMO_NOW = new Date('2026-11-23T09:00:00Z')

const made = new Map<string, Buffer>()

/** A fresh copy in memory of the demo municipality, attached as the one every query and command uses. */
export function demoDatabase(now = DEMO_NOW): Database {
  const key = now.toISOString()
  let serialised = made.get(key)
  if (!serialised) {
    const database = openDatabase(':memory:', { create: true })
    migrate(database.$client, now)
    seedDemo(database, now)
    serialised = database.$client.serialize()
    database.$client.close()
    made.set(key, serialised)
  }
  return attachDatabase(openDatabase(serialised))
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

import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { loadViewer } from '@/auth/viewer'
import { db } from '@/db/client'
import { forums, people } from '@/db/schema'
import type { Viewer } from '@/policy'

export type Reader = { viewer: Viewer; email: string }

/** Whom a mail goes to, with the rights and the address they have now; null for somebody who may not sign in any more. */
export function findReader(personId: string, now: Date): Reader | null {
  const viewer = loadViewer(db(), personId, now)
  const person = db().select({ email: people.email }).from(people).where(eq(people.id, personId)).get()
  return viewer && person ? { viewer, email: person.email } : null
}

export type Contact = { name: string; email: string }

/** Who answers questions about a forum: its convener; null while it has none. */
export function findContact(forumId: string): Contact | null {
  const convener = db()
    .select({ name: people.name, email: people.email })
    .from(forums)
    .innerJoin(people, and(eq(people.id, forums.convenerId), isNull(people.deactivatedAt)))
    .where(eq(forums.id, forumId))
    .get()
  return convener ?? null
}

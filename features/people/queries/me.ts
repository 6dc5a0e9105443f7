import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { parties, people } from '@/db/schema'
import { NotFound } from '@/lib/errors'
import type { Viewer } from '@/policy'

/** What a person is shown about themselves. */
export function getMe(viewer: Viewer) {
  const person = db()
    .select({
      name: people.name,
      title: people.title,
      email: people.email,
      role: people.role,
      locale: people.locale,
      theme: people.theme,
      party: { name: parties.name, shortName: parties.shortName },
    })
    .from(people)
    .innerJoin(parties, eq(parties.id, people.partyId))
    .where(eq(people.id, viewer.personId))
    .get()
  if (!person) throw new NotFound()
  return person
}

import { eq } from 'drizzle-orm'
import type { Preferences } from '@/auth/preferences'
import { write } from '@/db/client'
import { people } from '@/db/schema'
import { record } from '@/features/activity/record'
import { NotFound } from '@/lib/errors'
import { authorize, can, type Viewer } from '@/policy'

/** Language and appearance follow the person to the next browser. */
export function changePreferences(person: Viewer, wanted: Partial<Preferences>, now: Date): void {
  write((tx) => {
    const own = tx.select({ id: people.id }).from(people).where(eq(people.id, person.personId)).get()
    if (!own) throw new NotFound()
    authorize(can.changePreferences(person, own))
    tx.update(people).set(wanted).where(eq(people.id, own.id)).run()
    record(tx, person, { kind: 'person.preferences-changed', subject: ['person', own.id], data: wanted }, now)
  })
}

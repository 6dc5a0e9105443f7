import 'server-only'
import { eq, max, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { events } from '@/db/schema'

export type SignIn = { at: Date; by: string }

/** When each person came in last, and by which way. One statement. */
export function lastSignIns(): Map<string, SignIn> {
  const rows = db()
    .select({ personId: events.subjectId, at: max(events.at), by: sql<string>`${events.data} ->> '$.by'` })
    .from(events)
    .where(eq(events.kind, 'person.signed-in'))
    .groupBy(events.subjectId)
    .all()
  return new Map(rows.flatMap(({ personId, at, by }) => (at ? [[personId, { at: new Date(at), by }]] : [])))
}

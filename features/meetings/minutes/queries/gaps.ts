import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import type { Reader } from '@/db/open'
import { agendaItems, attendances } from '@/db/schema'
import { numberItems } from '../../agenda/rules'

export type Gaps = ReturnType<typeof readGaps>

/** What the minutes still lack: the people without a status, and the items nobody knows the outcome of. */
export function readGaps(reader: Reader, meetingId: string) {
  const unset = reader
    .select({ name: attendances.name, organisation: attendances.organisation })
    .from(attendances)
    .where(
      and(eq(attendances.meetingId, meetingId), isNull(attendances.status), isNull(attendances.removedAt)),
    )
    .orderBy(attendances.organisation, attendances.name)
    .all()
  const items = reader
    .select()
    .from(agendaItems)
    .where(and(eq(agendaItems.meetingId, meetingId), isNull(agendaItems.removedAt)))
    .all()
  return {
    attendance: unset,
    items: numberItems(items)
      .filter(({ outcome }) => outcome === 'pending')
      .map(({ id, number, title }) => ({ id, number, title })),
  }
}

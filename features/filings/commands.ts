import { and, desc, eq } from 'drizzle-orm'
import { write } from '@/db/client'
import { filings, minutes } from '@/db/schema'
import { record } from '@/features/activity/record'
import { findMeeting } from '@/features/meetings/queries'
import { today } from '@/lib/dates'
import { Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { authorize, can, type Viewer } from '@/policy'
import type { FileDocumentInput } from './input'

/** "Journaliseret den …": that the case system has the agenda, or the minutes as they were approved last (R1). */
export function fileDocument(person: Viewer, input: FileDocumentInput, now: Date): void {
  const { meetingId, document, filedOn, dokumentnr } = input
  write((tx) => {
    const meeting = findMeeting(tx, person, meetingId)
    authorize(can.conveneMeetings(person))
    if (filedOn > today(now)) throw new Refused('filedInFuture', {}, 'filedOn')
    const approved = tx
      .select({ id: minutes.id })
      .from(minutes)
      .where(and(eq(minutes.meetingId, meetingId), eq(minutes.state, 'approved')))
      .orderBy(desc(minutes.version))
      .get()
    if (document === 'minutes' && !approved) throw new Refused('nothingToFile')
    if (document === 'agenda' && !meeting.agendaSentAt) throw new Refused('nothingToFile')
    const minutesId = document === 'minutes' ? (approved?.id ?? null) : null
    const filing = { id: newId(), meetingId, document, minutesId, filedOn, dokumentnr: dokumentnr || null }
    tx.insert(filings)
      .values({ ...filing, filedById: person.personId, recordedAt: now })
      .run()
    const { forumId } = meeting
    const data = { document, filedOn, minutes: minutesId }
    record(tx, person, { kind: 'meeting.filed', subject: ['meeting', meetingId], forumId, data }, now)
  })
}

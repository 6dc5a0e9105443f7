import 'server-only'
import { and } from 'drizzle-orm'
import { db } from '@/db/client'
import { meetings } from '@/db/schema'
import { among } from '@/db/statements'
import { translator } from '@/i18n/translator'
import type { Locale } from '@/lib/format'
import { type Viewer, visible } from '@/policy'
import type { Row } from './ledger'

/** A meeting is named only to who may read it; that somebody was at one is counted all the same. One statement. */
export function listReadable(viewer: Viewer, rows: Row[], locale: Locale): Row[] {
  const asked = [...new Set(rows.flatMap(({ meetingId }) => meetingId ?? []))]
  if (asked.length === 0) return rows
  const readable = new Set(
    db()
      .select({ id: meetings.id })
      .from(meetings)
      .where(and(visible.meetings(viewer), among(meetings.id)))
      .prepare()
      .all({ ids: JSON.stringify(asked) })
      .map(({ id }) => id),
  )
  const what = translator(locale, 'reports')('rows.elsewhere')
  return rows.map((row) =>
    row.meetingId === undefined || readable.has(row.meetingId)
      ? row
      : { ...row, what, when: null, href: undefined },
  )
}

import { write } from '@/db/client'
import { givenReports } from '@/db/schema'
import { record } from '@/features/activity/record'
import { Conflict } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { textHash } from '@/lib/text-hash'
import { authorize, can, type Viewer } from '@/policy'
import type { GiveInput } from '../input'
import { makeReport } from '../queries/report'
import { findScope } from '../queries/scope'
import { hashOf } from '../rules'

/**
 * Keeps the report of an address as it is now, word for word; returns its id. Throws a Conflict when its figures are no
 * longer those of the page on which it was pressed.
 */
export function giveReport(
  person: Viewer,
  { givenTo, seen, locale, ...address }: GiveInput,
  now: Date,
): string {
  return write((tx) => {
    authorize(can.giveReport(person))
    const { reader, party, forum, from, to } = findScope(person, address, locale, now)
    const report = makeReport(person, address, locale, now)
    if (hashOf(report) !== seen) throw new Conflict('reportChanged')
    const model = JSON.stringify(report)
    const contentHash = textHash(model)
    const id = newId()
    tx.insert(givenReports)
      .values({
        id,
        reader,
        partyId: party?.id ?? null,
        forumId: forum?.id ?? null,
        startsOn: from,
        endsOn: to,
        locale,
        givenTo,
        model,
        contentHash,
        givenAt: now,
        givenById: person.personId,
      })
      .run()
    record(
      tx,
      person,
      {
        kind: 'report.given',
        subject: ['report', id],
        forumId: forum?.id,
        data: { reader, partyId: party?.id ?? null, contentHash },
      },
      now,
    )
    return id
  })
}

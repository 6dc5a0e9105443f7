import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { type MeetingState, meetings, minutes } from '@/db/schema'
import { newId } from '@/lib/ids'
import { demoDatabase, forumId, viewerOf } from '@/test/demo'
import { getMeeting, listMeetings, listMeetingYears, nextMeeting } from './queries'

const TODAY = '2026-11-23'

let database: Database

beforeEach(() => {
  database = demoDatabase()
})

/** Meetings of 1950, where the demo has none. */
function meeting(slug: string, heldOn: string, more: Partial<typeof meetings.$inferInsert> = {}): string {
  const id = newId()
  const last = database.select({ id: meetings.id }).from(meetings).all().length
  database
    .insert(meetings)
    .values({
      id,
      forumId: forumId(slug),
      year: Number(heldOn.slice(0, 4)),
      number: 100 + last,
      heldOn,
      startsAt: '14:00',
      durationMinutes: 90,
      createdAt: new Date('2026-11-23T09:00:00Z'),
      ...more,
    })
    .run()
  return id
}
const keep = (ids: string[], rows: { id: string }[]) =>
  rows.map(({ id }) => id).filter((id) => ids.includes(id))

describe('lists', () => {
  test('coming ones soonest first, past ones latest first; what was held is past, what was cancelled stays on its day', () => {
    const of = (heldOn: string, state: MeetingState) => meeting('noerrebro', heldOn, { state })
    const late = of('2026-12-20', 'planned')
    const soon = of('2026-12-01', 'agenda_sent')
    const off = of('2026-12-10', 'cancelled')
    const done = of(TODAY, 'held')
    const forgotten = of('2026-11-20', 'planned')
    const ids = [late, soon, off, done, forgotten]
    const mette = viewerOf('Mette Holm')
    expect(keep(ids, listMeetings(mette, { when: 'coming' }, TODAY))).toEqual([soon, off, late])
    expect(keep(ids, listMeetings(mette, { when: 'past' }, TODAY))).toEqual([done, forgotten])
  })

  test('can be narrowed to a forum, a year and a number', () => {
    const mette = viewerOf('Mette Holm')
    const here = meeting('noerrebro', '1950-03-02')
    const later = meeting('noerrebro', '1950-05-02')
    meeting('bispebjerg', '1950-03-02')
    const filter = { when: 'past', forum: 'noerrebro', year: 1950 } as const
    expect(listMeetings(mette, filter, TODAY).map(({ id }) => id)).toEqual([later, here])
    expect(listMeetings(mette, { ...filter, limit: 1 }, TODAY).map(({ id }) => id)).toEqual([later])
    expect(listMeetings(mette, { when: 'past', forum: 'nowhere' }, TODAY)).toEqual([])
    expect(listMeetingYears(mette, 'noerrebro', TODAY).at(-1)).toBe(1950)
    expect(listMeetingYears(mette, 'valby', TODAY)).not.toContain(1950)
  })

  test('show outsiders what was announced in their forums, and never a draft', () => {
    const draft = meeting('noerrebro', '2026-12-01')
    const open = meeting('noerrebro', '2026-12-01', { announcedAt: new Date(), state: 'announced' })
    const elsewhere = meeting('valby-vigerslev', '2026-12-01', {
      announcedAt: new Date(),
      state: 'announced',
    })
    const ids = [draft, open, elsewhere]
    expect(keep(ids, listMeetings(viewerOf('Lars Nygaard'), { when: 'coming' }, TODAY))).toEqual([open])
    expect(keep(ids, listMeetings(viewerOf('Mette Holm'), { when: 'coming' }, TODAY))).toHaveLength(3)
  })

  test('say when minutes were sent, not that they are written', () => {
    const id = meeting('noerrebro', '2026-11-01', { state: 'held' })
    const version = { id: newId(), meetingId: id, createdAt: new Date('2026-11-02T09:00:00Z') }
    database.insert(minutes).values(version).run()
    expect(getMeeting(viewerOf('Mette Holm'), id).minutesSentAt).toBeNull()
    const sentAt = new Date('2026-11-03T09:00:00Z')
    database.update(minutes).set({ sentAt }).where(eq(minutes.id, version.id)).run()
    expect(getMeeting(viewerOf('Mette Holm'), id).minutesSentAt).toEqual(sentAt)
  })
})

describe('the next meeting', () => {
  const only = (...kept: string[]) => {
    for (const { id } of database.select({ id: meetings.id }).from(meetings).all()) {
      if (!kept.includes(id))
        database.update(meetings).set({ state: 'cancelled' }).where(eq(meetings.id, id)).run()
    }
  }
  const next = (name: string, time = '09:00') => nextMeeting(viewerOf(name), TODAY, time)?.id

  test('is shown until it is over', () => {
    const first = meeting('noerrebro', TODAY)
    const second = meeting('noerrebro', '2026-12-20')
    only(first, second)
    expect(next('Mette Holm', '15:29')).toBe(first)
    expect(next('Mette Holm', '15:30')).toBe(second)
  })

  test('is one of the forums one convenes or sits in, if there is any', () => {
    const soon = meeting('valby-vigerslev', '2026-11-24')
    const own = meeting('noerrebro', '2026-12-20')
    only(soon, own)
    expect(next('Mette Holm')).toBe(own)
    only(soon)
    expect(next('Mette Holm')).toBe(soon)
  })

  test('is nothing where nothing is planned, or nothing one may know of', () => {
    const draft = meeting('noerrebro', '2026-12-20')
    only(draft)
    expect(next('Pia Storm')).toBeUndefined()
    only()
    expect(next('Mette Holm')).toBeUndefined()
  })
})

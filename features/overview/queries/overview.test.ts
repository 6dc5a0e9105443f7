import { eq, inArray } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { actionItemSteps, actionItems, meetings, minutes, proposals } from '@/db/schema'
import { listActionItems } from '@/features/action-items/queries/list'
import { isOpen, PRESSING_STATES } from '@/features/action-items/rules'
import { listProposals } from '@/features/meetings/proposals/queries'
import { listMeetings } from '@/features/meetings/queries'
import { lastQuarters, quarterKey, today } from '@/lib/dates'
import { DEMO_NOW, demoDatabase, forumId, personId, viewerOf } from '@/test/demo'
import { proposeEverywhere } from '@/test/proposals'
import { countStatements } from '@/test/statements'
import { countedSince } from '../rules'
import { countAnswersDue, countProposalsWaiting, listMeetingNeeds } from './needs'
import { overview } from './overview'
import { listPunctuality } from './punctuality'

const TODAY = today(DEMO_NOW)
const NAMES = ['Mette Holm', 'Karen Lund', 'Søren Bak', 'Pia Storm', 'Lars Nygaard', 'Ruth Vind']

let database: Database
beforeEach(() => {
  database = demoDatabase()
})

const stateOf = (name: string, slug: string) =>
  overview(viewerOf(name), TODAY).forums.find(({ forum }) => forum.slug === slug)

describe('every number is that of the rows it leads to', () => {
  test.each(NAMES)('%s', (name) => {
    const viewer = viewerOf(name)
    for (const { forum, open, late, onTime, departments } of overview(viewer, TODAY).forums) {
      const filter = { scope: 'forum', forum: forum.slug } as const
      const rows = listActionItems(viewer, filter, TODAY).filter(({ state }) => isOpen(state))
      expect(open).toBe(rows.length)
      expect(late).toBe(listActionItems(viewer, { ...filter, late: true }, TODAY).length)
      const closed = { ...filter, state: 'closed', since: countedSince(TODAY) } as const
      if (onTime) expect(onTime.of).toBe(listActionItems(viewer, closed, TODAY).length)
      for (const cell of departments) {
        const own = rows.filter(({ party }) => party.id === cell.department.id)
        expect(cell.open).toBe(own.length)
        const late = { ...filter, party: cell.department.id, late: true } as const
        expect(cell.late).toBe(listActionItems(viewer, late, TODAY).length)
      }
    }
  })
})

describe('each viewer', () => {
  test('sees the forums they look into, and no other', () => {
    const slugs = (name: string) => overview(viewerOf(name), TODAY).forums.map(({ forum }) => forum.slug)
    expect(slugs('Mette Holm')).toHaveLength(6)
    expect(slugs('Karen Lund')).toHaveLength(6)
    expect(slugs('Pia Storm')).toContain('noerrebro')
    expect(slugs('Pia Storm').length).toBeLessThan(6)
  })

  test('sees no meeting here that the list of meetings would hide', () => {
    for (const name of NAMES) {
      const viewer = viewerOf(name)
      const seen = (['coming', 'past'] as const).flatMap((when) =>
        listMeetings(viewer, { when }, TODAY).map(({ id }) => id),
      )
      const shown = overview(viewer, TODAY).forums.flatMap(({ next, last, departments }) => [
        next?.id,
        last?.id,
        ...departments.flatMap((cell) => cell.meetings.map(({ id }) => id)),
      ])
      expect(shown.filter((id) => id !== undefined && !seen.includes(id))).toEqual([])
    }
  })

  test('outside the municipality gets no accounts of attendance or delay', () => {
    const { departments, forums } = overview(viewerOf('Pia Storm'), TODAY)
    expect(departments).toEqual([])
    expect(forums.every((state) => state.onTime === null && state.departments.length === 0)).toBe(true)
  })

  test('who sees no drafts cannot tell that there is one', () => {
    database
      .insert(meetings)
      .values({
        id: 'held-last-week',
        forumId: forumId('noerrebro'),
        year: 2026,
        number: 99,
        heldOn: '2026-11-19',
        startsAt: '14:00',
        durationMinutes: 90,
        state: 'held',
        announcedAt: new Date('2026-11-01T09:00:00Z'),
        createdAt: new Date('2026-11-01T09:00:00Z'),
      })
      .run()
    database.insert(minutes).values({ id: 'draft', meetingId: 'held-last-week', createdAt: DEMO_NOW }).run()
    expect(stateOf('Pia Storm', 'noerrebro')?.last?.id).toBe('held-last-week')
    expect(stateOf('Mette Holm', 'noerrebro')?.last?.minutesState).toBe('drafting')
    expect(stateOf('Søren Bak', 'noerrebro')?.last?.minutesState).toBe('drafting')
    expect(stateOf('Pia Storm', 'noerrebro')?.last?.minutesState).toBeNull()
    expect(stateOf('Ruth Vind', 'noerrebro')?.last?.minutesState).toBeNull()
  })
})

describe('the state of a forum', () => {
  test('names its next meeting and how far the agenda is', () => {
    const next = stateOf('Mette Holm', 'noerrebro')?.next
    expect(next).toMatchObject({ heldOn: TODAY, agenda: 'sent' })
    expect(next?.items).toBeGreaterThan(0)
  })

  test('shows the last four meetings of each department, oldest first', () => {
    for (const { departments } of overview(viewerOf('Mette Holm'), TODAY).forums) {
      for (const { meetings: shown } of departments) {
        const days = shown.map(({ heldOn }) => heldOn)
        expect(days.length).toBeLessThanOrEqual(4)
        expect(days).toEqual(days.toSorted())
      }
    }
  })

  test('counts an item as done on time by the day it was reported, not by the day it was confirmed', () => {
    const before = stateOf('Mette Holm', 'noerrebro')?.onTime
    const item = {
      id: 'reported-in-time',
      forumId: forumId('noerrebro'),
      title: 'Reported on Friday, confirmed the week after',
      responsiblePartyId: viewerOf('Søren Bak').partyId,
      responsiblePersonId: personId('Søren Bak'),
      issuerId: personId('Mette Holm'),
      agreedOn: '2026-11-01',
      dueOn: '2026-11-13',
      state: 'closed' as const,
      createdAt: new Date('2026-11-01T09:00:00Z'),
      closedAt: new Date('2026-11-19T09:00:00Z'),
    }
    database.insert(actionItems).values(item).run()
    const step = { actionItemId: item.id, personId: item.responsiblePersonId }
    const reportedAt = new Date('2026-11-13T15:00:00Z')
    database
      .insert(actionItemSteps)
      .values({ ...step, id: 'reported', step: 'reported_done', at: reportedAt })
      .run()
    const after = stateOf('Mette Holm', 'noerrebro')?.onTime
    expect(after).toEqual({ count: (before?.count ?? 0) + 1, of: (before?.of ?? 0) + 1 })
  })

  test('shows an empty seat where a department is missing', () => {
    const cells = overview(viewerOf('Mette Holm'), TODAY).forums.flatMap(({ forum, departments }) =>
      departments
        .filter(({ vacant }) => vacant > 0)
        .map(({ department }) => `${department.shortName} ${forum.slug}`),
    )
    expect(cells).toHaveLength(2)
    expect(cells).toContain('BIF bispebjerg')
  })
})

describe('what needs the convener', () => {
  test('comes from their own forums only', () => {
    const own = new Set(['noerrebro', 'bispebjerg'])
    const needs = listMeetingNeeds(viewerOf('Mette Holm'), TODAY)
    expect(needs.every(({ forum }) => own.has(forum.slug))).toBe(true)
  })

  test('is a meeting that was held and never logged', () => {
    const next = stateOf('Mette Holm', 'noerrebro')?.next
    const needs = listMeetingNeeds(viewerOf('Mette Holm'), '2026-11-24')
    expect(needs).toContainEqual(expect.objectContaining({ id: next?.id, need: 'log' }))
  })

  test('counts the same items as the list that waits for them', () => {
    for (const name of ['Mette Holm', 'Jonas Friis', 'Amina Yusuf']) {
      const viewer = viewerOf(name)
      const { reported, refused, dateAsked } = countAnswersDue(viewer)
      const waiting = listActionItems(viewer, { scope: 'waiting' }, TODAY)
      expect(reported).toBe(waiting.filter(({ state }) => state === 'reported_done').length)
      expect(refused).toBe(waiting.filter(({ state }) => state === 'refused').length)
      expect(dateAsked).toBe(waiting.filter(({ askedDueOn }) => askedDueOn !== null).length)
    }
  })

  test('is what was proposed and nobody has answered, in their own forums', () => {
    proposeEverywhere(database)
    const own = ['noerrebro', 'noerrebro-arbejdsgruppe-om-fritidsjob', 'bispebjerg'].map(forumId)
    const waiting = () =>
      listProposals(viewerOf('Mette Holm')).filter(
        ({ forumId, state }) => own.includes(forumId) && state === 'suggested',
      )
    expect(waiting().length).toBeGreaterThan(0)
    expect(countProposalsWaiting(viewerOf('Mette Holm'))).toBe(waiting().length)
    database.update(proposals).set({ state: 'declined' }).run()
    expect(countProposalsWaiting(viewerOf('Mette Holm'))).toBe(0)
  })

  test('is nothing for anybody else', () => {
    proposeEverywhere(database)
    for (const name of NAMES.slice(1)) {
      expect(listMeetingNeeds(viewerOf(name), TODAY)).toEqual([])
      expect(countAnswersDue(viewerOf(name))).toEqual({ reported: 0, refused: 0, dateAsked: 0 })
      expect(countProposalsWaiting(viewerOf(name))).toBe(0)
    }
  })
})

test('the overview asks the database eight times, not once per forum or department', () => {
  const viewer = viewerOf('Mette Holm')
  expect(countStatements(database, () => overview(viewer, TODAY))).toBe(8)
})

describe('done on time, quarter by quarter', () => {
  const settle = (change: Partial<typeof actionItems.$inferInsert>, ids: string[]) =>
    database.update(actionItems).set(change).where(inArray(actionItems.id, ids)).run()

  test('counts what was closed in each of the last four, in one forum or in all', () => {
    const own = database
      .select()
      .from(actionItems)
      .where(eq(actionItems.forumId, forumId('noerrebro')))
      .all()
      .filter(({ state }) => PRESSING_STATES.includes(state as never))
    database.update(actionItems).set({ state: 'open', closedAt: null }).run()
    const [early, late, old] = own.map(({ id }) => id) as [string, string, string]
    const closed = (day: string, dueOn: string) =>
      ({ state: 'closed', dueOn, closedAt: new Date(`${day}T10:00:00Z`) }) as const
    settle(closed('2026-10-05', '2026-10-05'), [early])
    settle(closed('2026-10-06', '2026-10-05'), [late])
    settle(closed('2025-12-31', '2026-01-05'), [old])
    const quarters = listPunctuality(viewerOf('Mette Holm'), TODAY, forumId('noerrebro'))
    expect(quarters.map(({ year, quarter }) => `${year} ${quarter}`)).toEqual([
      '2026 1',
      '2026 2',
      '2026 3',
      '2026 4',
    ])
    expect(quarters.at(-1)).toMatchObject({ of: 2, onTime: 1 })
    expect(quarters.slice(0, 3).every(({ of }) => of === 0)).toBe(true)
    expect(listPunctuality(viewerOf('Mette Holm'), TODAY).at(-1)).toMatchObject({ of: 2 })
    expect(listPunctuality(viewerOf('Mette Holm'), TODAY, forumId('bispebjerg')).at(-1)).toMatchObject({
      of: 0,
    })
  })

  test('is the municipality’s own', () => {
    expect(listPunctuality(viewerOf('Pia Storm'), TODAY)).toEqual([])
    expect(listPunctuality(viewerOf('Søren Bak'), TODAY)).toHaveLength(4)
  })

  test.each([
    ['2027-01-01', ['2026 2', '2026 3', '2026 4', '2027 1']],
    ['2026-12-31', ['2026 1', '2026 2', '2026 3', '2026 4']],
  ])('on %s the quarters are these', (day, keys) => {
    expect(lastQuarters(day).map(({ startsOn }) => quarterKey(startsOn))).toEqual(keys)
  })
})

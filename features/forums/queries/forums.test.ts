import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { decisions, forums, requiredSeats, seats } from '@/db/schema'
import { today } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { DEMO_NOW, demoDatabase, forumId, partyId, viewerOf } from '@/test/demo'
import { getForum, listForums } from './forums'
import { listDecisions, listReplacedGroups } from './record'
import { listDepartmentSeats, listOwnSeats, listSeats } from './seats'

const TODAY = today(DEMO_NOW)

let database: Database
beforeEach(() => {
  database = demoDatabase()
})

describe('a forum', () => {
  test('is found by its address, with the people who convene it', () => {
    const forum = getForum(viewerOf('Mette Holm'), 'noerrebro')
    expect(forum).toMatchObject({ shortName: 'Nørrebro', convener: 'Mette Holm', mark: 'circle' })
  })

  test.each(['bispebjerg', 'nowhere', '', "x' OR 1=1 --", '../noerrebro'])(
    '%j is not found by somebody who has no seat there',
    (slug) => expect(() => getForum(viewerOf('Lars Nygaard'), slug)).toThrow(NotFound),
  )

  test('that has ended is left out of the list, and still found', () => {
    const ended = { validTo: '2026-10-31' }
    database.update(forums).set(ended).where(eq(forums.slug, 'valby-vigerslev')).run()
    expect(listForums(viewerOf('Mette Holm'), TODAY)).toHaveLength(5)
    expect(getForum(viewerOf('Mette Holm'), 'valby-vigerslev').slug).toBe('valby-vigerslev')
  })
})

describe('the seats of a forum', () => {
  const seatsOf = (slug: string, viewer = 'Mette Holm') => listSeats(viewerOf(viewer), forumId(slug), TODAY)

  test('are departments first, then organisations, then the others', () => {
    const kinds = seatsOf('noerrebro').map(({ kind }) => kind)
    expect([...new Set(kinds)]).toEqual(['department', 'housing_organisation', 'partner'])
    expect(seatsOf('noerrebro').filter(({ kind }) => kind === 'department')).toHaveLength(7)
  })

  test('show the vacant one, and deputies after the ordinary', () => {
    const bif = seatsOf('bispebjerg').find(({ shortName }) => shortName === 'BIF')
    expect(bif).toMatchObject({ vacant: 1, members: [] })
    for (const { members } of seatsOf('noerrebro')) {
      const kinds = members.map(({ kind }) => kind)
      expect(kinds).toEqual(kinds.toSorted().reverse())
    }
  })

  test('become vacant the day after they end, and a deputy does not fill them', () => {
    const bif = partyId('BIF')
    const vacantOn = (day: string) =>
      listDepartmentSeats(day).find((seat) => seat.partyId === bif && seat.forumId === forumId('noerrebro'))
        ?.vacant
    database.update(seats).set({ validTo: TODAY }).where(eq(seats.partyId, bif)).run()
    expect(vacantOn(TODAY)).toBe(0)
    expect(vacantOn('2026-11-24')).toBe(1)
    database.update(seats).set({ validTo: null, kind: 'deputy' }).where(eq(seats.partyId, bif)).run()
    expect(vacantOn(TODAY)).toBe(1)
  })

  test('beyond the required ones are no less than none', () => {
    database.update(requiredSeats).set({ count: 0 }).run()
    expect(seatsOf('noerrebro').every(({ vacant }) => vacant === 0)).toBe(true)
    expect(listDepartmentSeats(TODAY).every(({ vacant }) => vacant === 0)).toBe(true)
  })

  test('are none for somebody who may not see the forum', () => {
    expect(seatsOf('bispebjerg', 'Lars Nygaard')).toEqual([])
  })

  test("one's own tell in which forum and for whom", () => {
    expect(listOwnSeats(viewerOf('Erik Dam'), TODAY)).toContainEqual(
      expect.objectContaining({ party: 'AKB København' }),
    )
    expect(listOwnSeats(viewerOf('Mette Holm'), TODAY)).toEqual([])
  })
})

describe('decisions in force', () => {
  const read = (viewer: string, all = true) =>
    listDecisions(viewerOf(viewer), forumId('noerrebro'), { all }).inForce

  test('are the newest first, and what is replaced or lapsed is not among them', () => {
    const days = read('Mette Holm').map(({ decidedOn }) => decidedOn)
    expect(days.length).toBeGreaterThan(1)
    expect(days).toEqual(days.toSorted().reverse())
    const [first] = read('Mette Holm')
    database
      .update(decisions)
      .set({ state: 'lapsed' })
      .where(eq(decisions.id, first?.id ?? ''))
      .run()
    expect(read('Mette Holm').map(({ id }) => id)).not.toContain(first?.id)
  })

  test('outsiders read what was released to the forum, never an internal one', () => {
    expect(read('Mette Holm').some(({ visibility }) => visibility === 'internal')).toBe(true)
    expect(read('Pia Storm').length).toBeGreaterThan(0)
    expect(read('Pia Storm').every(({ visibility }) => visibility !== 'internal')).toBe(true)
    expect(read('Pia Storm')[0]?.total).toBe(read('Pia Storm').length)
  })
})

describe('the steering groups a forum replaced', () => {
  const plansOf = (viewer: string, slug = 'noerrebro') =>
    listReplacedGroups(viewerOf(viewer), forumId(slug)).map(({ plan }) => plan)

  test('are all there for the municipality, and their own plans’ for a housing organisation', () => {
    expect(plansOf('Mette Holm')).toContain('Mjølnerparken')
    expect(plansOf('Pia Storm')).toContain('NørreBrobyggerne')
    expect(plansOf('Pia Storm')).not.toContain('Mjølnerparken')
  })

  test('are nothing to a partner', () => expect(plansOf('Lars Nygaard')).toEqual([]))
})

import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { forums, masterPlans, meetings } from '@/db/schema'
import { addGroup } from '@/features/forums/commands'
import { planSeries } from '@/features/meetings/series/commands'
import { newId } from '@/lib/ids'
import { DEMO_NOW, demoDatabase, forumId, personId, viewerOf } from '@/test/demo'
import { listMeetingAlone } from './queries/alone'
import { meetsAlone } from './rules'

const TODAY = '2026-11-23'
const SLUG = 'vesterbro-sydhavnen-arbejdsgruppe-om-mozartsgade'

let database: Database
beforeEach(() => {
  database = demoDatabase()
})

const mette = () => viewerOf('Mette Holm')
const flagged = (name = 'Mette Holm') => listMeetingAlone(viewerOf(name), TODAY).map(({ plan }) => plan)
const planId = (name: string) =>
  database.select().from(masterPlans).where(eq(masterPlans.name, name)).get()!.id
const meetingsOf = () => eq(meetings.forumId, forumId(SLUG))

describe('a plan that meets alone again', () => {
  test('is one with a working group of its own that meets twice within twelve months', () => {
    expect(flagged()).toEqual(['Mozartsgade'])
    const [first] = database.select().from(meetings).where(meetingsOf()).all()
    database.update(meetings).set({ state: 'cancelled' }).where(eq(meetings.id, first!.id)).run()
    expect(flagged()).toEqual([])
  })

  test('is not one whose group has ended, or whose meetings are long past', () => {
    database.update(meetings).set({ heldOn: '2024-03-04' }).where(meetingsOf()).run()
    expect(flagged()).toEqual([])
    database.update(meetings).set({ heldOn: '2026-12-01' }).where(meetingsOf()).run()
    expect(flagged()).toEqual(['Mozartsgade'])
    database.update(forums).set({ validTo: '2026-10-31' }).where(eq(forums.slug, SLUG)).run()
    expect(flagged()).toEqual([])
  })

  test('is told on the plan and at its group, and on no other', () => {
    const of = (at: Parameters<typeof listMeetingAlone>[2]) => listMeetingAlone(mette(), TODAY, at).length
    expect(of({ planId: planId('Mozartsgade') })).toBe(1)
    expect(of({ planId: planId('Beboerprojekt Puls') })).toBe(0)
    expect(of({ groupId: forumId(SLUG) })).toBe(1)
    expect(of({ groupId: forumId('noerrebro-arbejdsgruppe-om-fritidsjob') })).toBe(0)
  })

  test('is told to who may see the group, and to nobody outside the municipality', () => {
    expect(flagged('Karen Lund')).toEqual(['Mozartsgade'])
    expect(flagged('Ruth Vind')).toEqual(['Mozartsgade'])
    expect(flagged('Søren Bak')).toEqual([])
    expect(flagged('Torben Wiinstedt')).toEqual([])
  })

  test.each([
    [['2026-12-01', '2027-12-01'], 0, true],
    [['2026-12-01', '2027-12-02'], 0, false],
    [['2025-12-01'], 0, false],
    [['2026-12-01'], 1, true],
    [[], 0, false],
  ])('%o with %i in series: %s', (days, inSeries, expected) => {
    expect(meetsAlone(days, inSeries)).toBe(expected)
  })
})

describe('a group for one plan', () => {
  const wanted = (change: object) => ({
    parentId: forumId('bispebjerg'),
    kind: 'working_group' as const,
    name: 'Arbejdsgruppe om Bispeparken',
    rhythm: '',
    planId: planId('Bispeparken'),
    convenerId: personId('Mette Holm'),
    deputyConvenerId: null,
    ...change,
  })
  const series = (slug: string, confirm: string[] = []) =>
    planSeries(
      mette(),
      {
        forumId: forumId(slug),
        rule: { rhythm: 'month-2', position: 2, weekday: 4, end: { count: 2 } },
        startsOn: '2027-01-01',
        dates: ['2027-01-14', '2027-03-11'],
        startsAt: '14:00',
        durationMinutes: 60,
        place: '',
        link: '',
        confirm,
      },
      DEMO_NOW,
    )

  test('asks before it gets a series, and says why; then the plan is flagged', () => {
    const slug = addGroup(mette(), wanted({}), DEMO_NOW)
    expect(flagged()).toEqual(['Mozartsgade'])
    expect(() => series(slug)).toThrow('seriesForOnePlan')
    expect(() => series('noerrebro')).not.toThrow()
    series(slug, ['seriesForOnePlan'])
    expect(flagged()).toEqual(['Bispeparken', 'Mozartsgade'])
  })

  test('belongs to a plan of its own area, and is a working group', () => {
    expect(() => addGroup(mette(), wanted({ planId: planId('Mozartsgade') }), DEMO_NOW)).toThrow(
      'planElsewhere',
    )
    expect(() => addGroup(mette(), wanted({ kind: 'practice_network' }), DEMO_NOW)).toThrow(
      'planForWorkingGroup',
    )
    expect(() => addGroup(mette(), wanted({ planId: newId() }), DEMO_NOW)).toThrow()
  })
})

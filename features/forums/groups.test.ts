import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { forums, meetings, seats } from '@/db/schema'
import { announceMeeting, planMeeting } from '@/features/meetings/commands'
import { listMeetings } from '@/features/meetings/queries'
import { overview } from '@/features/overview/queries/overview'
import { getSeatMap } from '@/features/seats/queries'
import { today } from '@/lib/dates'
import { NotFound, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { Viewer } from '@/policy'
import { DEMO_NOW, demoDatabase, forumId, partyId, personId, viewerOf } from '@/test/demo'
import { addForum, addGroup } from './commands'
import type { NewGroupInput } from './input'
import { getForum, listForums, listForumsAndGroups, listGroups } from './queries/forums'

const TODAY = today(DEMO_NOW)
const IN_DEMO = 'Arbejdsgruppe om fritidsjob, Nørrebro'

let database: Database
let mette: Viewer
beforeEach(() => {
  database = demoDatabase()
  mette = viewerOf('Mette Holm')
})

const wanted = (change: Partial<NewGroupInput> = {}): NewGroupInput => ({
  parentId: forumId('bispebjerg'),
  kind: 'practice_network',
  name: 'Praksisnetværk, Bispebjerg',
  rhythm: '',
  planId: null,
  convenerId: personId('Mette Holm'),
  deputyConvenerId: null,
  ...change,
})
const add = (change: Partial<NewGroupInput> = {}, person = mette) =>
  addGroup(person, wanted(change), DEMO_NOW)
const names = (found: { name: string }[]) => found.map(({ name }) => name)

function seat(name: string, party: string, slug: string): void {
  const who = { personId: personId(name), partyId: partyId(party) }
  database
    .insert(seats)
    .values({ id: newId(), forumId: forumId(slug), ...who, validFrom: '2026-01-01' })
    .run()
}

describe('a group', () => {
  test('stands under its forum, with its area and mark and an address of its own', () => {
    const slug = add()
    expect(slug).toBe('bispebjerg-praksisnetvaerk-bispebjerg')
    const parent = getForum(mette, 'bispebjerg')
    const { kind, area, mark, shortName, parentSlug } = getForum(mette, slug)
    expect({ kind, area, mark, shortName, parentSlug }).toEqual({
      kind: 'practice_network',
      area: 'Bispebjerg',
      mark: parent.mark,
      shortName: 'Praksisnetværk, Bispebjerg',
      parentSlug: 'bispebjerg',
    })
    expect(names(listGroups(mette, TODAY, parent.id))).toEqual(['Praksisnetværk, Bispebjerg'])
    const all = names(listForumsAndGroups(mette, TODAY))
    expect(all.indexOf(IN_DEMO)).toBe(all.indexOf('Boligsocialt Forum Nørrebro') + 1)
  })

  test('is added by the coordinators, under a forum, with a name nobody has', () => {
    for (const name of ['Karen Lund', 'Søren Bak', 'Pia Storm', 'Ruth Vind'])
      expect(() => add({}, viewerOf(name))).toThrow(new Refused('notAllowed'))
    const group = database.select().from(forums).where(eq(forums.kind, 'working_group')).get()!
    expect(() => add({ parentId: group.id })).toThrow(NotFound)
    expect(() => add({ parentId: 'nowhere' })).toThrow(NotFound)
    expect(() => add({ name: '→' })).toThrow(new Refused('nameWithoutLetters', undefined, 'name'))
    expect(() => add({ name: IN_DEMO })).toThrow('nameTaken')
    add()
    expect(() => add()).toThrow('nameTaken')
    expect(() => add({ convenerId: personId('Pia Storm') })).toThrow()
  })

  test('is not one of the fora: they are six, in lists, in the overview and on the seat map', () => {
    add()
    expect(listForums(mette, TODAY)).toHaveLength(6)
    expect(overview(mette, TODAY).forums).toHaveLength(6)
    expect(getSeatMap(mette, TODAY).forums).toHaveLength(6)
    expect(names(getSeatMap(mette, TODAY, 'bispebjerg-praksisnetvaerk-bispebjerg').forums)).toContain(
      'Praksisnetværk, Bispebjerg',
    )
  })

  test('cannot be stored without a forum above it, nor a forum with one', () => {
    const set = (change: Partial<typeof forums.$inferInsert>, slug: string) =>
      database.update(forums).set(change).where(eq(forums.slug, slug)).run()
    expect(() => set({ parentId: forumId('bispebjerg') }, 'noerrebro')).toThrow(/CHECK/)
    expect(() => set({ parentId: null }, add())).toThrow(/CHECK/)
  })
})

describe('who sees a group', () => {
  const groupsOf = (name: string) => names(listGroups(viewerOf(name), TODAY))

  test('is who sits in it, and who sees every forum', () => {
    for (const name of ['Mette Holm', 'Karen Lund', 'Ruth Vind'])
      expect(groupsOf(name)).toEqual([IN_DEMO, 'Arbejdsgruppe om Mozartsgade'])
    for (const name of ['Line Krogh', 'Åse Aagaard', 'Rikke Hedelund'])
      expect(groupsOf(name)).toEqual([IN_DEMO])
    // The first two sit in the forum above it.
    for (const name of ['Søren Bak', 'Lars Nygaard', 'Erik Dam']) expect(groupsOf(name)).toEqual([])
    expect(() => getForum(viewerOf('Søren Bak'), 'noerrebro-arbejdsgruppe-om-fritidsjob')).toThrow(NotFound)
  })

  test('a seat in the group alone opens the group alone', () => {
    const slug = add()
    const withdrawn = { validFrom: '2026-01-01', validTo: '2025-12-31' }
    database
      .update(seats)
      .set(withdrawn)
      .where(eq(seats.personId, personId('Søren Bak')))
      .run()
    seat('Søren Bak', 'BIF', slug)
    const sees = listForumsAndGroups(viewerOf('Søren Bak'), TODAY)
    expect(names(sees)).toEqual(['Praksisnetværk, Bispebjerg'])
  })

  test('its meetings are planned as any other, numbered by themselves, and read by its members', () => {
    const slug = add()
    seat('Pia Storm', 'fsb', slug)
    const day = { heldOn: '2028-02-10', startsAt: '14:00', durationMinutes: 60, place: '', link: '' }
    const more = { sagsnr: null, dokumentnr: null, proposalsUntil: null, confirm: [] }
    const id = planMeeting(mette, { forumId: forumId(slug), ...day, ...more }, DEMO_NOW)
    announceMeeting(mette, { id }, DEMO_NOW)
    expect(database.select().from(meetings).where(eq(meetings.id, id)).get()).toMatchObject({ number: 1 })
    const seen = (name: string) => listMeetings(viewerOf(name), { forum: slug, when: 'coming' }, TODAY)
    expect(seen('Pia Storm').map((meeting) => meeting.forum.name)).toEqual(['Praksisnetværk, Bispebjerg'])
    expect(seen('Erik Dam')).toEqual([])
  })
})

test('a new forum has nothing above it', () => {
  const slug = addForum(
    mette,
    {
      area: 'Sydhavnen',
      name: 'Boligsocialt Forum Sydhavnen',
      source: 'Aftalt på møde',
      rhythm: '',
      mark: 'circle',
      convenerId: null,
      deputyConvenerId: null,
      validFrom: null,
      validTo: null,
    },
    DEMO_NOW,
  )
  expect(getForum(mette, slug)).toMatchObject({ kind: 'forum', parentId: null })
})

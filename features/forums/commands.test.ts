import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { events, forums } from '@/db/schema'
import { planMeeting } from '@/features/meetings/commands'
import { today } from '@/lib/dates'
import { Conflict, NotFound } from '@/lib/errors'
import { DEMO_NOW, demoDatabase, forumId, personId, viewerOf } from '@/test/demo'
import { addForum, changeForum } from './commands'
import { listAllForums } from './queries/administration'
import { listForums } from './queries/forums'
import { slugOf } from './rules'

beforeEach(() => {
  demoDatabase()
})

const mette = () => viewerOf('Mette Holm')
const known = (slug = 'noerrebro') => {
  const forum = listAllForums(mette()).find((one) => one.slug === slug)
  if (!forum) throw new Error(`There is no forum ${slug}.`)
  const { slug: _slug, area: _area, convener: _convener, ...fields } = forum
  return { ...fields, confirm: [] as string[] }
}
const added = {
  area: 'Sydhavnen',
  name: 'Boligsocialt Forum Sydhavnen',
  source: 'Aftalt på møde',
  rhythm: '',
  mark: 'circle' as const,
  convenerId: null,
  deputyConvenerId: null,
  validFrom: '2027-01-01',
  validTo: null,
}

describe('a forum', () => {
  test('is added with its area and an address of its own', () => {
    expect(addForum(mette(), added, DEMO_NOW)).toBe('sydhavnen')
    expect(listForums(mette(), today(DEMO_NOW)).map(({ slug }) => slug)).toContain('sydhavnen')
    expect(() => addForum(mette(), { ...added, name: 'Et andet' }, DEMO_NOW)).toThrow('nameTaken')
    expect(() => addForum(mette(), { ...added, area: '→' }, DEMO_NOW)).toThrow('nameWithoutLetters')
  })

  test('is changed by the team alone, with an event', () => {
    changeForum(
      mette(),
      { ...known(), convenerId: personId('Jonas Friis'), deputyConvenerId: null },
      DEMO_NOW,
    )
    expect(listForums(mette(), today(DEMO_NOW))[0]?.convener).toBe('Jonas Friis')
    const [event] = db().select().from(events).where(eq(events.kind, 'forum.changed')).all().slice(-1)
    expect(event?.data).toMatchObject({ convenerId: personId('Jonas Friis') })
    for (const name of ['Karen Lund', 'Pia Storm', 'Ruth Vind']) {
      expect(() => changeForum(viewerOf(name), known(), DEMO_NOW)).toThrow('notAllowed')
      expect(() => addForum(viewerOf(name), added, DEMO_NOW)).toThrow('notAllowed')
      expect(() => listAllForums(viewerOf(name))).toThrow(NotFound)
    }
  })

  test('is convened by a coordinator, and not deputised by the same', () => {
    const change = (convenerId: string, deputyConvenerId: string | null = null) =>
      changeForum(mette(), { ...known(), convenerId, deputyConvenerId }, DEMO_NOW)
    expect(() => change(personId('Pia Storm'))).toThrow(NotFound)
    expect(() => change('nobody')).toThrow(NotFound)
    expect(() => change(personId('Mette Holm'), personId('Mette Holm'))).toThrow('ownDeputy')
  })

  test('ends after a doubt when meetings lie beyond, and takes no new ones then', () => {
    const ending = { ...known(), validTo: '2026-11-22' }
    expect(() => changeForum(mette(), ending, DEMO_NOW)).toThrow('forumHasMeetings')
    changeForum(mette(), { ...ending, confirm: ['forumHasMeetings'] }, DEMO_NOW)
    const meeting = {
      startsAt: '14:00',
      durationMinutes: 90,
      place: '',
      link: '',
      sagsnr: null,
      dokumentnr: null,
      proposalsUntil: null,
    }
    const plan = () =>
      planMeeting(
        mette(),
        { ...meeting, forumId: forumId('noerrebro'), heldOn: '2026-12-14', confirm: [] },
        DEMO_NOW,
      )
    expect(plan).toThrow('forumNotOpen')
    changeForum(mette(), { ...known(), validTo: null }, DEMO_NOW)
    expect(plan).not.toThrow()
  })

  test('changed by two people keeps the first and shows it to the second', () => {
    const read = known()
    changeForum(mette(), { ...read, rhythm: 'Mødes hver måned' }, DEMO_NOW)
    expect(() => changeForum(viewerOf('Jonas Friis'), { ...read, rhythm: 'Sjældent' }, DEMO_NOW)).toThrow(
      Conflict,
    )
    expect(db().select().from(forums).where(eq(forums.slug, 'noerrebro')).get()?.rhythm).toBe(
      'Mødes hver måned',
    )
  })
})

test.each([
  ['Vesterbro/Sydhavnen', 'vesterbro-sydhavnen'],
  ['Nørrebro', 'noerrebro'],
  ['  Ærø & Ø ', 'aeroe-oe'],
  ['→', ''],
])('the address of %s is %s', (name, slug) => expect(slugOf(name)).toBe(slug))

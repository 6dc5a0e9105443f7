import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { classifications, meetings, methods, proposals } from '@/db/schema'
import { Conflict, NotFound, Refused } from '@/lib/errors'
import type { Viewer } from '@/policy'
import { DEMO_NOW, demoDatabase, forumId, viewerOf } from '@/test/demo'
import { addMethod, changeMethod, proposeMethod, setTrial } from './commands'
import { getMethod, listMethods } from './queries'

let database: Database
let mette: Viewer
beforeEach(() => {
  database = demoDatabase()
  mette = viewerOf('Mette Holm')
})

const words = {
  title: 'Fælleskøkken',
  description: 'Man laver mad sammen.',
  activityKindId: null,
  evidence: 'Flere kom.',
  link: '',
}
const cafe = () =>
  database.select().from(methods).where(eq(methods.title, 'Rådgiver i beboercaféen')).get()!.id
const trial = { result: 'works' as const, triedBy: 'fsb', startedOn: null, note: '' }
const inForums = (viewer: Viewer, id: string) =>
  getMethod(viewer, id).trials.map(({ slug, result }) => [slug, result])

describe('a method', () => {
  test('is written down by the team, once, and changed without overwriting anybody', () => {
    const id = addMethod(mette, words, DEMO_NOW)
    expect(() => addMethod(mette, words, DEMO_NOW)).toThrow('nameTaken')
    changeMethod(mette, { id, version: 1, ...words, evidence: 'Mange kom.' }, DEMO_NOW)
    expect(() => changeMethod(mette, { id, version: 1, ...words, evidence: 'Andet' }, DEMO_NOW)).toThrow(
      Conflict,
    )
    const { id: activityKindId } = database
      .select()
      .from(classifications)
      .where(eq(classifications.slug, 'tryghed'))
      .get()!
    expect(() => addMethod(mette, { ...words, title: 'Anden', activityKindId }, DEMO_NOW)).toThrow('unknown')
  })

  test.each(['Karen Lund', 'Søren Bak', 'Pia Storm', 'Lars Nygaard', 'Ruth Vind'])(
    '%s reads methods and writes none',
    (name) => {
      const viewer = viewerOf(name)
      expect(listMethods(viewer)).toHaveLength(2)
      expect(() => addMethod(viewer, words, DEMO_NOW)).toThrow('notAllowed')
      expect(() => changeMethod(viewer, { id: cafe(), version: 1, ...words }, DEMO_NOW)).toThrow('notAllowed')
      expect(() =>
        setTrial(viewer, { methodId: cafe(), forumId: forumId('bispebjerg'), ...trial }, DEMO_NOW),
      ).toThrow('notAllowed')
      expect(() =>
        proposeMethod(viewer, { methodId: cafe(), forumId: forumId('bispebjerg') }, DEMO_NOW),
      ).toThrow('notAllowed')
    },
  )

  test('one reads what was tried in the forums one looks into, and no other', () => {
    expect(inForums(mette, cafe())).toEqual([
      ['noerrebro', 'trying'],
      ['vesterbro-sydhavnen', 'works'],
    ])
    const lars = viewerOf('Lars Nygaard')
    expect(inForums(lars, cafe())).toEqual([['noerrebro', 'trying']])
    expect(listMethods(lars).flatMap(({ trials }) => trials.map(({ slug }) => slug))).not.toContain(
      'vesterbro-sydhavnen',
    )
  })

  test('says how it goes in each forum, the latest word standing', () => {
    setTrial(mette, { methodId: cafe(), forumId: forumId('noerrebro'), ...trial }, DEMO_NOW)
    expect(inForums(mette, cafe())[0]).toEqual(['noerrebro', 'works'])
    expect(() =>
      setTrial(mette, { methodId: 'x', forumId: forumId('noerrebro'), ...trial }, DEMO_NOW),
    ).toThrow(NotFound)
    expect(() => setTrial(mette, { methodId: cafe(), forumId: 'x', ...trial }, DEMO_NOW)).toThrow(NotFound)
  })
})

describe('proposed to another forum', () => {
  test('it is a proposal for that forum’s next meeting, with what is known of it', () => {
    proposeMethod(mette, { methodId: cafe(), forumId: forumId('bispebjerg') }, DEMO_NOW)
    const proposal = database
      .select()
      .from(proposals)
      .where(eq(proposals.title, 'Rådgiver i beboercaféen'))
      .get()!
    expect(proposal).toMatchObject({
      forumId: forumId('bispebjerg'),
      state: 'suggested',
      visibility: 'forum',
    })
    expect(proposal.description).toContain('Flere familier kommer i kontakt')
    expect(inForums(mette, cafe())).toContainEqual(['bispebjerg', 'proposed'])
  })

  test('which knows it, or has no meeting planned, it is refused in a sentence', () => {
    expect(() => proposeMethod(mette, { methodId: cafe(), forumId: forumId('noerrebro') }, DEMO_NOW)).toThrow(
      new Refused('methodKnown', undefined, 'forumId'),
    )
    database
      .update(meetings)
      .set({ state: 'cancelled' })
      .where(eq(meetings.forumId, forumId('bispebjerg')))
      .run()
    expect(() =>
      proposeMethod(mette, { methodId: cafe(), forumId: forumId('bispebjerg') }, DEMO_NOW),
    ).toThrow(new Refused('noComingMeeting', undefined, 'forumId'))
    expect(inForums(mette, cafe())).toHaveLength(2)
  })
})

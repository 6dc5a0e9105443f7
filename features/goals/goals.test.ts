import { beforeEach, expect, test } from 'vitest'
import { Conflict, NotFound } from '@/lib/errors'
import { DEMO_NOW, demoDatabase, forumId, viewerOf } from '@/test/demo'
import { addGoal, changeGoal } from './commands'
import { changeGoalInput } from './input'
import { listGoals } from './queries'

const TODAY = '2026-11-23'
beforeEach(() => {
  demoDatabase()
})
const titles = (name: string, slug = 'noerrebro', day = TODAY) =>
  listGoals(viewerOf(name), day, forumId(slug)).map(({ title }) => title)

test('a forum’s goals are read by who reads the forum, and set by the team', () => {
  addGoal(
    viewerOf('Mette Holm'),
    { forumId: forumId('noerrebro'), title: 'Tryg gård', validFrom: null, validTo: null },
    DEMO_NOW,
  )
  for (const name of ['Mette Holm', 'Pia Storm', 'Lars Nygaard'])
    expect(titles(name)).toEqual([
      'Flere unge i fritidsjob',
      'Familier kender kommunens rådgivning',
      'Tryg gård',
    ])
  expect(titles('Lars Nygaard', 'bispebjerg')).toEqual([])
  for (const name of ['Karen Lund', 'Pia Storm', 'Ruth Vind'])
    expect(() =>
      addGoal(
        viewerOf(name),
        { forumId: forumId('noerrebro'), title: 'x', validFrom: null, validTo: null },
        DEMO_NOW,
      ),
    ).toThrow('notAllowed')
})

test('a goal ends on its day, and two people do not overwrite each other', () => {
  const mette = viewerOf('Mette Holm')
  const [goal] = listGoals(mette, TODAY, forumId('noerrebro'))
  const { id, version, title } = goal!
  changeGoal(mette, { id, version, title, validFrom: null, validTo: '2026-12-31' }, DEMO_NOW)
  expect(titles('Mette Holm', 'noerrebro', '2026-12-31')).toContain(title)
  expect(titles('Mette Holm', 'noerrebro', '2027-01-01')).not.toContain(title)
  const again = { id, version, title: 'Andet', validFrom: null, validTo: null }
  expect(() => changeGoal(mette, again, DEMO_NOW)).toThrow(Conflict)
  expect(() => changeGoal(mette, { ...again, id: 'nowhere' }, DEMO_NOW)).toThrow(NotFound)
  expect(() => changeGoal(viewerOf('Pia Storm'), again, DEMO_NOW)).toThrow('notAllowed')
  const reversed = { id, version: '1', title, validFrom: '2.1.2027', validTo: '1.1.2027' }
  expect(changeGoalInput.safeParse(reversed).error?.issues[0]).toMatchObject({ path: ['validTo'] })
})

test('all forums’ goals are those of the forums one may see', () => {
  const forumsOf = (name: string) => listGoals(viewerOf(name), TODAY).map(({ forum }) => forum.slug)
  expect(new Set(forumsOf('Lars Nygaard'))).toEqual(new Set(['noerrebro']))
  expect(forumsOf('Mette Holm').length).toBeGreaterThanOrEqual(forumsOf('Lars Nygaard').length)
})

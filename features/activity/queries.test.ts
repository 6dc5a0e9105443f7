import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { meetings } from '@/db/schema'
import { NotFound } from '@/lib/errors'
import { demoDatabase, personId, viewerOf } from '@/test/demo'
import { sourceFiles } from '@/test/source-tree'
import da from '../../i18n/da/events.json'
import { eventsAsCsv } from './exports'
import { EVENTS_ON_A_PAGE, listActors, listAllEvents, listEvents } from './queries'
import { SUBJECTS } from './rules'

beforeEach(() => {
  demoDatabase()
})

describe('the record of changes', () => {
  test.each(['Karen Lund', 'Søren Bak', 'Pia Storm', 'Lars Nygaard'])('is not there for %s', (name) => {
    const viewer = viewerOf(name)
    for (const read of [listEvents, listAllEvents]) expect(() => read(viewer, {})).toThrow(NotFound)
    expect(() => listActors(viewer)).toThrow(NotFound)
  })

  test('is whole for a coordinator, the newest first, a page at a time', () => {
    const mette = viewerOf('Mette Holm')
    const all = listAllEvents(mette, {})
    expect(all.length).toBe(db().$client.prepare('SELECT count(*) FROM events').pluck().get())
    const first = listEvents(mette, {})
    expect(first).toHaveLength(EVENTS_ON_A_PAGE + 1)
    const next = listEvents(mette, { before: first[EVENTS_ON_A_PAGE - 1]?.seq })
    expect(next[0]?.seq).toBe(first[EVENTS_ON_A_PAGE]?.seq)
  })

  test('holds for the auditor what was sent, never a draft and never who signed in', () => {
    const seen = listAllEvents(viewerOf('Ruth Vind'), {})
    const about = new Set(seen.map(({ subjectKind }) => subjectKind))
    expect(about).toEqual(new Set(['meeting', 'agenda-item', 'minutes', 'note', 'decision', 'action-item']))
    const drafts = db()
      .select()
      .from(meetings)
      .all()
      .filter(({ announcedAt }) => !announcedAt)
    expect(drafts.length).toBeGreaterThan(0)
    for (const { id } of drafts) expect(seen.map(({ subjectId }) => subjectId)).not.toContain(id)
  })

  test('is narrowed by person, forum, kind and days of Copenhagen', () => {
    const mette = viewerOf('Mette Holm')
    const id = personId('Mette Holm')
    const hers = listAllEvents(mette, {
      person: id,
      forum: 'noerrebro',
      about: 'meeting',
      from: '2026-01-01',
      to: '2026-06-30',
    })
    expect(hers.length).toBeGreaterThan(0)
    expect(new Set(hers.map(({ actor }) => actor))).toEqual(new Set(['Mette Holm']))
    expect(new Set(hers.map(({ forumSlug }) => forumSlug))).toEqual(new Set(['noerrebro']))
    for (const { at } of hers) {
      expect(
        at.toISOString() >= '2025-12-31T23:00:00.000Z' && at.toISOString() < '2026-06-30T22:00:00.000Z',
      ).toBe(true)
    }
  })
})

test('the export defuses what a spreadsheet would take for a formula', () => {
  const [event] = listAllEvents(viewerOf('Mette Holm'), {})
  if (!event) throw new Error('The demo has no event.')
  const csv = eventsAsCsv([{ ...event, title: '=HYPERLINK("http://evil")', actor: '@SUM(A1)' }])
  expect(csv.startsWith('\uFEFFseq;at;')).toBe(true)
  expect(csv).toContain(`'=HYPERLINK`)
  expect(csv).toContain(`'@SUM`)
})

describe('every event has words', () => {
  const text = sourceFiles('features', 'auth', 'cli', 'jobs', 'db')
    .filter(({ path }) => !path.endsWith('.test.ts'))
    .map((file) => file.text)
    .join('\n')

  test('each kind that is recorded anywhere is said in a sentence', () => {
    // Where an event is recorded its kind follows upon `kind:`, alone or in a choice; other dotted words are texts.
    const kinds = [...text.matchAll(/\bkind: ([^,}]+)/g)]
      .flatMap(([, chosen = '']) => [...chosen.matchAll(/'([a-z-]+)\.([a-z-]+)'/g)])
      .map(([, subject = '', kind = '']) => [subject, kind] as const)
      .filter(([subject]) => (SUBJECTS as readonly string[]).includes(subject))
    expect(kinds.length).toBeGreaterThan(30)
    const said = da.kinds as Record<string, Record<string, string>>
    expect(kinds.filter(([subject, kind]) => !said[subject]?.[kind]).map((kind) => kind.join('.'))).toEqual(
      [],
    )
  })

  test('each kind in the demo too, and each thing an event is about', () => {
    const said = da.kinds as Record<string, Record<string, string>>
    for (const { kind, subjectKind } of listAllEvents(viewerOf('Mette Holm'), {})) {
      const [subject = '', change = ''] = kind.split('.')
      expect(said[subject]?.[change], kind).toBeTruthy()
      expect(SUBJECTS).toContain(subjectKind)
    }
  })
})

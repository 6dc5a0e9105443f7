import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { periods } from '@/db/schema'
import { contentHash } from '@/test/content-hash'
import { DEMO_NOW, demoDatabase, viewerOf } from '@/test/demo'
import { everyWrite, type NamedWrite } from './writes'

const { writes } = await everyWrite()
const saving = writes.filter(({ command }) => command)

/** What stays possible after the team's last day: what brings it on, and what is one's own (ADR 23). */
const STAYS_POSSIBLE = [
  'addPeriodAction',
  'changePeriodAction',
  'changeMailPreferencesAction',
  'revokeFeedAction',
]
const DAY_AFTER = '2026-11-22'

function end() {
  db().update(periods).set({ teamEndsOn: DAY_AFTER }).run()
}

/** The guard stands before everything a command does, so that nothing needs to be right about what is sent. */
async function answerTo({ command }: NamedWrite, name: string): Promise<string> {
  const person = viewerOf(name)
  try {
    await command?.(person, {} as never, DEMO_NOW)
    return 'done'
  } catch (error) {
    return (error as Error).message
  }
}

describe('after the last day the team is paid for', () => {
  let untouched: string
  beforeAll(() => {
    demoDatabase()
    end()
    untouched = contentHash(db().$client)
  })

  test('every write of a coordinator is refused, save those that are named', async () => {
    expect(saving.length).toBeGreaterThan(100)
    const answers = await Promise.all(
      saving.map(async (write) => [write.name, await answerTo(write, 'Mette Holm')] as const),
    )
    const possible = answers.filter(([, answer]) => answer !== 'teamHasEnded').map(([name]) => name)
    expect(possible.sort()).toEqual([...STAYS_POSSIBLE].sort())
    expect(contentHash(db().$client)).toBe(untouched)
  })

  test.each(['Karen Lund', 'Søren Bak', 'Pia Storm', 'Lars Nygaard'])(
    '%s goes on as before',
    async (name) => {
      db().$client.exec('BEGIN')
      const answers = await Promise.all(saving.map((write) => answerTo(write, name)))
      db().$client.exec('ROLLBACK')
      expect(answers).not.toContain('teamHasEnded')
    },
  )
})

describe('the team’s last day', () => {
  beforeEach(() => {
    demoDatabase()
  })
  const ended = () => viewerOf('Mette Holm').teamEndedOn

  test('is the last of all periods, and has come only when none carries the team on', () => {
    expect(ended()).toBeNull()
    end()
    expect(ended()).toBe(DAY_AFTER)
    const following = { id: 'p', name: 'Næste', startsOn: '2026-11-23', endsOn: '2027-12-31', source: 'x' }
    db().insert(periods).values(following).run()
    expect(ended()).toBe(DAY_AFTER)
    db().update(periods).set({ teamEndsOn: '2026-11-23' }).run()
    expect(ended()).toBeNull()
  })

  test('has not come where no period says when it is', () => {
    db().update(periods).set({ teamEndsOn: null }).run()
    expect(ended()).toBeNull()
  })

  test('has not come for a team whose first period is still to begin', () => {
    db().update(periods).set({ startsOn: '2027-01-01', teamEndsOn: '2027-12-31' }).run()
    expect(ended()).toBeNull()
  })
})

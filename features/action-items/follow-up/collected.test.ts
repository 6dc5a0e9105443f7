import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { actionItems, outbox } from '@/db/schema'
import { NotFound, Question, Refused } from '@/lib/errors'
import type { Viewer } from '@/policy'
import { DEMO_NOW, demoDatabase, partyId, personId, viewerOf } from '@/test/demo'
import { give, stamp, stopEveryReminder, textOf } from '@/test/follow-up'
import { reportDone } from '../commands/answer'
import { chaseParty } from './commands'
import { listLateParties } from './queries'

let database: Database
let mette: Viewer
let soeren: Viewer

beforeEach(() => {
  database = demoDatabase()
  mette = viewerOf('Mette Holm')
  soeren = viewerOf('Søren Bak')
  stopEveryReminder()
})

describe('a collected reminder', () => {
  const late = (person: string, title: string, dueOn = '2026-11-20') => give({ dueOn, person, title })
  const chase = (person = mette, confirm: string[] = []) =>
    chaseParty(person, { partyId: partyId('BIF'), confirm }, DEMO_NOW)
  const chasers = () => database.select().from(outbox).where(eq(outbox.kind, 'chaser')).all()
  beforeEach(() => {
    database.update(actionItems).set({ state: 'cancelled' }).run()
  })

  test('goes to those of the party who have something late, with all of it, and waits ten minutes', async () => {
    late('Søren Bak', 'Listen')
    late('Louise Damsbo', 'Brevet')
    give({ dueOn: '2026-12-20', title: 'Ikke endnu' })
    give({ dueOn: '2026-11-20', party: 'BUF', person: 'Line Krogh', title: 'En andens' })
    expect(chase()).toBe(2)
    expect(
      chasers()
        .map(({ recipientId }) => recipientId)
        .sort(),
    ).toEqual(['Søren Bak', 'Louise Damsbo'].map(personId).sort())
    expect(chasers()[0]?.notBefore).toEqual(new Date(DEMO_NOW.getTime() + 600_000))
    const text = await textOf(chasers()[0]!)
    expect(text).toMatch(/Mette Holm[\s\S]*Listen|Brevet/)
    expect(text).not.toMatch(/Ikke endnu|En andens/)
  })

  test('a second one the same day asks first', () => {
    late('Søren Bak', 'Listen')
    chase()
    expect(() => chase()).toThrow(new Question('partyId', 'chasedToday'))
    expect(chase(mette, ['chasedToday'])).toBe(1)
  })

  test('is not written when nothing is late any more, and nobody else sends one', async () => {
    const id = late('Søren Bak', 'Listen')
    chase()
    reportDone(soeren, { ...stamp(id), evidence: 'Sendt', link: '' }, DEMO_NOW)
    expect(await textOf(chasers()[0]!)).toBe('overtaken')
    expect(() => chase()).toThrow(new Refused('nothingLate'))
    expect(() => chase(soeren)).toThrow(new Refused('notAllowed'))
    expect(() => listLateParties(soeren, '2026-11-23')).toThrow(NotFound)
  })
})

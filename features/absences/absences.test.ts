import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { absences, events, people } from '@/db/schema'
import { NotFound, Refused } from '@/lib/errors'
import type { Viewer } from '@/policy'
import { DEMO_NOW, demoDatabase, personId, viewerOf } from '@/test/demo'
import { endAbsence, setAbsence } from './commands'
import { setAbsenceInput } from './input'
import { deputiesOn, listAbsences, listOwnAbsences, listPossibleDeputies, standInFor } from './queries'

const TODAY = '2026-11-23'
let database: Database
let soeren: Viewer
beforeEach(() => {
  database = demoDatabase()
  soeren = viewerOf('Søren Bak')
})

const away = (person: Viewer, deputy: string, fromDay = TODAY, toDay = '2026-11-27') =>
  setAbsence(person, { fromDay, toDay, deputyId: personId(deputy) }, DEMO_NOW)
const inFor = (name: string, day = TODAY) => standInFor(personId(name), deputiesOn(database, day))

describe('an absence', () => {
  test('has a deputy from the same party, and ends by itself', () => {
    away(soeren, 'Louise Damsbo')
    expect(inFor('Søren Bak')).toBe(personId('Louise Damsbo'))
    expect(inFor('Søren Bak', '2026-11-27')).toBe(personId('Louise Damsbo'))
    expect(inFor('Søren Bak', '2026-11-28')).toBe(soeren.personId)
    const known = { personId: soeren.personId, fromDay: TODAY, toDay: '2026-11-27', deputy: 'Louise Damsbo' }
    expect(listAbsences(viewerOf('Mette Holm'), [soeren.personId], TODAY)).toEqual([known])
    expect(listAbsences(viewerOf('Mette Holm'), [soeren.personId], '2026-11-28')).toEqual([])
    expect(listAbsences(viewerOf('Pia Storm'), [soeren.personId], TODAY)).toEqual([])
    expect(database.select().from(events).where(eq(events.kind, 'person.absent')).all()).toHaveLength(1)
  })

  test('is refused with a deputy from elsewhere, oneself, days that overlap or are over', () => {
    const unknown = new Refused('unknown', undefined, 'deputyId')
    expect(() => away(soeren, 'Line Krogh')).toThrow(unknown)
    expect(() => away(soeren, 'Søren Bak')).toThrow(unknown)
    expect(() => away(soeren, 'Louise Damsbo', '2026-11-01', '2026-11-22')).toThrow(
      new Refused('absenceOver', undefined, 'toDay'),
    )
    away(soeren, 'Louise Damsbo')
    expect(() => away(soeren, 'Louise Damsbo', '2026-11-27', '2026-12-01')).toThrow(
      new Refused('absenceOverlaps', undefined, 'fromDay'),
    )
    const typed = { fromDay: '2.12.2026', toDay: '1.12.2026', deputyId: personId('Louise Damsbo') }
    expect(setAbsenceInput.safeParse(typed).error?.issues[0]).toMatchObject({
      path: ['toDay'],
      params: { key: 'datesReversed' },
    })
  })

  test('is one’s own to take back, and an auditor has none', () => {
    away(soeren, 'Louise Damsbo')
    const { id } = database.select().from(absences).get()!
    expect(() => endAbsence(viewerOf('Line Krogh'), { id }, DEMO_NOW)).toThrow(NotFound)
    endAbsence(soeren, { id }, DEMO_NOW)
    expect(listOwnAbsences(soeren, TODAY)).toEqual([])
    expect(inFor('Søren Bak')).toBe(soeren.personId)
    expect(() => endAbsence(soeren, { id }, DEMO_NOW)).toThrow(NotFound)
    expect(() => away(viewerOf('Ruth Vind'), 'Louise Damsbo')).toThrow(new Refused('notAllowed'))
  })
})

describe('a line of deputies', () => {
  test('ends with the first who is here, and in a circle with the one who began it', () => {
    away(soeren, 'Louise Damsbo')
    away(viewerOf('Louise Damsbo'), 'Karen Lund')
    expect(inFor('Søren Bak')).toBe(personId('Karen Lund'))
    away(viewerOf('Karen Lund'), 'Søren Bak')
    expect(inFor('Søren Bak')).toBe(soeren.personId)
  })

  test('ends with a deputy who was shut out', () => {
    away(soeren, 'Louise Damsbo')
    database.update(people).set({ deactivatedAt: DEMO_NOW }).where(eq(people.name, 'Louise Damsbo')).run()
    expect(inFor('Søren Bak')).toBe(soeren.personId)
    expect(listPossibleDeputies(soeren).map(({ name }) => name)).not.toContain('Louise Damsbo')
  })
})

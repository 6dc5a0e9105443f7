import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { migrate } from '@/db/migrate'
import { openDatabase } from '@/db/open'
import { actionItemSteps, actionItems, events, meetings, minutes } from '@/db/schema'
import { localTime, plainDateOf } from '@/lib/dates'
import { isWorkingDay } from '@/lib/working-days'
import { seedDemo } from './demo'

describe('on whatever day it is made', () => {
  test.each([
    '2026-12-24T07:00:00Z',
    '2027-01-02T22:30:00Z',
    '2027-03-28T00:59:00Z',
    '2027-07-21T05:00:00Z',
    '2027-10-24T12:00:00Z',
    '2028-05-31T20:00:00Z',
  ])(
    '%s: meetings on working days, steps in order, nothing from the future',
    (moment) => {
      const now = new Date(moment)
      const database = openDatabase(':memory:', { create: true })
      migrate(database.$client, now)
      seedDemo(database, now)

      const held = database.select().from(meetings).all()
      expect(held.filter(({ heldOn }) => !isWorkingDay(heldOn))).toEqual([])
      expect(
        held.filter(({ state, heldOn }) => ['held', 'closed'].includes(state) && heldOn >= plainDateOf(now)),
      ).toEqual([])
      expect(
        database
          .select()
          .from(actionItems)
          .all()
          .filter(({ dueOn }) => !isWorkingDay(dueOn)),
      ).toEqual([])

      const steps = database.select().from(actionItemSteps).orderBy(actionItemSteps.at).all()
      const last = new Map<string, { at: Date; id: string }>()
      for (const step of steps) {
        const before = last.get(step.actionItemId)
        if (before) expect(step.at.getTime()).toBeGreaterThan(before.at.getTime())
        else expect(step.step).toBe('created')
        last.set(step.actionItemId, step)
      }
      const told = database.select().from(events).orderBy(events.seq).all()
      const times = told.map(({ at }) => at.getTime())
      expect(Math.max(...times)).toBeLessThanOrEqual(now.getTime())
      expect(times).toEqual(times.toSorted((a, b) => a - b))
      const review = database.select().from(minutes).where(eq(minutes.state, 'in_review')).get()
      expect((review?.reviewUntil ?? '') > plainDateOf(now)).toBe(true)
      expect(localTime(held[0]!.startedAt!)).toBe(held[0]!.startsAt)
    },
    30_000,
  )
})

import { and, inArray, isNull } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { actionItems, reminders } from '@/db/schema'
import { addDays, plainDateOf } from '@/lib/dates'
import { isWorkingDay } from '@/lib/working-days'
import { demoDatabase } from '@/test/demo'
import { at, give, mails, stopEveryReminder, stored } from '@/test/follow-up'
import { rungDay } from './rules'
import { followUp } from './sending'

let database: Database

beforeEach(() => {
  database = demoDatabase()
  stopEveryReminder()
})

test('a year with a thousand items: every reminder on its day, none twice, one mail a day to each at most', () => {
  const names = ['Søren Bak', 'Line Krogh', 'Thomas Ellegaard', 'Anders Vinding', 'Signe Ravn'] as const
  const parties = ['BIF', 'BUF', 'SOF', 'TMF', 'ØKF'] as const
  const start = '2027-01-04'
  const ids = Array.from({ length: 1000 }, (_, index) => {
    const who = index % names.length
    const dueOn = addDays('2027-01-18', (index * 7) % 330)
    return give({
      dueOn,
      party: parties[who],
      person: names[who],
      title: `Nr. ${index}`,
      at: at(start, '06:00'),
    })
  })
  // Every third is reported done on its day, after the reminder of that morning.
  const done = new Set(ids.filter((_, index) => index % 3 === 0))
  const dueOn = new Map(ids.map((id) => [id, stored(id).dueOn]))
  const written: [string, number][] = []
  for (let day = start; day <= '2028-01-31'; day = addDays(day, 1)) {
    followUp(at(day))
    followUp(at(day, '08:00'))
    const today = [...done].filter((id) => dueOn.get(id) === day)
    if (today.length > 0) {
      database
        .update(actionItems)
        .set({ state: 'reported_done' })
        .where(and(inArray(actionItems.id, today), isNull(actionItems.closedAt)))
        .run()
    }
  }
  const all = database.select().from(reminders).all()
  const wrong = all.filter(({ rung, dueOn, remindedAt }) => plainDateOf(remindedAt) !== rungDay(rung, dueOn))
  expect(wrong).toEqual([])
  expect(new Set(all.map(({ actionItemId, rung }) => `${actionItemId} ${rung}`)).size).toBe(all.length)
  for (const rung of ['before', 'due', 'issuer', 'convener'] as const) {
    const expected = ids.filter((id) => {
      if (!done.has(id)) return true
      // Reported on the very day: the reminder of a closed day would have come later.
      return rung === 'before' || (rung === 'due' && isWorkingDay(dueOn.get(id)!))
    })
    expect(
      all
        .filter((row) => row.rung === rung)
        .map(({ actionItemId }) => actionItemId)
        .sort(),
    ).toEqual(expected.sort())
    for (const month of [
      ...new Set(all.map(({ remindedAt }) => plainDateOf(remindedAt).slice(0, 7))),
    ].sort()) {
      const count = all.filter(
        (row) => row.rung === rung && plainDateOf(row.remindedAt).startsWith(month),
      ).length
      written.push([`${month} ${rung}`, count])
    }
  }
  const mailed = mails('follow_up').map(
    ({ recipientId, createdAt }) => `${recipientId} ${plainDateOf(createdAt)}`,
  )
  expect(new Set(mailed).size).toBe(mailed.length)
  const months = [...new Set(written.map(([key]) => key.slice(0, 7)))]
  const cell = (month: string, rung: string) => written.find(([key]) => key === `${month} ${rung}`)?.[1] ?? 0
  const lines = months.map((month) =>
    [
      month,
      ...(['before', 'due', 'issuer', 'convener'] as const).map((rung) =>
        String(cell(month, rung)).padStart(9),
      ),
    ].join(''),
  )
  process.stdout.write(
    `\n1.000 items, ${all.length} reminders in ${mailed.length} mails, none twice\n          before      due   issuer convener\n${lines.join('\n')}\n`,
  )
}, 120_000)

import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { events, timetable } from '@/db/schema'
import { emptyDatabase } from '@/test/database'
import { runJob } from './run'
import { lastMoment, startTimetable } from './start'
import { type Job, TIMETABLE } from './timetable'

const at = (time: string) => new Date(`2026-11-23T${time}Z`)
const stateOf = (job: string) => db().select().from(timetable).where(eq(timetable.job, job)).get()

/** A job that counts its runs, entered into the timetable of an empty database. */
function countingJob(work: () => unknown = () => {}) {
  const runs: Date[] = []
  const job: Job = {
    schedule: '0 */15 * * * *',
    run: (now) => {
      runs.push(now)
      return work()
    },
  }
  db().insert(timetable).values({ job: 'count', schedule: job.schedule }).run()
  return { job, runs }
}

beforeEach(() => {
  emptyDatabase()
})

describe('a moment of the timetable', () => {
  test('is run once, however many claim it at the same time', async () => {
    const { job, runs } = countingJob()
    const claims = Array.from({ length: 10 }, () => runJob('count', job, at('09:15:00'), at('09:15:00')))
    const won = (await Promise.all(claims)).filter(Boolean)
    expect(won).toHaveLength(1)
    expect(runs).toHaveLength(1)
    expect(await runJob('count', job, at('09:00:00'), at('09:16:00'))).toBe(false)
    expect(await runJob('count', job, at('09:30:00'), at('09:30:00'))).toBe(true)
    expect(stateOf('count')).toMatchObject({ state: 'done', dueAt: at('09:30:00'), runs: 2, problem: null })
  })

  test('that fails is written down with its code, and the next one runs all the same', async () => {
    let fails = true
    const { job } = countingJob(() => {
      if (fails) throw Object.assign(new Error('pia@fsb.example'), { code: 'ECONNREFUSED' })
    })
    await runJob('count', job, at('09:15:00'), at('09:15:00'))
    expect(stateOf('count')).toMatchObject({ state: 'failed', problem: 'ECONNREFUSED' })
    expect(db().select().from(events).all()).toMatchObject([
      { actorKind: 'system', actorId: 'count', kind: 'job.failed', data: { problem: 'ECONNREFUSED' } },
    ])
    fails = false
    await runJob('count', job, at('09:30:00'), at('09:30:00'))
    expect(stateOf('count')).toMatchObject({ state: 'done', problem: null, runs: 2 })
  })

  test('with nothing due is not even claimed', async () => {
    const { job, runs } = countingJob()
    expect(await runJob('count', { ...job, due: () => false }, at('09:15:00'), at('09:15:00'))).toBe(false)
    expect(runs).toEqual([])
    expect(stateOf('count')).toMatchObject({ state: 'waiting', dueAt: null })
  })
})

describe('when the server starts', () => {
  test('what was missed is run once, not once for each moment', async () => {
    const { job, runs } = countingJob()
    await runJob('count', job, at('06:00:00'), at('06:00:00'))
    const stop = startTimetable(at('09:14:00'), { count: job })
    stop()
    expect(runs).toEqual([at('06:00:00'), at('09:14:00')])
    expect(stateOf('count')?.dueAt).toEqual(at('09:00:00'))
  })

  test('what ran for the newest moment is not run again', async () => {
    const { job, runs } = countingJob()
    await runJob('count', job, at('09:00:00'), at('09:00:00'))
    startTimetable(at('09:14:00'), { count: job })()
    expect(runs).toHaveLength(1)
  })

  test('what was running when the last one stopped is known not to have finished', () => {
    const { job } = countingJob()
    db()
      .update(timetable)
      .set({ state: 'running', dueAt: at('09:00:00'), startedAt: at('09:00:00') })
      .run()
    startTimetable(at('09:01:00'), { count: job })()
    expect(stateOf('count')).toMatchObject({ state: 'failed', problem: 'interrupted' })
  })

  test('a job that is no longer in the timetable is forgotten', () => {
    db().insert(timetable).values({ job: 'old', schedule: '* * * * * *' }).run()
    startTimetable(at('09:01:00'), {})()
    expect(stateOf('old')).toBeUndefined()
  })
})

test('moments are reckoned in Copenhagen time, on both nights when the clock is changed', () => {
  const nightly = { schedule: '0 40 3 * * *' }
  expect(lastMoment(nightly, new Date('2026-07-01T12:00:00Z'))).toEqual(new Date('2026-07-01T01:40:00Z'))
  expect(lastMoment(nightly, new Date('2026-10-25T12:00:00Z'))).toEqual(new Date('2026-10-25T02:40:00Z'))
  expect(lastMoment(nightly, new Date('2027-03-28T12:00:00Z'))).toEqual(new Date('2027-03-28T01:40:00Z'))
})

test('every job has a schedule that comes round', () => {
  for (const job of Object.values(TIMETABLE)) expect(lastMoment(job, at('09:00:00'))).toBeInstanceOf(Date)
})

test('a job that is new to the timetable waits for its next moment', () => {
  const runs: Date[] = []
  const job: Job = { schedule: '0 */15 * * * *', run: (now) => runs.push(now) }
  startTimetable(at('09:14:00'), { fresh: job })()
  expect(runs).toEqual([])
  expect(stateOf('fresh')).toMatchObject({ state: 'waiting', startedAt: null, runs: 0 })
})

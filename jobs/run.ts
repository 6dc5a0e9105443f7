import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { write } from '@/db/client'
import { timetable } from '@/db/schema'
import { record } from '@/features/activity/record'
import { log, problemOf } from '@/lib/log'
import type { Job } from './timetable'

/**
 * Runs a job for one moment of its schedule, once: whoever claims the moment first runs it, and nobody else.
 * False when there was nothing to do, or somebody else did it. A failure is written down and never thrown.
 * @param dueAt the moment of the schedule; a later one includes those missed before it
 */
export async function runJob(name: string, job: Job, dueAt: Date, now: Date): Promise<boolean> {
  try {
    if (job.due?.(now) === false || !claim(name, dueAt, now)) return false
  } catch (error) {
    log.error({ job: name, err: error }, 'job could not be claimed')
    return false
  }
  const began = performance.now()
  let failure: unknown
  try {
    await job.run(now)
  } catch (error) {
    failure = error ?? new Error('nothing was thrown')
  }
  const ms = Math.round(performance.now() - began)
  if (failure) log.error({ job: name, ms, err: failure }, 'job failed')
  else log.info({ job: name, ms }, 'job done')
  settle(name, failure, new Date(now.getTime() + ms))
  return true
}

const claim = (name: string, dueAt: Date, now: Date): boolean =>
  write((tx) => {
    const claimed = tx
      .update(timetable)
      .set({ state: 'running', dueAt, startedAt: now, finishedAt: null, problem: null })
      .where(and(eq(timetable.job, name), or(isNull(timetable.dueAt), lt(timetable.dueAt, dueAt))))
      .returning({ job: timetable.job })
      .get()
    return claimed !== undefined
  })

function settle(name: string, failure: unknown, now: Date): void {
  try {
    write((tx) => {
      const before = tx.select({ runs: timetable.runs }).from(timetable).where(eq(timetable.job, name)).get()
      tx.update(timetable)
        .set({
          state: failure ? 'failed' : 'done',
          finishedAt: now,
          problem: failure ? problemOf(failure) : null,
          runs: (before?.runs ?? 0) + 1,
        })
        .where(eq(timetable.job, name))
        .run()
      if (failure) {
        const subject: [string, string] = ['job', name]
        record(tx, { job: name }, { kind: 'job.failed', subject, data: { problem: problemOf(failure) } }, now)
      }
    })
  } catch (error) {
    log.error({ job: name, err: error }, 'how the job went could not be written down')
  }
}

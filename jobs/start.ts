import { Cron } from 'croner'
import { eq, notInArray } from 'drizzle-orm'
import { write } from '@/db/client'
import { timetable } from '@/db/schema'
import { runJob } from './run'
import { type Job, TIMETABLE } from './timetable'

const ZONE = 'Europe/Copenhagen'

/**
 * Sets the clocks, and catches up on what was due while the server was down: each job once, however many
 * moments were missed. Returns how to stop.
 */
export function startTimetable(now: Date, jobs: Record<string, Job> = TIMETABLE): () => void {
  enter(jobs, now)
  const clocks = Object.entries(jobs).map(([name, job]) => {
    const missed = lastMoment(job, now)
    if (missed) void runJob(name, job, missed, now)
    // A run that takes longer than the pause between two is not started twice.
    return new Cron(job.schedule, { timezone: ZONE, protect: true, unref: true }, async () => {
      const tick = new Date()
      await runJob(name, job, lastMoment(job, tick) ?? tick, tick)
    })
  })
  return () => {
    for (const clock of clocks) clock.stop()
  }
}

/** The latest moment of the schedule, this very second included: croner looks before the second it is given. */
export function lastMoment({ schedule }: Pick<Job, 'schedule'>, now: Date): Date | undefined {
  return new Cron(schedule, { timezone: ZONE, paused: true }).previousRuns(
    1,
    new Date(now.getTime() + 1000),
  )[0]
}

/** Writes the timetable down for the screen; what ran when the server stopped did not finish. */
function enter(jobs: Record<string, Job>, now: Date): void {
  write((tx) => {
    for (const [job, { schedule }] of Object.entries(jobs)) {
      tx.insert(timetable)
        // The moments before a job was thought of are nobody's.
        .values({ job, schedule, dueAt: now })
        .onConflictDoUpdate({ target: timetable.job, set: { schedule } })
        .run()
    }
    tx.delete(timetable)
      .where(notInArray(timetable.job, Object.keys(jobs)))
      .run()
    tx.update(timetable)
      .set({ state: 'failed', problem: 'interrupted' })
      .where(eq(timetable.state, 'running'))
      .run()
  })
}

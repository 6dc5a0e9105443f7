import 'server-only'
import { Cron } from 'croner'
import { asc } from 'drizzle-orm'
import { db } from '@/db/client'
import { timetable } from '@/db/schema'
import { NotFound } from '@/lib/errors'
import { can, type Viewer } from '@/policy'

export type ListedJob = ReturnType<typeof listJobs>[number]

/** What runs by itself, how it went last, and when it runs next. Throws NotFound for all but the coordinators. */
export function listJobs(viewer: Viewer, now: Date) {
  if (!can.administer(viewer)) throw new NotFound()
  return db()
    .select()
    .from(timetable)
    .orderBy(asc(timetable.job))
    .all()
    .map((row) => ({
      ...row,
      nextAt: new Cron(row.schedule, { timezone: 'Europe/Copenhagen', paused: true }).nextRun(now),
    }))
}

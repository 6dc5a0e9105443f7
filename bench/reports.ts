import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { loadViewer } from '@/auth/viewer'
import { attachDatabase, db } from '@/db/client'
import { openDatabase } from '@/db/open'
import { people } from '@/db/schema'
import { FILE_KINDS, fileName, reportAsFile } from '@/features/reports/exports/files'
import { reportInput } from '@/features/reports/input'
import { makeReport } from '@/features/reports/queries/report'
import { quarterOf, today } from '@/lib/dates'

const ROUNDS = 5

/** The committee's report of one year out of the years a folder holds: milliseconds for the model and for each file. */
export async function printReports(folder: string): Promise<void> {
  attachDatabase(openDatabase(join(folder, 'en-indgang.db')))
  const now = new Date()
  const mette = db().select().from(people).where(eq(people.name, 'Mette Holm')).get()
  const viewer = mette && loadViewer(db(), mette.id, now)
  if (!viewer) throw new Error('The demo knows no Mette Holm.')
  // The year before this one is whole.
  const address = reportInput.parse({ period: String(quarterOf(today(now)).year - 1) })
  const make = () => makeReport(viewer, address, 'da', now)
  const report = make()
  const rows = [await timed('model', async () => void make())]
  for (const kind of FILE_KINDS)
    rows.push(await timed(kind, async () => void (await reportAsFile(report, fileName(kind)))))
  console.table(rows)
}

async function timed(what: string, run: () => Promise<void>) {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const begins = performance.now()
    await run()
    times.push(performance.now() - begins)
  }
  times.sort((a, b) => a - b)
  return {
    redegørelse: what,
    'median ms': Math.round(times[Math.floor(ROUNDS / 2)] ?? 0),
    'længst ms': Math.round(times.at(-1) ?? 0),
  }
}

import '@/lib/runtime'
import '@/cli/server-code'
import { join } from 'node:path'
import autocannon from 'autocannon'
import Sqlite from 'better-sqlite3'
import { hashToken, newToken } from '@/auth/tokens'
import { copyFolder, demoFolder, makeDemo, startServer } from '@/e2e/server'
import { growToTenYears } from './data'
import { printOverlaps } from './overlaps'
import { buildTwin } from './twin'

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5)
const SECONDS = Number(process.env.BENCH_SECONDS ?? 3)

const [{ printSimilar }, { printReports }] = await Promise.all([import('./enquiries'), import('./reports')])
printOverlaps()
printSimilar()

await makeDemo()
const one = demoFolder('bench-one-year')
const ten = copyFolder(one, 'bench-ten-years')
const grown = growToTenYears(ten)
console.log(`Ti år: ${grown.meetings} møder, ${grown.actionItems} opgaver.`)
await printReports(ten)
console.log('Bygger …')

const site = await buildTwin()
const [young, old] = await Promise.all([
  startServer(3111, one, { cwd: site }),
  startServer(3112, ten, { cwd: site }),
])

try {
  const rows = []
  for (const page of pagesOf(ten)) {
    const cookies = { old: signIn(ten, page.viewer), young: signIn(one, page.viewer) }
    const samples = {
      page: [] as number[],
      twin: [] as number[],
      empty: [] as number[],
      oneYear: [] as number[],
    }
    for (let round = 0; round < ROUNDS; round++) {
      samples.page.push(await rate(`${old.url}${page.path}`, cookies.old))
      samples.twin.push(await rate(`${old.url}/twin${page.path === '/' ? '' : page.path}`, cookies.old))
      samples.empty.push(await rate(`${old.url}/empty`, cookies.old))
      samples.oneYear.push(await rate(`${young.url}${page.path}`, cookies.young))
    }
    const [live, twin, empty, year] = [samples.page, samples.twin, samples.empty, samples.oneYear].map(median)
    rows.push({
      side: page.name,
      'sider/s': live?.toFixed(0),
      'konstant tvilling/s': twin?.toFixed(0),
      'tom side/s': empty?.toFixed(0),
      'side ÷ tvilling': `${((100 * (live ?? 0)) / (twin ?? 1)).toFixed(0)} %`,
      'et år/s': year?.toFixed(0),
      'tid ti år ÷ et år': ((year ?? 0) / (live ?? 1)).toFixed(2),
    })
  }
  console.table(rows)
} finally {
  await Promise.all([young.stop(), old.stop()])
}

function pagesOf(folder: string) {
  const sqlite = new Sqlite(join(folder, 'en-indgang.db'), { readonly: true })
  const meeting = sqlite
    .prepare("SELECT id FROM meetings WHERE state = 'agenda_sent' ORDER BY held_on LIMIT 1")
    .pluck()
    .get() as string
  const plan = sqlite
    .prepare("SELECT id FROM master_plans WHERE name = 'NørreBrobyggerne'")
    .pluck()
    .get() as string
  // Open, so that what is similar is looked for; with parts, and something that became of it.
  const enquiry = sqlite
    .prepare(
      `SELECT enquiries.id FROM enquiries JOIN enquiry_outcomes ON enquiry_outcomes.enquiry_id = enquiries.id
       WHERE state = 'with_department' ORDER BY number LIMIT 1`,
    )
    .pluck()
    .get() as string
  sqlite.close()
  return [
    { name: 'overblik', path: '/', viewer: 'Mette Holm' },
    { name: 'forum', path: '/forums/noerrebro', viewer: 'Mette Holm' },
    { name: 'møde', path: `/meetings/${meeting}`, viewer: 'Mette Holm' },
    { name: 'indsatser', path: '/initiatives', viewer: 'Mette Holm' },
    { name: 'en helhedsplan', path: `/plans/${plan}`, viewer: 'Mette Holm' },
    { name: 'parallelindsatser', path: '/overlaps', viewer: 'Mette Holm' },
    { name: 'henvendelser', path: '/enquiries', viewer: 'Mette Holm' },
    { name: 'en henvendelse', path: `/enquiries/${enquiry}`, viewer: 'Mette Holm' },
    { name: 'tal for henvendelser', path: '/enquiries/figures', viewer: 'Mette Holm' },
    { name: 'timer', path: '/hours', viewer: 'Mette Holm' },
    { name: 'bevillinger', path: '/funding', viewer: 'Mette Holm' },
    { name: 'redegørelse for et år', path: '/reports/account', viewer: 'Mette Holm' },
    { name: 'mine opgaver', path: '/action-items', viewer: 'Søren Bak' },
    { name: '2.000 åbne opgaver', path: '/action-items', viewer: 'Niels Brandstrup' },
  ]
}

/** A session straight into the file: the bench measures pages, not signing in. */
function signIn(folder: string, name: string): string {
  const sqlite = new Sqlite(join(folder, 'en-indgang.db'))
  const token = newToken()
  const now = new Date()
  sqlite
    .prepare(
      `INSERT INTO sessions (token_hash, person_id, created_at, last_seen_at, expires_at)
       SELECT ?, id, ?, ?, ? FROM people WHERE name = ?`,
    )
    .run(
      hashToken(token),
      now.toISOString(),
      now.toISOString(),
      new Date(now.getTime() + 3_600_000).toISOString(),
      name,
    )
  sqlite.close()
  return `en-indgang=${token}`
}

async function rate(url: string, cookie: string): Promise<number> {
  const result = await autocannon({ url, connections: 4, duration: SECONDS, headers: { cookie } })
  if (result.non2xx > 0) throw new Error(`${url} svarede ${result.non2xx} gange andet end 200.`)
  return result.requests.average
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

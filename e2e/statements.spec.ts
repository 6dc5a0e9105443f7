import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { growToTenYears } from '../bench/data'
import { everyPage } from './pages'
import { copyFolder, demoFolder, root, type Server, startServer } from './server'
import { signInAs } from './sign-in'

/** Signing in costs three of these. A page that needs more than the rest asks the database per row. */
const MOST = 20
/** The committee's report asks twelve features at once, each in the one to six statements of its part, however much there is. */
const MOST_OF_A_REPORT = 40
/** A department's asks four of them. */
const MOST_OF_A_DEPARTMENTS = 24
const mostOf = (name: string) => {
  if (name === 'a report') return MOST_OF_A_REPORT
  return name.endsWith("department's report") ? MOST_OF_A_DEPARTMENTS : MOST
}

let young: Server
let old: Server
const counters = { young: 3123, old: 3124 }

test.describe.configure({ timeout: 180_000 })

test.beforeAll(async () => {
  const one = demoFolder('statements-one-year')
  const ten = copyFolder(one, 'statements-ten-years')
  growToTenYears(ten)
  const counting = (port: number) => ({
    env: {
      NODE_OPTIONS: `--require ${join(root, 'e2e/statement-counter.cjs')}`,
      STATEMENT_COUNTER_PORT: String(port),
    },
  })
  young = await startServer(3121, one, counting(counters.young))
  old = await startServer(3122, ten, counting(counters.old))
})

test.afterAll(async () => {
  await Promise.all([young?.stop(), old?.stop()])
})

const total = async (port: number) => Number(await (await fetch(`http://127.0.0.1:${port}`)).text())

for (const viewer of ['Mette Holm', 'Pia Storm', 'Søren Bak', 'Karen Lund']) {
  test(`${viewer}'s pages ask the database a bounded number of times, however many years there are`, async ({
    browser,
  }) => {
    const asked = async (server: Server, counter: number) => {
      const context = await browser.newContext({ baseURL: server.url })
      await signInAs(await context.newPage(), viewer)
      const counts: Record<string, number> = {}
      for (const { name, path } of everyPage(server.dataDir).filter((page) => page.viewer === viewer)) {
        const before = await total(counter)
        await (await context.request.get(path)).text()
        counts[name] = (await total(counter)) - before
      }
      await context.close()
      return counts
    }
    const inOneYear = await asked(young, counters.young)
    const inTenYears = await asked(old, counters.old)
    console.log(viewer, inTenYears)
    expect(Object.entries(inTenYears).filter(([name, count]) => count > mostOf(name))).toEqual([])
    expect(Object.values(inTenYears).every((count) => count > 0)).toBe(true)
    for (const [name, count] of Object.entries(inTenYears)) {
      expect
        .soft(count, `${name} asks more when there is more`)
        .toBeLessThanOrEqual((inOneYear[name] ?? 0) + 1)
    }
  })
}

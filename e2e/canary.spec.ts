import { join } from 'node:path'
import { type Browser, expect, test } from '@playwright/test'
import { loadViewer } from '../auth/viewer'
import { people } from '../db/schema'
import type { Viewer } from '../policy'
import { type Canary, plantCanaries } from './canary/plant'
import { addressesOf, describeLeaks, type Walk, walk } from './canary/walk'
import { copyFolder, demoFolder, type Server, startServer } from './server'
import { signInAs } from './sign-in'
import { copySite } from './site-copy'

const VIEWERS = [
  'Pia Storm',
  'Åse Aagaard',
  'Erik Dam',
  'Lars Nygaard',
  'Søren Bak',
  'Karen Lund',
  'Ruth Vind',
  'Mette Holm',
]

let server: Server
let canaries: Canary[]
let addresses: string[]
let viewers: Map<string, Viewer>

test.describe.configure({ timeout: 600_000 })

test.beforeAll(async () => {
  const folder = demoFolder('canary')
  const planted = plantCanaries(join(folder, 'en-indgang.db'))
  canaries = planted.canaries
  addresses = addressesOf(planted.database.$client)
  viewers = new Map(
    planted.database
      .select({ id: people.id, name: people.name })
      .from(people)
      .all()
      .flatMap(({ id, name }) => {
        const viewer = loadViewer(planted.database, id, new Date())
        return viewer ? [[name, viewer] as const] : []
      }),
  )
  planted.database.$client.close()
  server = await startServer(3101, folder)
})

test.afterAll(async () => {
  await server?.stop()
})

const allowedFor = (viewer: Viewer | undefined) => {
  const allowed = new Set(
    viewer ? canaries.filter(({ maySee }) => maySee(viewer)).map(({ word }) => word) : [],
  )
  return (word: string) => allowed.has(word)
}

async function walkAs(browser: Browser, url: string, name: string | null): Promise<Walk> {
  const context = await browser.newContext({ baseURL: url })
  const page = await context.newPage()
  if (name) await signInAs(page, name)
  const walked = await walk(context.request, addresses, allowedFor(name ? viewers.get(name) : undefined))
  await context.close()
  return walked
}

test('a stranger reads nothing at all', async ({ browser }) => {
  const walked = await walkAs(browser, server.url, null)
  expect(describeLeaks(walked.leaks, canaries)).toEqual([])
  expect(walked.seen.size).toBe(0)
})

for (const name of VIEWERS) {
  test(`${name} reads no word that is not theirs, on any page, list, export or raw answer`, async ({
    browser,
  }) => {
    const walked = await walkAs(browser, server.url, name)
    console.log(`${name}: ${walked.addresses} addresses, ${walked.seen.size} of ${canaries.length} words`)
    expect(describeLeaks(walked.leaks, canaries)).toEqual([])
    // No blind alley: everybody meets something, the coordinator nearly every word.
    expect(walked.seen.size).toBeGreaterThan(name === 'Mette Holm' ? canaries.length * 0.9 : 50)
  })
}

test('with one guard removed the same walk fails', async ({ browser }) => {
  const unguarded = copySite('unguarded')
  unguarded.change('policy/visible.ts', 'if (!isOutsider(viewer)) return meeting\n', 'return meeting\n')
  await unguarded.build()
  // A folder has one server at a time.
  const folder = copyFolder(server.dataDir, 'canary-unguarded')
  const weak = await startServer(3102, folder, { cwd: unguarded.folder })
  try {
    const walked = await walkAs(browser, weak.url, 'Pia Storm')
    expect(walked.leaks.length).toBeGreaterThan(0)
  } finally {
    await weak.stop()
  }
})

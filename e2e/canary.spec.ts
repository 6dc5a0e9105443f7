import { expect, test } from '@playwright/test'
import { type Planted, plantDemo } from './canary/planted'
import { describeLeaks } from './canary/walk'
import { type Server, startServer } from './server'

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

let planted: Planted
let server: Server

test.describe.configure({ timeout: 240_000 })

test.beforeAll(async () => {
  planted = plantDemo('canary')
  server = await startServer(3101, planted.folder)
})

test.afterAll(async () => {
  await server?.stop()
})

test('a stranger reads nothing at all', async ({ browser }) => {
  const { leaks, seen, seenRaw } = await planted.walkAs(browser, server.url, null)
  expect(describeLeaks(leaks, planted.canaries)).toEqual([])
  expect(seen.size + seenRaw.size).toBe(0)
})

for (const name of VIEWERS) {
  test(`${name} reads no word that is not theirs, on any page, list, export or raw answer`, async ({
    browser,
  }) => {
    const { canaries } = planted
    const { leaks, seen, seenRaw, addresses } = await planted.walkAs(browser, server.url, name)
    console.log(`${name}: ${addresses} addresses, ${seen.size} of ${canaries.length} words`)
    expect(describeLeaks(leaks, canaries)).toEqual([])
    // No blind alley: everybody meets something, the coordinator nearly every word.
    expect(seen.size).toBeGreaterThan(name === 'Mette Holm' ? canaries.length * 0.9 : 50)
    expect(seenRaw.size).toBeGreaterThan(50)
  })
}

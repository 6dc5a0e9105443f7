import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { readPackage } from './canary/read'
import { demoFolder, type Server, startServer } from './server'
import { signInAs } from './sign-in'

test.describe.configure({ mode: 'serial', timeout: 120_000 })

let site: Server
test.beforeAll(async () => {
  site = await startServer(3271, await demoFolder('handover'))
})
test.afterAll(async () => {
  await site?.stop()
})

test('Karen Lund takes her department along: the package holds what the page shows', async ({ browser }) => {
  const page = await (await browser.newContext({ baseURL: site.url })).newPage()
  await signInAs(page, 'Karen Lund')
  await page.goto('/')
  await page.getByRole('link', { name: 'Åbn overdragelsen' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Overdragelse: Beskæftigelses- og Integrationsforvaltningen',
  )
  const titles = await page.locator('#items tbody th').allTextContents()
  const people = await page.locator('#contacts tbody th').allTextContents()
  expect(titles.length).toBeGreaterThan(0)
  expect(people).toContain('Pia Storm')

  const asked = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Hent det hele (ZIP)' }).click()
  const download = await asked
  expect(download.suggestedFilename()).toMatch(/^Overdragelse – BIF – \d{4}-\d\d-\d\d\.zip$/)
  const files = await readPackage(readFileSync(await download.path()))
  const words = (name: string) => (files[name] ?? '').replace(/\s+/g, '')
  for (const title of titles) {
    const wanted = title.replace(/\s+/g, '')
    expect(words('Åbne opgaver.xlsx')).toContain(JSON.stringify(wanted).slice(1, -1))
    expect(words('overdragelse.pdf')).toContain(wanted)
  }
  for (const person of people) expect(files['Kontakter.xlsx']).toContain(person)
  expect(files['LÆSMIG.txt']).toContain(`Åbne opgaver.xlsx: ${titles.length}`)
})

test('nobody reads the hand-over of another: the page and the package are not there', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: site.url })
  const page = await context.newPage()
  await signInAs(page, 'Mette Holm')
  await page.goto('/handover')
  const paths = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  expect(paths).toHaveLength(10)
  await context.close()
  for (const name of ['Karen Lund', 'Søren Bak', 'Pia Storm']) {
    const other = await browser.newContext({ baseURL: site.url })
    await signInAs(await other.newPage(), name)
    const answers = await Promise.all(
      paths
        .flatMap((path) => [path, `${path}/handover.zip`])
        .map(async (path) => (await other.request.get(path)).status()),
    )
    expect(answers.filter((status) => status === 200)).toHaveLength(name === 'Karen Lund' ? 2 : 0)
    expect(answers.every((status) => status === 200 || status === 404)).toBe(true)
    await other.close()
  }
})

test('before a coordinator is let go, Mette Holm sees what is left behind and opens the hand-over', async ({
  browser,
}) => {
  const page = await (await browser.newContext({ baseURL: site.url })).newPage()
  await signInAs(page, 'Mette Holm')
  await page.goto('/admin/people?q=friis')
  await page.getByRole('link', { name: 'Jonas Friis' }).click()
  await page.locator('a[href$="/deactivate"]').click()
  await page.getByRole('link', { name: 'Åbn overdragelsen' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overdragelse: Jonas Friis')
  await expect(page.locator('#forums tbody tr')).not.toHaveCount(0)
})

import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import { addDays, today } from '../lib/dates'
import { nextWorkingDay } from '../lib/working-days'
import { comingMeeting } from './pages'
import { demoFolder, type Server, startServer } from './server'
import { signInAs } from './sign-in'
import { copySite, type SiteCopy } from './site-copy'

const PORT = 3175
const NEW_EDITION = 'Det boligsociale team, ny udgave'
/** `npm start` keeps one from build to build (cli/action-key.mjs). */
const KEY = { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString('base64') }

let folder: string
let server: Server
let site: SiteCopy
let context: BrowserContext

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  folder = demoFolder('redeploy')
  site = copySite('redeploy-site')
  await site.build(KEY)
  server = await startServer(PORT, folder, { cwd: site.folder })
  context = await browser.newContext({ baseURL: server.url })
})
test.afterAll(async () => {
  await context?.close()
  await server?.stop()
})

const lineOf = (page: Page) => page.getByRole('textbox', { name: /^Skriv til punktet/ })
const logged = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text })
const saved = (page: Page) =>
  expect(page.getByText(/^Gemt \d\d\.\d\d$|^Alt er gemt$/)).toBeVisible({ timeout: 20_000 })

async function write(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

async function fillIn(page: Page, title: string): Promise<void> {
  await page.goto('/action-items/new?forum=noerrebro')
  await page.getByLabel('Hvad skal gøres?').fill(title)
  await page.getByLabel('Ansvarlig', { exact: true }).selectOption({ label: 'Søren Bak' })
  await page.getByLabel('Frist').fill(nextWorkingDay(addDays(today(new Date()), 30)))
}

function storedOnce(title: string): boolean {
  const sqlite = new Sqlite(join(folder, 'en-indgang.db'), { readonly: true })
  const count = sqlite.prepare('SELECT count(*) FROM action_items WHERE title = ?').pluck().get(title)
  sqlite.close()
  return count === 1
}

test('a new edition in the middle of a meeting loses no word of the log and no open form', async () => {
  test.setTimeout(180_000)
  const log = await context.newPage()
  await signInAs(log, 'Mette Holm')
  const meeting = comingMeeting(folder)
  await log.goto(`/meetings/${meeting}/workspace`)
  await log.getByRole('button', { name: 'Start mødet' }).click()
  await expect(lineOf(log)).toBeFocused()
  await write(log, 'skrevet før opdateringen')
  await saved(log)
  const form = await context.newPage()
  await fillIn(form, 'Opgave fra før opdateringen')
  await log.bringToFront()

  await server.stop()
  for (const number of [1, 2, 3]) await write(log, `skrevet under opdateringen ${number}`)
  await log.keyboard.type('halvt skre')
  await expect(log.getByText('Offline – 3 linjer venter')).toBeVisible()
  site.change('i18n/da/shell.json', 'Det boligsociale team · Københavns Kommune', NEW_EDITION)
  await site.build(KEY)
  server = await startServer(PORT, folder, { cwd: site.folder })

  await log.keyboard.type('vet linje')
  await saved(log)
  await expect(lineOf(log)).toHaveValue('halvt skrevet linje')
  await log.keyboard.press('Enter')
  await saved(log)
  const witness = await context.newPage()
  await witness.goto(`/meetings/${meeting}/workspace`)
  for (const text of [
    'før opdateringen',
    'under opdateringen 1',
    'under opdateringen 3',
    'halvt skrevet linje',
  ])
    await expect(logged(witness, text)).toHaveCount(1)

  await form.bringToFront()
  await form.getByRole('button', { name: 'Opret opgaven' }).click()
  await form.waitForURL(/\/action-items\/[0-9a-f-]{36}$/)
  expect(storedOnce('Opgave fra før opdateringen')).toBe(true)
  await form.goto('/')
  await expect(form.getByText(NEW_EDITION)).toBeVisible()
})

test('a form the new edition no longer knows says so, and keeps what was typed', async () => {
  const page = await context.newPage()
  await fillIn(page, 'Opgave til en ukendt handling')
  const UNKNOWN = '0'.repeat(42)
  await page.route('**/action-items/new**', (route) =>
    route.continue({ headers: { ...route.request().headers(), 'next-action': UNKNOWN } }),
  )
  await page.getByRole('button', { name: 'Opret opgaven' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Én indgang er blevet opdateret' })).toBeFocused()
  await expect(page.getByLabel('Hvad skal gøres?')).toHaveValue('Opgave til en ukendt handling')
  await expect(page.getByLabel('Ansvarlig', { exact: true }).locator('option:checked')).toHaveText(
    'Søren Bak',
  )
  expect(storedOnce('Opgave til en ukendt handling')).toBe(false)
})

import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { addDays, today } from '../lib/dates'
import { formatDate } from '../lib/format'
import { nextWorkingDay } from '../lib/working-days'
import { barriers } from './barriers'
import { comingMeeting } from './pages'
import { demoFolder, type Server, startServer } from './server'
import { signInAs } from './sign-in'

let server: Server
let meeting: string

test.describe.configure({ timeout: 90_000 })

test.beforeAll(async () => {
  const folder = demoFolder('workspace-offline')
  meeting = comingMeeting(folder)
  server = await startServer(3132, folder)
})
test.afterAll(() => server?.stop())

async function open(context: BrowserContext, name = 'Mette Holm'): Promise<Page> {
  const page = await context.newPage()
  await signInAs(page, name)
  return enter(page)
}

/** Into the log, which the first to come opens. */
async function enter(page: Page): Promise<Page> {
  await page.goto(`/meetings/${meeting}/workspace`)
  const start = page.getByRole('button', { name: 'Start mødet' })
  const line = lineOf(page)
  await expect(start.or(line)).toBeVisible()
  if (await start.isVisible()) await start.click()
  await expect(line).toBeFocused()
  return page
}

const lineOf = (page: Page) => page.getByRole('textbox', { name: /^Skriv til punktet/ })
const logged = (page: Page, text: string | RegExp) => page.getByRole('listitem').filter({ hasText: text })
/** The next attempt comes within five seconds. */
const saved = (page: Page) =>
  expect(page.getByText(/^Gemt \d\d\.\d\d$|^Alt er gemt$/)).toBeVisible({ timeout: 15_000 })

async function write(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

const lines = (name: string) => Array.from({ length: 10 }, (_, index) => `${name} ${index + 1} slut`)

/** As another tab sees it, which knows only what the server has. */
async function expectOnce(context: BrowserContext, texts: string[]): Promise<void> {
  const witness = await enter(await context.newPage())
  for (const text of texts) await expect(logged(witness, text)).toHaveCount(1)
  await witness.close()
}

test('ten lines typed without a network are there once after it came back', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: server.url })
  const page = await open(context)
  await context.setOffline(true)
  for (const text of lines('uden net')) await write(page, text)
  await expect(page.getByText('Offline – 10 linjer venter')).toBeVisible()
  await expect(logged(page, 'uden net 10 slut')).toBeVisible()
  await context.setOffline(false)
  await saved(page)
  await expectOnce(context, lines('uden net'))
  await context.close()
})

test('a tab that is killed without a network loses nothing, not even the half-typed line', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: server.url })
  const page = await open(context)
  await context.setOffline(true)
  for (const text of lines('dræbt')) await write(page, text)
  await page.keyboard.type('halvt skrevet')
  await expect(page.reload()).rejects.toThrow()
  await page.close()

  await context.setOffline(false)
  const back = await enter(await context.newPage())
  await expect(lineOf(back)).toHaveValue('halvt skrevet')
  await saved(back)
  await expectOnce(context, lines('dræbt'))
  await context.close()
})

test('a line whose answer was lost on the way is sent again and is there once', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: server.url })
  const page = await open(context)
  let lost = 0
  await page.route('**/workspace/lines', async (route) => {
    await route.fetch()
    lost++
    await route.abort()
  })
  await write(page, 'svaret forsvandt')
  await expect(page.getByText('Offline – 1 linje venter')).toBeVisible()
  await page.unroute('**/workspace/lines')
  await saved(page)
  expect(lost).toBeGreaterThan(0)
  await expectOnce(context, ['svaret forsvandt'])
  await context.close()
})

test('an expired session keeps everything, and goes on once somebody has signed in in a new tab', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: server.url })
  const page = await open(context)
  await context.clearCookies()
  await write(page, 'efter udløb')
  await expect(page.getByText('Du er logget ud.')).toBeVisible()
  await expect(logged(page, 'efter udløb')).toBeVisible()
  await signInAs(await context.newPage(), 'Mette Holm')
  await page.bringToFront()
  await saved(page)
  await expectOnce(context, ['efter udløb'])
  await context.close()
})

test('two coordinators correct the same line: the second sees both, and may keep both', async ({
  browser,
}) => {
  const [first, second] = await Promise.all([
    browser.newContext({ baseURL: server.url }),
    browser.newContext({ baseURL: server.url }),
  ])
  const mette = await open(first)
  await write(mette, 'linjen til to')
  await saved(mette)
  const jonas = await open(second, 'Jonas Friis')
  const correct = async (page: Page, text: string) => {
    await logged(page, 'linjen til to').getByRole('button', { name: /^Ret/ }).click()
    await page.getByRole('textbox', { name: 'Ret linjen' }).fill(text)
    await page.keyboard.press('Enter')
  }
  await correct(mette, 'linjen til to: Mettes ord')
  await saved(mette)
  await correct(jonas, 'linjen til to: Jonas’ ord')
  const trouble = jonas.getByRole('alert').filter({ hasText: 'En anden har ændret det samme' })
  await expect(trouble).toContainText('Mettes ord')
  await expect(trouble).toContainText('Jonas’ ord')
  await trouble.getByRole('button', { name: 'Behold begge' }).click()
  await saved(jonas)
  const kept = logged(jonas, 'Mettes ord')
  await expect(kept).toContainText('Jonas’ ord')
  await Promise.all([first.close(), second.close()])
})

test('a personal number is refused with what to write instead, and the line can be put right', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: server.url })
  const page = await open(context)
  await write(page, 'Borgeren 010190-1234 venter')
  const trouble = page.getByRole('alert').filter({ hasText: 'CPR-nummer' })
  await expect(trouble).toContainText('Borgeren 010190-1234 venter')
  await trouble.getByRole('button', { name: 'Ret' }).click()
  await expect(lineOf(page)).toHaveValue('Borgeren 010190-1234 venter')
  await lineOf(page).fill('Borgeren venter')
  await page.keyboard.press('Enter')
  await saved(page)
  await expect(logged(page, 'Borgeren venter')).toHaveCount(1)
  await context.close()
})

test('a due date on a closed day asks, and takes yes for an answer', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: server.url })
  const page = await open(context)
  await write(page, '> ring om nøglen @fsb 25/12')
  const question = page.getByRole('alert').filter({ hasText: 'ring om nøglen' })
  await question.getByRole('button', { name: 'Ja, gør det alligevel' }).click()
  await saved(page)
  await expectOnce(context, ['ring om nøglen'])
  await context.close()
})

test('a deleted line comes back by undoing', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: server.url })
  const page = await open(context)
  await write(page, 'slettes og kommer igen')
  const line = logged(page, 'slettes og kommer igen')
  await line.hover()
  await line.getByRole('button', { name: /^Slet/ }).click()
  await expect(line).toHaveCount(0)
  await page.getByRole('button', { name: 'Fortryd', exact: true }).click()
  await expect(line).toHaveCount(1)
  await context.close()
})

test('nothing depends on the signs: kind, person and date can be chosen', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: server.url })
  const page = await open(context)
  await page.keyboard.type('aflever nøglen')
  await page.getByRole('button', { name: 'Opgave', exact: true }).click()
  await page.getByLabel('Hvem').selectOption({ label: 'Pia Storm' })
  const due = nextWorkingDay(addDays(today(new Date()), 30))
  await page.getByLabel('Frist').fill(due)
  await lineOf(page).press('Enter')
  const line = logged(page, 'aflever nøglen')
  await expect(line).toContainText('Pia Storm, fsb')
  await expect(line).toContainText(formatDate(due, 'da', 'day'))
  await context.close()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the open workspace and the minutes being written have no barrier, ${colorScheme}`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ baseURL: server.url, colorScheme, reducedMotion: 'reduce' })
    const page = await open(context)
    await page.keyboard.type('> ring til dem @fsb fre')
    expect(await barriers(page)).toEqual([])
    await page.goto(`/meetings/${meeting}/minutes`)
    expect(await barriers(page)).toEqual([])
    await context.close()
  })
}

test('what was logged can be read without JavaScript', async ({ browser }) => {
  const signedIn = await browser.newContext({ baseURL: server.url })
  const writer = await open(signedIn)
  await write(writer, 'læst uden JavaScript')
  await saved(writer)
  const context = await browser.newContext({
    baseURL: server.url,
    javaScriptEnabled: false,
    storageState: await signedIn.storageState(),
  })
  const page = await context.newPage()
  await page.goto(`/meetings/${meeting}/workspace`)
  await expect(logged(page, 'læst uden JavaScript')).toHaveCount(1)
  await page.getByRole('link', { name: 'Siden sidst' }).click()
  await expect(page.getByRole('heading', { level: 2, name: /Siden sidst/ })).toBeVisible()
  await Promise.all([context.close(), signedIn.close()])
})

test('two coordinators in one log see each other, and each reads what the other writes', async ({
  browser,
}) => {
  const [mettes, jonass] = await Promise.all([
    browser.newContext({ baseURL: server.url }),
    browser.newContext({ baseURL: server.url }),
  ])
  const mette = await open(mettes)
  const jonas = await open(jonass, 'Jonas Friis')
  await expect(mette.getByText(/Jonas Friis er her også, ved punkt/)).toBeVisible({ timeout: 15_000 })
  await mette.keyboard.type('halvt skrevet')
  await expect(jonas.getByText(/Mette Holm skriver ved punkt/)).toBeVisible({ timeout: 15_000 })
  await write(jonas, 'jonas skriver denne linje')
  await expect(logged(mette, 'jonas skriver denne linje')).toBeVisible({ timeout: 15_000 })
  await expect(lineOf(mette)).toHaveValue('halvt skrevet')
  await Promise.all([mettes.close(), jonass.close()])
})

test('signing out asks before it deletes what is not saved, and leaves nothing on the machine', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: server.url })
  const page = await open(context)
  await context.setOffline(true)
  await write(page, 'findes kun her')
  await page.close()
  await context.setOffline(false)

  const home = await context.newPage()
  await home.goto('/')
  await home.getByRole('button', { name: 'Log ud' }).click()
  await expect(home.getByRole('alert').filter({ hasText: 'ikke gemt' })).toBeVisible()
  await home.getByRole('link', { name: 'Gå til mødet' }).click()
  await saved(home)
  await expect(logged(home, 'findes kun her')).toHaveCount(1)

  await context.setOffline(true)
  await write(home, 'skal slettes')
  await home.close()
  await context.setOffline(false)
  const last = await context.newPage()
  await last.goto('/')
  await last.getByRole('button', { name: 'Log ud' }).click()
  await last.getByRole('button', { name: 'Log ud og slet det' }).click()
  await expect(last).toHaveURL(/sign-in/)
  const kept = () => Object.keys(localStorage).filter((key) => key.startsWith('en-indgang '))
  expect(await last.evaluate(kept)).toEqual([])
  await context.close()
})

test('one key says that somebody came late, one that somebody left early', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: server.url })
  const page = await open(context)
  for (const [who, key, said] of [
    ['Pia Storm, fsb', 'k', /^fra \d\d\.\d\d$/],
    ['Søren Bak, BIF', 'g', /^til \d\d\.\d\d$/],
  ] as const) {
    const row = page.getByRole('listitem').filter({ has: page.getByRole('combobox', { name: who }) })
    await row.getByRole('combobox').focus()
    await page.keyboard.press(key)
    await expect(row.getByText(said)).toBeVisible()
    await expect(row.getByRole('combobox')).toHaveValue('present')
  }
  await saved(page)
  await context.close()
})

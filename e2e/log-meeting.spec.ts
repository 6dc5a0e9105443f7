import { expect, type Page, test } from '@playwright/test'
import { parseDatePhrase } from '../lib/date-phrases'
import { today } from '../lib/dates'
import { isWorkingDay, nextWorkingDay } from '../lib/working-days'
import { comingMeeting } from './pages'
import { countPresses } from './press-counter'
import { demoFolder, type Server, startServer } from './server'
import { signInAs } from './sign-in'

/** What a hand may do at most in this script. */
const MOST = { keys: 560, clicks: 8 }

const NEW_ITEMS = ['Nøgle til beboerlokalet', 'Ny fælles kalender']
/** Six outcomes of some 38 characters; what begins with "!" is a decision. */
const OUTCOMES = [
  'Referatet fra sidst blev godkendt.',
  'BIF har svaret alle otte helhedsplaner.',
  '! BIF giver fast kontakt til hver plan',
  '! Skolevejen gennemgås inden årsskiftet',
  '! fsb udlåner nøglen fra den 1. januar',
  '! TMF laver kalenderen for alle seks fora',
]
/** Five action items as in ux.md § 2.3: words, whose, until when. */
const ACTIONS = [
  `> ring til DAB om ventelister @me ${spoken('fre')}`,
  `> udpeg kontaktperson @BIF ${spoken('uge 51')}`,
  `> send liste over ventende @fsb ${spoken('fre')}`,
  `> gå ruten igennem @BUF ${spoken('uge 50')}`,
  `> lav kalenderen @TMF ${spoken('om 14 dage')}`,
]

/** A deadline as it is said; in a year where that day is closed, the working day after it by its date. */
function spoken(phrase: string): string {
  const date = parseDatePhrase(phrase, today(new Date()))?.date ?? ''
  if (isWorkingDay(date)) return phrase
  const [, month, day] = nextWorkingDay(date).split('-')
  return `${Number(day)}/${Number(month)}`
}

let server: Server
let meeting: string

test.beforeAll(async () => {
  const folder = demoFolder('log-meeting')
  meeting = comingMeeting(folder)
  server = await startServer(3131, folder)
})
test.afterAll(() => server?.stop())

test('a coordinator logs a meeting while it happens and is finished when it ends', async ({ browser }) => {
  test.setTimeout(120_000)
  const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await signInAs(page, 'Mette Holm')
  await page.goto(`/meetings/${meeting}`)
  const presses = await countPresses(page)
  const { keyboard } = page

  await page.getByRole('button', { name: 'Start mødet' }).click()
  const line = page.getByRole('textbox', { name: /^Skriv til punktet/ })
  await expect(line).toBeFocused()
  await page.getByRole('button', { name: 'Alle deltog' }).click()
  await expect(page.getByText('Deltagelse 10 af 10')).toBeVisible()
  await choose(page, 'Line Krogh, BUF', 'a')
  await choose(page, 'Signe Ravn, ØKF', 'i')
  await expect(page.getByText('Deltagelse 8 af 10')).toBeVisible()

  await page.getByRole('button', { name: 'Tilføj punkt' }).click()
  await expect(page.getByRole('textbox', { name: 'Nyt punkt' })).toBeFocused()
  for (const title of NEW_ITEMS) {
    await keyboard.type(title)
    await keyboard.press('Enter')
    await expect(page.getByRole('link', { name: title })).toBeVisible()
  }

  const items = page.getByRole('navigation', { name: 'Dagsorden' }).getByRole('link')
  await expect(items).toHaveCount(6)
  await items.first().click()
  for (const [index, outcome] of OUTCOMES.entries()) {
    if (index > 0) await keyboard.press('Alt+ArrowDown')
    await expect(line).toBeFocused()
    await keyboard.type(outcome)
    await keyboard.press('Enter')
    const action = ACTIONS[index]
    if (!action) continue
    await keyboard.type(action)
    await keyboard.press('Enter')
  }
  await expect(page.getByText('Alle punkter har et resultat')).toBeVisible()
  await expect(page.getByText('5 opgaver i dag')).toBeVisible()

  await keyboard.press('Control+Shift+Enter')
  await page.waitForURL('**/minutes?finished=1')
  await expect(page.getByRole('button', { name: /^Godkend og send til \d+ modtagere$/ })).toBeFocused()
  await keyboard.press('Enter')
  await page.waitForURL('**/minutes?sent=*')

  console.log(`${presses.keys} keys (of ${MOST.keys}), ${presses.clicks} clicks (of ${MOST.clicks})`)
  expect(presses.keys).toBeLessThanOrEqual(MOST.keys)
  expect(presses.clicks).toBeLessThanOrEqual(MOST.clicks)
  expect(presses.clicks).toBeGreaterThan(0)

  await expect(page.getByText(/^Godkendt den/)).toBeVisible()
  for (const outcome of OUTCOMES) await expect(page.getByText(outcome.replace('! ', ''))).toBeVisible()
  await expect(page.getByText('BIF · Søren Bak')).toBeVisible()
  await context.close()
})

/** Opens the choice with the mouse and takes what begins with the letter. */
async function choose(page: Page, who: string, letter: string) {
  await page.getByRole('combobox', { name: who }).click()
  await page.keyboard.press(letter)
  await page.keyboard.press('Enter')
}

test('the housing organisation reads those minutes, and the department what it is to do', async ({
  browser,
}) => {
  const read = async (name: string, path: string) => {
    const context = await browser.newContext({ baseURL: server.url })
    const page = await context.newPage()
    await signInAs(page, name)
    await page.goto(path)
    const text = await page.locator('main').textContent()
    await context.close()
    return text
  }
  const minutes = await read('Pia Storm', `/meetings/${meeting}/minutes`)
  expect(minutes).toContain('fsb udlåner nøglen fra den 1. januar')
  expect(minutes).not.toMatch(/Kladde|Godkend og send/)
  expect(await read('Søren Bak', '/action-items')).toContain('udpeg kontaktperson')
})

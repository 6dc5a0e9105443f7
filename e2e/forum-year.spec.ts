import { type Browser, expect, type Page, test } from '@playwright/test'
import ICAL from 'ical.js'
import { readWords } from './canary/read'
import { demoFolder, type Server, startServer } from './server'
import { signInAs } from './sign-in'

// A year of one forum, from the rule of its meetings to corrected minutes read back by other programs.
test.describe.configure({ mode: 'serial', timeout: 120_000 })

let server: Server
let mette: Page
let pia: Page
let aase: Page
let meeting: string

test.beforeAll(async ({ browser }) => {
  server = await startServer(3176, demoFolder('forum-year'))
  mette = await as(browser, 'Mette Holm')
  pia = await as(browser, 'Pia Storm')
  aase = await as(browser, 'Åse Aagaard')
})
test.afterAll(async () => {
  await Promise.all([mette, pia, aase].map((page) => page?.context().close()))
  await server?.stop()
})

async function as(browser: Browser, name: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: server.url })).newPage()
  await signInAs(page, name)
  return page
}

test('the meetings of the year follow from a rule, and are announced at once', async () => {
  await mette.goto('/meetings/series/new?forum=noerrebro')
  await mette.getByRole('button', { name: 'Vis dagene' }).click()
  await mette.getByRole('button', { name: 'Planlæg møderne' }).click()
  await expect(mette.getByText('Møderække: hver anden måned, anden torsdag, 6 møder.')).toBeVisible()
  meeting = new URL(mette.url()).pathname
  expect((await pia.request.get(meeting)).status()).toBe(404)
  await mette.getByRole('button', { name: 'Meld alle 6 datoer ud' }).click()
  await expect(mette.getByRole('button', { name: 'Meld alle 6 datoer ud' })).toHaveCount(0)
  await pia.goto(meeting)
  await expect(pia.getByText('Kommer du?')).toBeVisible()
})

test('two organisations propose, both are taken up, and neither sees the other’s before it is sent', async () => {
  await mette.goto(meeting)
  await mette.getByRole('button', { name: 'Lav dagsordenen' }).click()
  await mette.waitForURL(/\/agenda$/)
  for (const [page, title] of [
    [pia, 'Lys på skolestien'],
    [aase, 'Fælles beboerlokale'],
  ] as const) {
    await page.goto(`${meeting}/propose`)
    await page.getByLabel('Punktets titel').fill(title)
    await page.getByRole('button', { name: 'Send forslaget' }).click()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await mette.goto('/meetings/proposals')
    await mette.getByRole('link', { name: title }).click()
    await expect(mette.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await mette.getByRole('button', { name: 'Sæt på dagsordenen' }).click()
    await expect(mette.getByText('på dagsordenen', { exact: true })).toBeVisible()
  }
  await aase.goto(meeting)
  await expect(aase.getByText('Lys på skolestien')).toHaveCount(0)
})

test('the agenda is rehearsed and sent, and answered', async () => {
  await mette.goto(`${meeting}/agenda/send`)
  await expect(mette.getByRole('row').filter({ hasText: 'Pia Storm' })).toContainText('forummets')
  await mette.getByRole('button', { name: /^Send dagsorden til/ }).click()
  await mette.waitForURL(/sent=/)
  await pia.goto(meeting)
  await pia.getByRole('button', { name: 'Jeg kommer', exact: true }).click()
  await expect(pia.getByText('Du har svaret, at du kommer.')).toBeVisible()
  await aase.goto(meeting)
  await aase.getByRole('button', { name: 'Ingen fra os kommer' }).click()
  await expect(aase.getByText('Du har meldt afbud')).toBeVisible()
  await mette.goto(meeting)
  await expect(mette.getByText(/^\d af 7 forvaltninger kommer\./)).toBeVisible()
})

test('it is held, with the network gone for a while, and who sent an apology is not asked again', async () => {
  await mette.goto(meeting)
  await mette.getByRole('button', { name: /^(Start|Log) mødet$/ }).click()
  await mette.getByRole('link', { name: 'Lys på skolestien' }).click()
  const line = mette.getByRole('textbox', { name: /^Skriv til punktet/ })
  await expect(line).toBeFocused()
  await mette.context().setOffline(true)
  for (const text of ['Der er mørkt ved skolen', '! TMF sætter ti lamper op']) {
    await mette.keyboard.type(text)
    await mette.keyboard.press('Enter')
  }
  await expect(mette.getByText('Offline – 2 linjer venter')).toBeVisible()
  await mette.context().setOffline(false)
  await expect(mette.getByText(/^Gemt \d\d\.\d\d$|^Alt er gemt$/)).toBeVisible({ timeout: 15_000 })
  await expect(mette.getByRole('combobox', { name: 'Åse Aagaard, AAB' })).toHaveValue('apology')
  await mette.getByRole('button', { name: 'Alle deltog' }).click()
  await mette.keyboard.press('Control+Shift+Enter')
  await mette.waitForURL('**/minutes?finished=1')
})

test('the minutes are reviewed although something is missing; a remark is answered, and they are approved', async () => {
  await mette.getByText('Send til kommentering først').click()
  const review = mette.locator('form').filter({ hasText: 'Frist for kommentarer' })
  await review.getByLabel(/Begrundelse for at sende alligevel/).fill('Resten aftales skriftligt.')
  await review.getByRole('button', { name: /^Send til kommentering hos/ }).click()
  await mette.waitForURL(/sent=/)

  await pia.goto(`${meeting}/minutes`)
  expect(await pia.content()).not.toContain('Resten aftales skriftligt')
  const item = pia
    .getByRole('listitem')
    .filter({ has: pia.getByRole('heading', { name: /Lys på skolestien/ }) })
  await item.getByText('Skriv en kommentar').click()
  await item.getByLabel('Kommentar').fill('Der blev sagt tolv lamper.')
  await item.getByRole('button', { name: 'Send kommentaren' }).click()
  await expect(pia.getByText('Venter på svar fra tovholderen.')).toBeVisible()
  await aase.goto(`${meeting}/minutes`)
  expect(await aase.content()).not.toContain('Der blev sagt tolv lamper')

  await mette.goto(`${meeting}/minutes`)
  await mette.getByText('Svar på kommentaren').first().click()
  await mette.getByRole('radio', { name: 'Nej, teksten bliver stående' }).check()
  await mette.getByRole('button', { name: 'Svar på kommentaren' }).click()
  await expect(mette.getByText('Ikke rettet.')).toBeVisible()
  await mette.getByRole('button', { name: 'Godkend referatet' }).click()
  await expect(mette.getByText(/^Godkendt den/)).toBeVisible()
})

test('approved minutes are corrected with a reason, and both versions are compared in words', async () => {
  await mette.getByText('Ret det godkendte referat').click()
  await mette.getByLabel('Hvorfor skal det rettes?').fill('Antallet af lamper var forkert.')
  await mette.getByRole('button', { name: 'Begynd rettelsen' }).click()
  await expect(mette.getByText('Du ser rettelsen, som den står nu.')).toBeVisible()
  await mette.goto(`${meeting}/workspace`)
  await mette.getByRole('link', { name: 'Lys på skolestien' }).click()
  await expect(mette.getByRole('textbox', { name: /^Skriv til punktet/ })).toBeFocused()
  await mette.keyboard.type('Lamperne er tolv')
  await mette.keyboard.press('Enter')
  await expect(mette.getByText(/^Gemt \d\d\.\d\d$|^Alt er gemt$/)).toBeVisible({ timeout: 15_000 })
  await pia.goto(`${meeting}/minutes`)
  await expect(pia.getByText('Lamperne er tolv')).toHaveCount(0)
  await mette.goto(`${meeting}/minutes`)
  await mette
    .getByLabel(/Begrundelse for at sende alligevel/)
    .first()
    .fill('Resten aftales skriftligt.')
  await mette.getByRole('button', { name: /^Godkend og send til/ }).click()
  await mette.waitForURL(/sent=/)
  await pia.reload()
  await expect(pia.getByText('Rettet: Antallet af lamper var forkert.')).toBeVisible()
  await pia.getByRole('link', { name: 'Sammenlign med udgave 1' }).click()
  await expect(pia.locator('ins')).toHaveText(/Tilføjet: Lamperne er tolv/)
  await pia.goto(`${meeting}/minutes?version=1`)
  await expect(pia.getByText('Lamperne er tolv')).toHaveCount(0)
})

test('other programs read the papers and the calendar', async () => {
  for (const file of ['minutes.pdf', 'minutes.docx']) {
    const answer = await pia.request.get(`${meeting}/${file}`)
    const read = await readWords(await answer.body(), answer.headers()['content-type'])
    const words = read.replaceAll(/\s+/g, ' ')
    expect(words, file).toContain('TMF sætter ti lamper op')
    expect(words, file).toContain('Lamperne er tolv')
    expect(words, file).not.toContain('Resten aftales')
  }
  const calendar = await (await pia.request.get(`${meeting}/calendar.ics`)).text()
  const event = new ICAL.Event(new ICAL.Component(ICAL.parse(calendar)).getFirstSubcomponent('vevent')!)
  expect(event.summary).toBe('Boligsocialt Forum Nørrebro')
  expect(event.uid).toContain(meeting.split('/').at(-1))
})

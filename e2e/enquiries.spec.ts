import { type Browser, expect, type Page, test } from '@playwright/test'
import { demoFolder, type Server, startServer } from './server'
import { signInAs } from './sign-in'

let server: Server

test.describe.configure({ timeout: 120_000 })
test.beforeAll(async () => {
  server = await startServer(3162, demoFolder('enquiries'))
})
test.afterAll(async () => {
  await server?.stop()
})

async function as(browser: Browser, name: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url, locale: 'da-DK' })
  const page = await context.newPage()
  await signInAs(page, name)
  return page
}

const DAY = '[a-zø]+dag den \\d+\\. [a-z]+'
const WEEKDAY = '[A-Z][a-z]+day,? \\d+ [A-Z][a-z]+'

test('one enquiry through phone log, two departments, a refusal, a question back, a combined answer and a reopening: the asker always knows whose turn it is', async ({
  browser,
}) => {
  const mette = await as(browser, 'Mette Holm')
  await mette.goto('/enquiries/new')
  await mette.getByLabel('Hvem spørger?').selectOption({ label: 'Pia Storm' })
  await mette.getByLabel('Hvad spørges der om?').fill('Hvem hjælper de unge med fritidsjob? Og med lektier?')
  await mette.getByRole('button', { name: 'Opret henvendelsen' }).click()
  await expect(mette.getByText('Tak. Det er henvendelse 18.')).toBeVisible()
  const address = new URL(mette.url()).pathname

  const pia = await as(browser, 'Pia Storm')
  const rikke = await as(browser, 'Rikke Hedelund')
  await rikke.getByRole('button', { name: 'In English' }).click()
  await expect(rikke.getByRole('link', { name: 'Enquiries' }).first()).toBeVisible()

  /** What the asker's line says, in both languages. */
  const stands = async (danish: string, english: string) => {
    for (const [page, words] of [
      [pia, danish],
      [rikke, english],
    ] as const) {
      await page.goto(address)
      await expect(page.locator('[data-status]')).toHaveText(new RegExp(`^${words}$`))
    }
  }
  const open = async (page: Page, step: string) => {
    await page.goto(`${address}?do=${step}`)
    return page.locator('#do')
  }
  const send = async (page: Page, step: string, text: string, button: string) => {
    const form = await open(page, step)
    await form.getByRole('textbox').fill(text)
    await form.getByRole('button', { name: button }).click()
    await expect(page).toHaveURL(address)
  }
  const route = async (to: string) => {
    const form = await open(mette, 'route')
    await form.getByLabel('Forvaltning').selectOption({ label: to })
    await form.getByRole('button', { name: 'Send videre' }).click()
    await expect(mette).toHaveURL(address)
  }
  const partStep = async (page: Page, summary: string, text: string, button: string) => {
    await page.goto(address)
    await page.getByText(summary).click()
    await page.locator('details[open]').getByRole('textbox').fill(text)
    await page.getByRole('button', { name: button }).click()
    await expect(page.getByText(text)).toBeVisible()
  }
  const expected = `svar ventes ${DAY}`
  const due = `answer expected on ${WEEKDAY}`

  await stands(
    `Hos .+ i det boligsociale team siden i dag · ${expected}`,
    `With .+ of the housing-social team since today · ${due}`,
  )

  await route('BIF')
  await route('BUF')
  await stands(`Hos BIF og BUF siden i dag · ${expected}`, `With BIF and BUF since today · ${due}`)

  const soeren = await as(browser, 'Søren Bak')
  await partStep(soeren, 'Det hører ikke til hos os', 'Fritidsjob er SOF.', 'Send tilbage')
  await stands(`Hos BUF siden i dag · ${expected}`, `With BUF since today · ${due}`)
  await route('SOF')
  const line = await as(browser, 'Line Krogh')
  await line.goto(address)
  await line.getByRole('button', { name: 'Tag den' }).click()
  await expect(line.getByText('taget af Line Krogh')).toBeVisible()

  await send(mette, 'ask', 'Hvor gamle er de unge?', 'Spørg tilbage')
  await stands(
    'Hos jer siden i dag: vi har spurgt om noget\\. Fristen står stille, til I svarer',
    'With you since today: we asked you something\\. The clock stands still until you reply',
  )
  await send(pia, 'reply', 'Fra 13 til 17 år.', 'Svar på spørgsmålet')
  await stands(`Hos BUF og SOF siden i dag · ${expected}`, `With BUF and SOF since today · ${due}`)

  await partStep(line, 'Skriv jeres del af svaret', 'Der er lektiehjælp hver tirsdag.', 'Gem vores del')
  await mette.goto(address)
  await mette.getByText('Skriv jeres del af svaret').click()
  await mette.locator('details[open]').getByRole('textbox').fill('SOF formidler fritidsjob.')
  await mette.getByRole('button', { name: 'Gem vores del' }).click()
  await stands(
    `Hos BUF siden i dag, som samler svaret · ${expected}`,
    `With BUF since today, putting the answer together · ${due}`,
  )

  const answer = await open(line, 'answer')
  await expect(answer.getByRole('textbox')).toHaveValue(
    'Der er lektiehjælp hver tirsdag.\n\nSOF formidler fritidsjob.',
  )
  await answer.getByRole('button', { name: 'Besvar' }).click()
  await expect(line).toHaveURL(address)
  await stands(
    `Besvaret ${DAY} · kan genoptages til og med ${DAY}`,
    `Answered on ${WEEKDAY} · can be reopened up to and including ${WEEKDAY}`,
  )
  await expect(pia.getByText('SOF formidler fritidsjob.')).toBeVisible()
  await expect(pia.getByText('Fritidsjob er SOF.')).toHaveCount(0)

  await send(pia, 'reopen', 'Hvem ringer vi til?', 'Genoptag')
  await stands(
    `Hos BUF siden i dag, som samler svaret · ${expected}`,
    `With BUF since today, putting the answer together · ${due}`,
  )
})

test('while Pia writes, what is similar stands beside with why; not the same goes away and stays away', async ({
  browser,
}) => {
  const pia = await as(browser, 'Pia Storm')
  await pia.goto('/enquiries/new')
  await pia
    .getByRole('textbox')
    .first()
    .fill('Bliver storskraldet ved Titanparken hentet oftere? Porten er fuld af møbler.')
  const beside = pia.getByRole('region', { name: 'Måske er det besvaret før' })
  await expect(beside).toContainText('fælles ord: storskraldet')
  await expect(beside).toContainText('Svar: Ja. Ejendomskontoret')
  const first = (await beside.getByRole('link').first().textContent()) ?? ''
  await beside
    .getByRole('button', { name: /Ikke det samme/ })
    .first()
    .click()
  await expect(beside.getByRole('link', { name: first })).toHaveCount(0)
  await pia.getByRole('button', { name: 'Send til kommunen' }).click()
  await expect(pia.getByText(/Tak\. Det er henvendelse \d+\./)).toBeVisible()

  const mette = await as(browser, 'Mette Holm')
  await mette.goto(new URL(pia.url()).pathname)
  await expect(mette.getByText('der står »storskrald«')).toBeVisible()
  await expect(mette.getByRole('link', { name: first, exact: true })).toHaveCount(0)
  await mette.getByRole('button', { name: 'Send til TMF' }).click()
  await expect(mette.locator('[data-status]')).toContainText('Hos TMF siden i dag')
})

test('what Pia wrote before the scripts came is looked at once they are there', async ({ browser }) => {
  const pia = await as(browser, 'Pia Storm')
  const written = Promise.withResolvers<void>()
  await pia.route('**/*.js*', async (route) => {
    await written.promise
    await route.continue()
  })
  await pia.goto('/enquiries/new', { waitUntil: 'commit' })
  await pia.getByRole('textbox').first().fill('Bliver storskraldet ved Titanparken hentet oftere?')
  written.resolve()
  await expect(pia.getByRole('region', { name: 'Måske er det besvaret før' })).toContainText('storskraldet')
})

test('the triage by keys: down the list and straight to the form', async ({ browser }) => {
  const mette = await as(browser, 'Mette Holm')
  await mette.goto('/enquiries?tab=new')
  await expect(mette.getByText('går op og ned')).toBeVisible()
  await mette.keyboard.press('j')
  await mette.keyboard.press('j')
  await expect(mette.locator('[data-enquiry]').nth(1)).toBeFocused()
  await mette.keyboard.press('k')
  await expect(mette.locator('[data-enquiry]').first()).toBeFocused()
  await mette.keyboard.press('2')
  await expect(mette.getByLabel('Forvaltning')).toBeVisible()
  await mette.getByLabel('Hvad skal de svare på?').fill('1 2 3 4')
  await expect(mette).toHaveURL(/do=route/)
})

test('a web page called mail.eml and a mail from a stranger are each a sentence at the field', async ({
  browser,
}) => {
  const mette = await as(browser, 'Mette Holm')
  await mette.goto('/enquiries/new')
  const send = async (buffer: Buffer) => {
    await mette
      .getByLabel('Mail (.eml)')
      .setInputFiles({ name: 'mail.eml', mimeType: 'message/rfc822', buffer })
    await mette.getByRole('button', { name: 'Opret ud fra mailen' }).click()
  }
  await send(Buffer.from('<html>noise</html>'))
  await expect(mette.getByText('Filen kan ikke læses som en mail.').first()).toBeVisible()
  await send(Buffer.from('From: nogen@example.org\r\nSubject: Hej\r\n\r\nHej'))
  await expect(mette.getByText('nogen@example.org hører ikke til nogen').first()).toBeVisible()
  await mette.getByRole('button', { name: 'Opret henvendelsen' }).click()
  await expect(mette.getByText('Vælg, hvem der spørger.').first()).toBeVisible()
})

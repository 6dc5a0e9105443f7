import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import ICAL from 'ical.js'
import { startSmtpServer, type TestSmtpServer } from '../test/smtp-server'
import { askDatabase } from './ask-database'
import { barriersInBothLooks } from './barriers'
import { invite } from './real'
import { demoFolder, type Server, startServer } from './server'

// One story, from the minutes to the last press.
test.describe.configure({ mode: 'serial', timeout: 120_000 })

const SENDER = 'Én indgang <indgang@example.dk>'
const TITLE = 'Spørg de frivillige, om de vil tage imod'

let smtp: TestSmtpServer
let site: Server
let mette: Page
let meeting: string

const ask = <Row>(sql: string, ...values: string[]) => askDatabase<Row>(site.dataDir, sql, ...values)
/** Ten minutes pass: the clock is the machine's, so the grace is moved instead. */
const letGraceEnd = () =>
  ask("UPDATE outbox SET not_before = '2020-01-01T00:00:00.000Z' WHERE state = 'waiting'")
const stateOf = () =>
  ask<{ state: string }>('SELECT state FROM action_items WHERE title = ?', TITLE)[0]?.state

/** The newest mail to somebody with these words in its subject. */
async function mailTo(address: string, subject: RegExp): Promise<string> {
  letGraceEnd()
  const found = () =>
    smtp.received.findLast(({ to, mail }) => to === address && subject.test(mail.subject ?? ''))
  await expect.poll(found, { timeout: 60_000 }).toBeDefined()
  const text = found()?.mail.text ?? ''
  smtp.received.length = 0
  return text
}
const linkIn = (text: string, after: string) =>
  new RegExp(`${after}[^\\n]*:\\s+(http\\S+)`).exec(text)?.[1] ?? 'no link'

test.beforeAll(async ({ browser }) => {
  smtp = await startSmtpServer()
  const dataDir = demoFolder('mail-alone')
  const sqlite = new Sqlite(join(dataDir, 'en-indgang.db'))
  sqlite.exec("UPDATE installation SET value = 'real' WHERE key = 'kind'")
  sqlite.exec("UPDATE people SET email = replace(email, '@demo.invalid', '@example.dk')")
  meeting = sqlite.prepare('SELECT meeting_id FROM action_items WHERE title = ?').pluck().get(TITLE) as string
  sqlite.close()
  site = await startServer(3183, dataDir, { env: { JOBS: 'on', SMTP_URL: smtp.url, MAIL_FROM: SENDER } })
  mette = await (await browser.newContext({ baseURL: site.url })).newPage()
  await mette.goto(await invite(site, { email: 'mette.holm@example.dk' }))
  await mette.getByRole('main').getByRole('button').click()
  await mette.waitForURL(({ pathname }) => !pathname.startsWith('/sign-in'))
})
test.afterAll(async () => {
  await mette?.context().close()
  await site?.stop()
  await smtp?.close()
})

test('Mette wants to hear at once when somebody answers, and lets her calendar follow', async () => {
  await mette.goto('/me')
  await mette.getByLabel(/nogen svarer på en opgave.*: Straks/).check()
  await mette.locator('#mail').getByRole('button', { name: 'Gem' }).click()
  await expect(mette.locator('#mail').getByText('Gemt')).toBeVisible()
  await mette.reload()
  await expect(mette.getByLabel(/nogen svarer på en opgave.*: Straks/)).toBeChecked()
  expect(await barriersInBothLooks(mette)).toEqual([])

  await mette.getByLabel('Tag fristerne for mine egne opgaver med').check()
  await mette.getByRole('button', { name: 'Lav en adresse' }).click()
  const shown = mette.locator('#feed [role=status]')
  await expect(shown).toContainText('/calendar/')
  const address = (await shown.textContent()) as string
  const read = () => fetch(address)
  const calendar = new ICAL.Component(ICAL.parse(await (await read()).text()))
  expect(calendar.getAllSubcomponents('vevent').length).toBeGreaterThan(2)
  await mette.getByRole('button', { name: 'Luk', exact: true }).click()
  await expect(mette.getByRole('button', { name: 'Luk', exact: true })).toHaveCount(0)
  expect((await read()).status).toBe(404)
})

test('the minutes bring Pia her item, and she takes it without signing in', async ({ browser }) => {
  await mette.goto(`/meetings/${meeting}/minutes`)
  await mette.getByRole('button', { name: /^Godkend og send til/ }).click()
  await mette.waitForURL(/sent=/)
  const text = await mailTo('pia.storm@example.dk', /^Referat/)
  expect(text).toContain(TITLE)
  const pia = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await pia.goto(linkIn(text, 'Jeg tager opgaven'))
  await pia.getByRole('button', { name: 'Jeg tager opgaven' }).click()
  await expect(pia.getByText('Opgaven er taget')).toBeVisible()
  expect(stateOf()).toBe('in_progress')
})

test('a new date reaches her in a mail, and from it she reports the item done; looking did nothing', async ({
  browser,
}) => {
  const [item] = ask<{ id: string }>('SELECT id FROM action_items WHERE title = ?', TITLE)
  await mette.goto(`/action-items/${item?.id}?do=date_moved`)
  await mette.locator('#date_moved').getByLabel('Ny frist').fill('14.1.2028')
  await mette.locator('#date_moved').getByRole('button', { name: 'Flyt fristen' }).click()
  await expect(mette.getByText('Fristen er flyttet.')).toBeVisible()

  const text = await mailTo('pia.storm@example.dk', /^Nyt om en opgave/)
  expect(text).toContain('14. januar 2028')
  const address = linkIn(text, 'Meld udført')
  const pia = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await pia.goto(address)
  await pia.reload()
  await expect(pia.getByText(TITLE)).toBeVisible()
  expect(stateOf()).toBe('in_progress')
  await pia.getByRole('button', { name: 'Meld udført' }).click()
  await expect(pia.getByText(/Skriv en linje/).first()).toBeVisible()
  await pia.getByLabel('Hvad er gjort?').fill('Fire frivillige har sagt ja.')
  await pia.getByRole('button', { name: 'Meld udført' }).click()
  await expect(pia.getByText('Dit svar er gemt')).toBeVisible()
  expect(stateOf()).toBe('reported_done')
  await pia.goto(address)
  await expect(pia.getByRole('heading', { name: 'Linket kan ikke bruges' })).toBeVisible()
})

test('Mette hears of it, and her link leads to the press that closes it', async () => {
  const text = await mailTo('mette.holm@example.dk', /^Nyt om en opgave/)
  expect(text).toContain('har meldt den udført')
  await mette.goto(linkIn(text, 'Se opgaven'))
  await expect(mette.getByText('Fire frivillige har sagt ja.').first()).toBeVisible()
  await mette.getByRole('button', { name: 'Godkend' }).click()
  await expect(mette.getByText('Opgaven er godkendt og afsluttet.')).toBeVisible()
  expect(stateOf()).toBe('closed')
  // Her own acts are not mailed to her, and nobody is told twice.
  letGraceEnd()
  expect(ask("SELECT id FROM outbox WHERE state IN ('waiting', 'failed') AND kind = 'item_news'")).toEqual([])
})

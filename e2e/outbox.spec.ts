import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import ICAL from 'ical.js'
import type { ParsedMail } from 'mailparser'
import { startSmtpServer, type TestSmtpServer } from '../test/smtp-server'
import { askDatabase } from './ask-database'
import { invite } from './real'
import { demoFolder, type Server, startServer } from './server'

const PORT = 3154
const SENDER = 'Én indgang <indgang@example.dk>'

// One story: sending is rehearsed, taken back, resumed, arrives, and what did not arrive is seen to.
test.describe.configure({ mode: 'serial', timeout: 120_000 })

let smtp: TestSmtpServer
let site: Server
let page: Page
let meeting: string
let rehearsed: string[]

const ask = <Row>(sql: string, ...values: string[]) => askDatabase<Row>(site.dataDir, sql, ...values)

/** Ten minutes pass: the clock is the machine's, so the grace is moved instead. */
const letGraceEnd = () =>
  ask("UPDATE outbox SET not_before = '2020-01-01T00:00:00.000Z' WHERE state = 'waiting'")
const states = () =>
  ask<{ state: string }>("SELECT state FROM outbox WHERE kind = 'agenda' ORDER BY state").map(
    ({ state }) => state,
  )

test.beforeAll(async ({ browser }) => {
  smtp = await startSmtpServer()
  const dataDir = demoFolder('outbox')
  const sqlite = new Sqlite(join(dataDir, 'en-indgang.db'))
  sqlite.exec("UPDATE installation SET value = 'real' WHERE key = 'kind'")
  sqlite.exec("UPDATE people SET email = replace(email, '@demo.invalid', '@example.dk')")
  meeting = sqlite.prepare("SELECT id FROM meetings WHERE state = 'planned' LIMIT 1").pluck().get() as string
  sqlite.close()
  site = await startServer(PORT, dataDir, { env: { JOBS: 'on', SMTP_URL: smtp.url, MAIL_FROM: SENDER } })
  page = await (await browser.newContext({ baseURL: site.url })).newPage()
  await page.goto(await invite(site, { email: 'mette.holm@example.dk' }))
  await page.getByRole('main').getByRole('button').click()
  await page.waitForURL(({ pathname }) => !pathname.startsWith('/sign-in'))
})
test.afterAll(async () => {
  await page?.context().close()
  await site?.stop()
  await smtp?.close()
})

test('what was rehearsed waits for ten minutes, and can be taken back and sent after all', async () => {
  await page.goto(`/meetings/${meeting}/agenda/send`)
  rehearsed = await page.getByRole('table').locator('tbody tr:not(.text-muted) th').allTextContents()
  expect(rehearsed.length).toBeGreaterThan(5)
  await page.getByRole('button', { name: /^Send dagsorden til/ }).click()
  await expect(page.getByText(new RegExp(`${rehearsed.length} mails venter til kl\\.`))).toBeVisible()

  await page.getByRole('button', { name: 'Fortryd udsendelsen' }).click()
  await expect(page.getByText(`${rehearsed.length} mails er stoppet.`).first()).toBeVisible()
  expect(new Set(states())).toEqual(new Set(['withdrawn']))
  await page.getByRole('button', { name: 'Send de stoppede mails' }).click()
  await expect(page.getByText(new RegExp(`${rehearsed.length} mails venter til kl\\.`))).toBeVisible()
  expect(smtp.received).toEqual([])
})

test('it arrives with exactly those who were rehearsed, once', async () => {
  const refusing = ask<{ email: string }>(
    'SELECT email FROM people WHERE name = ?',
    rehearsed[0] as string,
  )[0]
  smtp.behave('refuse', refusing?.email)
  letGraceEnd()
  await expect
    .poll(() => states().includes('waiting') || states().includes('sending'), { timeout: 60_000 })
    .toBe(false)

  const names = new Map(
    ask<{ email: string; name: string }>('SELECT email, name FROM people').map(({ email, name }) => [
      email,
      name,
    ]),
  )
  const arrived = smtp.received.map(({ to }) => names.get(to))
  expect(arrived.toSorted()).toEqual(rehearsed.slice(1).toSorted())
  for (const { mail } of smtp.received) {
    expect(mail.from?.text).toContain('indgang@example.dk')
    expect(mail.subject).toMatch(/^Dagsorden: Boligsocialt Forum /)
    expect(mail.text).toContain(`${site.url}/meetings/${meeting}`)
  }
})

/** What a mail program puts into its reader's calendar. */
function calendarOf({ mail }: { mail: ParsedMail }) {
  const file = mail.attachments.find(({ contentType }) => contentType === 'text/calendar')
  const calendar = new ICAL.Component(ICAL.parse(file?.content.toString() ?? ''))
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!)
  return { method: calendar.getFirstPropertyValue('method'), event }
}

test('the mail brings the meeting for the calendar, and an answer with one press that looking never gives', async ({
  browser,
}) => {
  const brought = smtp.received.map(calendarOf)
  expect(new Set(brought.map(({ method }) => method))).toEqual(new Set(['REQUEST']))
  expect(new Set(brought.map(({ event }) => event.uid)).size).toBe(1)

  const { to, mail } = smtp.received[0]!
  const link = /http\S+\/l\/\S+/.exec(mail.text ?? '')?.[0] ?? ''
  const answers = () =>
    ask<{ answer: string | null }>(
      'SELECT answer FROM invitations JOIN people ON people.id = person_id WHERE meeting_id = ? AND email = ?',
      meeting,
      to,
    ).map(({ answer }) => answer)
  // Nobody is signed in here, and nothing runs.
  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await reader.goto(link)
  await reader.reload()
  expect(answers()).toEqual([null])
  await reader.getByRole('button', { name: 'Jeg kommer', exact: true }).click()
  await expect(reader.getByText('Dit svar er gemt.')).toBeVisible()
  expect(answers()).toEqual(['coming'])

  await reader.goto(link)
  await reader.getByText('Ret svaret').click()
  await reader.getByText('Jeg sender en stedfortræder').click()
  await reader.getByRole('button', { name: 'Send svaret' }).first().click()
  await expect(reader.getByText('Skriv stedfortræderens navn.').first()).toBeVisible()
  await reader.getByLabel('Hvem kommer i stedet?').fill('Bo Dahl')
  await reader.getByRole('button', { name: 'Send svaret' }).first().click()
  await expect(reader.getByText('Dit svar er gemt.')).toBeVisible()
  expect(answers()).toEqual(['deputy'])
  await reader.context().close()

  await page.goto(`/meetings/${meeting}`)
  await expect(page.getByText('Bo Dahl kommer i stedet for')).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
})

test('the link alone opens nothing: whoever follows it signs in first, and comes to the agenda', async ({
  browser,
}) => {
  const reader = await (await browser.newContext({ baseURL: site.url })).newPage()
  const address = /http\S+\/meetings\/\S+/.exec(smtp.received[0]?.mail.text ?? '')?.[0] ?? ''
  await reader.goto(address)
  await expect(reader).toHaveURL(/\/sign-in\?next=/)
  await reader.context().close()
})

test('what did not arrive says why, asks before it goes again, and goes', async () => {
  await page.goto('/admin/outbox?state=failed')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await expect(page.getByRole('main')).toContainText('Mailserveren kender ikke modtagerens adresse.')
  await page.getByRole('main').getByRole('link', { name: 'Dagsorden', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Dagsorden til ${rehearsed[0]}`)
  smtp.behave(
    'accept',
    ask<{ email: string }>('SELECT email FROM people WHERE name = ?', rehearsed[0] as string)[0]?.email,
  )
  const before = smtp.received.length
  await page.getByRole('button', { name: 'Send igen' }).click()
  await page.getByText('Er årsagen rettet').waitFor()
  expect(states()).toContain('failed')
  await page.getByRole('button', { name: /^Ja/ }).click()
  await expect.poll(() => smtp.received.length, { timeout: 60_000 }).toBe(before + 1)
  await expect.poll(() => new Set(states())).toEqual(new Set(['sent']))
})

test('a mail can be read as its reader gets it, but not one to sign in by', async () => {
  await page.goto('/admin/outbox')
  await page.getByRole('main').getByRole('link', { name: 'Dagsorden', exact: true }).first().click()
  await page.getByRole('button', { name: 'Læs mailen' }).click()
  await expect(page.getByText(/^Emne: Dagsorden: Boligsocialt Forum/)).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  ask("UPDATE outbox SET kind = 'sign_in', payload = '{}' WHERE id = (SELECT id FROM outbox LIMIT 1)")
  const [{ id }] = ask<{ id: string }>("SELECT id FROM outbox WHERE kind = 'sign_in'") as [{ id: string }]
  await page.goto(`/admin/outbox/${id}`)
  await expect(page.getByText('kunne logge ind som modtageren')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Læs mailen' })).toHaveCount(0)
  const back = "UPDATE outbox SET kind = 'agenda', payload = json_object('meetingId', ?) WHERE id = ?"
  ask(back, meeting, id)
})

test('moved and cancelled, the same entry of the calendar hears of it, each time once', async () => {
  const uid = calendarOf(smtp.received[0]!).event.uid
  const arrived = async (subject: RegExp) => {
    letGraceEnd()
    const count = () => smtp.received.filter(({ mail }) => subject.test(mail.subject ?? ''))
    await expect.poll(() => count().length, { timeout: 60_000 }).toBe(rehearsed.length)
    return count().map(calendarOf)
  }
  await page.goto(`/meetings/${meeting}/agenda`)
  await page.getByText('Ret tid og sted').click()
  await page.getByRole('textbox', { name: /^Sted/ }).fill('Sal 2, indgang B')
  await page.getByRole('button', { name: 'Gem mødet' }).click()
  await expect(page.getByText('Mødet er gemt.')).toBeVisible()
  const moved = await arrived(/^Ændret møde:/)
  expect(moved.every(({ event }) => event.uid === uid && event.sequence === 1)).toBe(true)
  expect(moved[0]?.event.location).toContain('Sal 2, indgang B')

  await page.reload()
  await page.getByRole('group').filter({ hasText: 'Aflys mødet' }).getByText('Aflys mødet').first().click()
  await page.getByLabel('Begrundelse').fill('Salen er ikke ledig.')
  await page.getByRole('button', { name: 'Aflys mødet' }).click()
  await expect(page.getByText('Mødet er aflyst.')).toBeVisible()
  const cancelled = await arrived(/^Aflyst:/)
  expect(cancelled.every(({ method, event }) => method === 'CANCEL' && event.uid === uid)).toBe(true)
  expect(cancelled[0]?.event.sequence).toBe(2)
})

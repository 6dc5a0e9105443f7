import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContext, expect, type Page, request, test } from '@playwright/test'
import { hashToken, newToken } from '../auth/tokens'
import { startSmtpServer, type TestSmtpServer } from '../test/smtp-server'
import { askDatabase } from './ask-database'
import { invite, realFolder } from './real'
import { type Server, startServer } from './server'

const PORT = 3161
const PIA = {
  email: 'pia.storm@fsb.example',
  role: 'housing_organisation',
  party: 'fsb',
  name: 'Pia Storm',
}

let site: Server
let post: TestSmtpServer

test.describe.configure({ mode: 'serial', timeout: 120_000 })

test.beforeAll(async () => {
  post = await startSmtpServer()
  site = await startServer(PORT, await realFolder('mail-sign-in'), {
    env: { JOBS: 'on', SMTP_URL: post.url, MAIL_FROM: 'Én indgang <enindgang@kommune.example>' },
  })
  await invite(site, PIA)
})
test.afterAll(async () => {
  await site?.stop()
  await post?.close()
})
test.beforeEach(() => {
  ask('DELETE FROM rate_limits')
})

const ask = <Row>(sql: string, ...values: string[]) => askDatabase<Row>(site.dataDir, sql, ...values)
const countSessions = () => ask('SELECT 1 FROM sessions').length

/** A browser nobody has used. */
const stranger = (browser: Browser, options: object = {}): Promise<BrowserContext> =>
  browser.newContext({ baseURL: site.url, ...options })

async function askForMail(page: Page, address: string, from = '/sign-in'): Promise<void> {
  await page.goto(from)
  await page.getByLabel('Din mailadresse').fill(address)
  await page.getByRole('button', { name: 'Send mig en mail' }).click()
  await page.waitForURL('**/sign-in/code')
  await expect(page.getByRole('main')).toContainText('hvis adressen er kendt')
}

/** Asks, and waits for the mail that this makes. */
async function askAndRead(page: Page, from?: string): Promise<{ link: string; code: string }> {
  const before = post.received.length
  await askForMail(page, 'Pia.Storm@FSB.example', from)
  await expect.poll(() => post.received.length, { timeout: 30_000 }).toBe(before + 1)
  const { to, mail } = post.received.at(-1) ?? { to: '', mail: { text: '' } }
  expect(to).toBe(PIA.email)
  const [link = ''] = /https?:\/\/\S+\/sign-in\/mail\/[\w-]{43}/.exec(mail.text ?? '') ?? []
  const [code = ''] = /\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b/.exec(mail.text ?? '') ?? []
  expect([link, code]).not.toContain('')
  return { link, code }
}

async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Kode').fill(code)
  await page.getByRole('button', { name: 'Log ind' }).click()
}

/** Opens an address as a mail scanner does: again and again, in both ways, remembering nothing. */
async function scan(address: string): Promise<void> {
  const scanner = await request.newContext()
  for (let look = 0; look < 10; look++) {
    for (const answer of [await scanner.get(address), await scanner.head(address)]) {
      expect(answer.status()).toBe(200)
      expect(answer.headers()['referrer-policy']).toBe('strict-origin')
      expect(answer.headers()['set-cookie']).toBeUndefined()
    }
  }
  await scanner.dispose()
}

const violations = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations
const isIn = (page: Page) => expect(page.getByRole('link', { name: /Pia Storm/ })).toBeVisible()

test('the link works in the browser that asked, after ten looks of a mail scanner, and once', async ({
  browser,
}) => {
  const context = await stranger(browser)
  const page = await context.newPage()
  const { link, code } = await askAndRead(page, '/sign-in?next=/meetings?when=past')
  expect(await violations(page)).toEqual([])
  const [kept] = (await context.cookies()).filter(({ name }) => name === 'sign-in')
  expect(kept).toMatchObject({ httpOnly: true, sameSite: 'Lax' })

  await scan(link)
  expect(countSessions()).toBe(0)

  const mailTab = await context.newPage()
  await mailTab.goto(link)
  await expect(mailTab).toHaveURL(`${site.url}/sign-in/mail/opened`)
  expect(await violations(mailTab)).toEqual([])
  await mailTab.getByRole('button', { name: 'Log ind' }).click()
  await mailTab.waitForURL('**/meetings?when=past')
  await isIn(mailTab)
  expect(ask('SELECT method FROM sessions')).toEqual([{ method: 'mail' }])
  expect((await context.cookies()).map(({ name }) => name)).not.toContain('sign-in')

  await mailTab.goto(link)
  await expect(mailTab.getByRole('main')).toContainText('Linket kan ikke bruges')
  await expect(mailTab.getByRole('main').getByRole('button')).toHaveCount(0)
  await context.close()

  const files = readdirSync(site.dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'))
  const secrets = [link.split('/').at(-1), code, code.replace('-', ''), kept?.value.split('.')[0]]
  for (const secret of secrets) expect(files.some((text) => text.includes(secret ?? ''))).toBe(false)
  expect(files.some((text) => text.includes(PIA.email))).toBe(true)
})

test('every other browser is sent back to the first tab, where the code lets in', async ({ browser }) => {
  const [context, telephone] = [await stranger(browser), await stranger(browser)]
  const [page, there] = [await context.newPage(), await telephone.newPage()]
  const { link, code } = await askAndRead(page)
  await there.goto(link)
  await expect(there.getByRole('main')).toContainText('Du bad om mailen i en anden browser')
  await expect(there.getByRole('main').getByRole('button')).toHaveCount(0)
  expect(await violations(there)).toEqual([])
  await there.goto('/sign-in/code')
  await expect(there.getByLabel('Kode')).toHaveCount(0)

  await typeCode(page, code.toLowerCase().replace('-', ' '))
  await page.waitForURL(`${site.url}/`)
  await isIn(page)
  await Promise.all([context.close(), telephone.close()])
})

test('the sixth try fails, right as the code is, and the link with it', async ({ browser }) => {
  const context = await stranger(browser)
  const page = await context.newPage()
  const { link, code } = await askAndRead(page)
  const wrong = (code.startsWith('0') ? '1' : '0') + code.slice(1)
  const before = countSessions()
  for (const typed of [...Array(5).fill(wrong), code]) {
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    await typeCode(page, typed)
    await answered
    await expect(page.getByText('Koden kan ikke bruges').first()).toBeVisible()
  }
  expect(countSessions()).toBe(before)
  expect(await violations(page)).toEqual([])
  expect(ask('SELECT tries FROM sign_in_requests ORDER BY created_at DESC LIMIT 1')).toEqual([{ tries: 5 }])
  await page.goto(link)
  await expect(page.getByRole('main')).toContainText('Linket kan ikke bruges')
  await context.close()
})

test('works without JavaScript, by link and by code', async ({ browser }) => {
  for (const by of ['link', 'code'] as const) {
    const context = await stranger(browser, { javaScriptEnabled: false })
    const page = await context.newPage()
    const mail = await askAndRead(page)
    if (by === 'code') await typeCode(page, mail.code)
    else {
      await page.goto(mail.link)
      await page.getByRole('button', { name: 'Log ind' }).click()
    }
    await page.waitForURL(`${site.url}/`)
    await isIn(page)
    await context.close()
  }
})

test('what is no address is refused beside what was typed, and nothing is posted', async ({ browser }) => {
  const context = await stranger(browser)
  const page = await context.newPage()
  const before = ask('SELECT 1 FROM outbox').length
  await page.goto('/sign-in')
  for (const typed of ['pia.storm@fsb.example, evil@evil.example', 'pia.storm＠fsb.example', 'pia']) {
    await page.getByLabel('Din mailadresse').fill(typed)
    await page.getByRole('button', { name: 'Send mig en mail' }).click()
    await expect(page.getByText('Skriv din mailadresse som').first()).toBeVisible()
    await expect(page.getByLabel('Din mailadresse')).toHaveValue(typed)
  }
  expect(await violations(page)).toEqual([])
  expect(ask('SELECT 1 FROM outbox')).toHaveLength(before)
  await context.close()
})

test('a known and an unknown address get the same answer, byte for byte, also one too many', async () => {
  const send = await form()
  const ways = { known: PIA.email, unknown: 'nobody@fsb.example' }
  const answers = { known: [] as string[], unknown: [] as string[] }
  for (let round = 0; round < 200; round++) {
    // The fourth and fifth of each five rounds are one too many.
    if (round % 5 === 0) ask('DELETE FROM rate_limits')
    for (const [way, address] of Object.entries(ways))
      answers[way as keyof typeof ways].push(await send(address))
  }
  const different = new Set([...answers.known, ...answers.unknown])
  expect([...different]).toHaveLength(1)
  expect([...different][0]).toMatch(/^303 /)
})

/** Sends the form as a browser without JavaScript does; gives the whole answer without its random values. */
async function form(): Promise<(address: string) => Promise<string>> {
  const html = await (await fetch(`${site.url}/sign-in`)).text()
  const start = html.indexOf('<form', html.indexOf('<main'))
  const fields = [...html.slice(start, html.indexOf('</form>', start)).matchAll(/<input[^>]*>/g)]
    .map(([input]) => [/name="([^"]*)"/.exec(input)?.[1] ?? '', /value="([^"]*)"/.exec(input)?.[1] ?? ''])
    .filter(([name]) => name && name !== 'address')
  return async (address) => {
    const body = new FormData()
    for (const [name = '', value = ''] of fields) body.set(name, value.replaceAll('&quot;', '"'))
    body.set('address', address)
    const answer = await fetch(`${site.url}/sign-in`, {
      method: 'POST',
      body,
      headers: { origin: site.url },
      redirect: 'manual',
    })
    const headers = [...answer.headers].filter(([name]) => name !== 'date').map((header) => header.join(': '))
    return [`${answer.status} `, ...headers, await answer.text()]
      .join('\n')
      .replaceAll(/sign-in=[\w-]{43}/g, 'sign-in=…')
      .replaceAll(/Expires=[^;]+/gi, 'Expires=…')
      .replaceAll(/nonce-[\w+/=]+/g, 'nonce-…')
  }
}

test('a hundred requests for one address make three mails', async () => {
  const send = await form()
  const before = ask('SELECT 1 FROM outbox').length
  await Promise.all(Array.from({ length: 100 }, () => send(PIA.email)))
  expect(ask('SELECT 1 FROM outbox')).toHaveLength(before + 3)
})

test('a signed link says what a press does, does it once for its person, and signs nobody in', async ({
  browser,
}) => {
  const [token, item] = [newToken(), 'a-task-for-pia']
  const person = "(SELECT id FROM people WHERE name = 'Pia Storm')"
  ask(
    `INSERT INTO action_items (id, forum_id, title, responsible_party_id, responsible_person_id, issuer_id,
       agreed_on, due_on, visibility, created_at, released_at)
     SELECT ?, (SELECT id FROM forums WHERE slug = 'noerrebro'), 'Ring til viceværten', party_id, id, id,
       '2026-11-01', '2026-12-01', 'forum', '2026-11-01T09:00:00.000Z', '2026-11-01T09:00:00.000Z'
     FROM people WHERE id = ${person}`,
    item,
  )
  ask(
    `INSERT INTO signed_links (id, token_hash, person_id, purpose, subject_id, created_at, expires_at)
     SELECT 'link', ?, ${person}, 'action_item.accept', ?, ?, '2099-01-01T00:00:00.000Z'`,
    hashToken(token),
    item,
    new Date().toISOString(),
  )
  const link = `${site.url}/l/${token}`
  const stateOf = () => ask<{ state: string }>('SELECT state FROM action_items WHERE id = ?', item)[0]?.state
  const before = countSessions()
  await scan(link)
  expect(stateOf()).toBe('open')

  for (const options of [{}, { javaScriptEnabled: false }]) {
    const context = await stranger(browser, options)
    const page = await context.newPage()
    await page.goto(link)
    await expect(page.getByRole('main')).toContainText('Ring til viceværten')
    await expect(page.getByRole('main')).toContainText('Du gør det som Pia Storm')
    if (!('javaScriptEnabled' in options)) expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Jeg tager opgaven' }).click()
    await page.waitForURL('**/l/done?*')
    await expect(page.getByRole('main')).toContainText('står nu som i gang')
    expect(stateOf()).toBe('in_progress')
    expect(await context.cookies()).toEqual([])

    await page.goto(link)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Linket kan ikke bruges')
    const used = await page.getByRole('main').textContent()
    await page.goto('/l/unknown')
    expect(await page.getByRole('main').textContent()).toBe(used)
    await context.close()
    ask("UPDATE action_items SET state = 'open' WHERE id = ?", item)
    ask("UPDATE signed_links SET used_at = NULL WHERE id = 'link'")
  }
  expect(countSessions()).toBe(before)
})

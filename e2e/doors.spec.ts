import { connect } from 'node:net'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import { answerHeaders } from '../auth/answer-headers'
import da from '../i18n/da/shell.json' with { type: 'json' }
import en from '../i18n/en/shell.json' with { type: 'json' }
import { type Answer, type Asked, ask, askRaw, formBody, multipart, PAGE } from './ask'
import { cookiesOf } from './cookies'
import { actionIds, filled, savingRoutes } from './doors/endpoints'
import { INSIDES, savedState } from './doors/state'
import { copyFolder, demoFolder, type Server, startServer } from './server'
import { signInAs } from './sign-in'
import { copySite } from './site-copy'

let server: Server
let own: { Origin: string }
let mette: string

test.describe.configure({ timeout: 480_000 })

test.beforeAll(async ({ browser }) => {
  server = await startServer(3141, demoFolder('doors'))
  own = { Origin: server.url }
  mette = await cookiesOf(browser, server.url, 'Mette Holm')
})

test.afterAll(async () => {
  await server?.stop()
})

const REQUIRED = [...answerHeaders().map(([name]) => name.toLowerCase()), 'cache-control']
/** Which headers are missing or there twice. */
const amiss = ({ names }: Answer) =>
  REQUIRED.filter((required) => names.filter((name) => name === required).length !== 1)

const lines = '/meetings/x/workspace/lines'
const nobody = '00000000-0000-4000-8000-000000000000'
const nowhere = JSON.stringify({ kind: 'note', id: nobody, itemId: nobody, text: 'Ord' })
const json = { 'Content-Type': 'application/json' }

/** Every kind of answer there is, and the status that shows it is that kind. */
const answers = (): [kind: string, status: number, Asked][] => [
  ['a page', 200, { path: '/sign-in', headers: PAGE }],
  ['a private page', 200, { path: '/meetings', headers: { Cookie: mette } }],
  ['raw page data', 200, { path: '/meetings', headers: { Cookie: mette } }],
  ['the way to the sign-in page', 307, { path: '/meetings' }],
  ['a short address', 307, { path: '/was' }],
  ['a doubled slash', 308, { path: '//meetings' }],
  ['an unknown address', 404, { path: '/no/such/page' }],
  ['a page that is not there', 404, { path: '/meetings/nowhere', headers: { Cookie: mette } }],
  ['a misspelt address', 400, { path: '/meetings/%ZZ', headers: PAGE }],
  ['another site’s write', 403, { method: 'POST', path: '/sign-in', headers: PAGE }],
  ['a body without a length', 411, { method: 'POST', path: lines, headers: own, body: '{}', chunked: true }],
  ['too large a body', 413, { method: 'POST', path: lines, headers: own, body: 'x'.repeat(600_000) }],
  [
    'no form of ours',
    400,
    { method: 'POST', path: '/sign-in', headers: { ...own, 'Next-Action': 'x' }, body: '[]' },
  ],
  ['a stranger’s write', 401, { method: 'POST', path: lines, headers: { ...own, ...json }, body: '{}' }],
  [
    'a write of nothing',
    404,
    { method: 'POST', path: lines, headers: { ...own, ...json, Cookie: mette }, body: nowhere },
  ],
  [
    'an unreadable write',
    422,
    { method: 'POST', path: lines, headers: { ...own, ...json, Cookie: mette }, body: '{' },
  ],
  ['a wrong method', 405, { path: lines }],
  ['the methods of a route', 204, { method: 'OPTIONS', path: lines }],
  ['a file', 200, { path: '/icon.svg' }],
  ['robots', 200, { path: '/robots.txt' }],
  ['health', 200, { path: '/healthz' }],
  ['a missing file', 404, { path: '/_next/static/none.js' }],
  ['an image nobody resizes', 404, { path: '/_next/image?url=x&w=64&q=75' }],
]

test('every kind of answer carries the whole set of headers, and nothing private is kept', async () => {
  for (const [kind, status, asked] of answers()) {
    const answer = await (kind.startsWith('raw') ? askRaw : ask)(server.url, asked)
    expect.soft(answer.status, kind).toBe(status)
    expect.soft(amiss(answer), kind).toEqual([])
    expect.soft(answer.headers['cache-control'], kind).toContain(kind.includes('file') ? '' : 'no-store')
    expect.soft(answer.body, kind).not.toMatch(INSIDES)
  }
})

test('a page runs only scripts with its own nonce, another one each time; its files may be kept', async () => {
  const page = () => ask(server.url, { path: '/sign-in' })
  const [first, second] = [await page(), await page()]
  const nonce = ({ headers }: Answer) =>
    /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1]
  expect(nonce(first)).toBeTruthy()
  expect(nonce(first)).not.toBe(nonce(second))
  expect(first.headers['content-security-policy']).not.toContain('unsafe')
  const scripts = first.body.match(/<script[^>]*>/g) ?? []
  expect(scripts.length).toBeGreaterThan(3)
  expect(scripts.filter((script) => !script.includes(`nonce="${nonce(first)}"`))).toEqual([])
  expect(first.body).not.toMatch(/<[^>]+ style=/)

  const script = first.body.match(/\/_next\/static\/[^"\\]+\.js/)?.[0] as string
  const file = await ask(server.url, { path: script })
  expect(amiss(file)).toEqual([])
  expect(file.headers['cache-control']).toContain('immutable')
})

test('only what Node answers before it knows the request has none: that is where this table would fail', async () => {
  const said = await new Promise<string>((resolve) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => socket.end('NO HTTP\r\n\r\n'))
    socket.on('data', (data) => resolve(data.toString()))
  })
  const names = said.split('\r\n').map((line) => line.split(':')[0]?.toLowerCase() ?? '')
  expect(said).toContain('400 Bad Request')
  expect(amiss({ status: 400, headers: {}, names, bytes: Buffer.of(), body: '' })).toEqual(REQUIRED)
})

test('the door refuses in the language of the browser, on a page or in a sentence', async () => {
  const refused = (headers: Record<string, string>) =>
    ask(server.url, { method: 'POST', path: '/sign-in', headers })
  const danish = await refused(PAGE)
  expect(danish.body).toContain('<html lang="da">')
  expect(danish.body).toContain(da.refused.foreignOrigin)
  const english = await refused({ ...PAGE, Cookie: 'locale=en' })
  expect(english.body).toContain('<html lang="en">')
  expect(english.body).toContain(en.refused.foreignOrigin)
  expect((await refused({ Accept: 'text/x-component' })).body).toBe(da.refused.foreignOrigin)
})

/** Where a write may claim to come from without coming from us. */
const strangers = (): Record<string, string>[] => [
  {},
  { Origin: 'null' },
  { Origin: 'https://evil.example' },
  { Origin: 'http://127.0.0.1:1' },
  { Origin: `${server.url}.evil.example` },
  { Origin: server.url.replace('http:', 'https:') },
  { Origin: 'http://evil.example', 'X-Forwarded-Host': 'evil.example' },
  { Origin: 'http://evil.example', Host: 'evil.example' },
  { ...own, 'Sec-Fetch-Site': 'cross-site' },
  { ...own, 'Sec-Fetch-Site': 'same-site' },
]

/** A write to every form and every address that saves, each with a body it could take. */
const writes = (folder?: string): Asked[] => {
  const meeting = one("SELECT id FROM meetings WHERE state = 'agenda_sent'")
  const form = formBody({ id: meeting, meetingId: meeting, version: '1', locale: 'en', theme: 'dark' })
  return [
    ...savingRoutes().map(({ method, route }) => ({
      method,
      path: filled(route, meeting),
      headers: json,
      body: JSON.stringify({ text: 'Ord', name: 'Ord', title: 'Ord' }),
    })),
    ...actionIds(folder).map((id) => ({
      method: 'POST',
      path: '/me',
      headers: { 'Next-Action': id, 'Content-Type': form.type },
      body: form.body,
    })),
  ]
}

function one(sql: string): string {
  const sqlite = new Sqlite(join(server.dataDir, 'en-indgang.db'), { readonly: true })
  const found = sqlite.prepare(sql).pluck().get() as string
  sqlite.close()
  return found
}

const asMette = (asked: Asked, from: Record<string, string>): Asked => ({
  ...asked,
  headers: { ...asked.headers, Cookie: mette, ...from },
})

test('no other site writes through any form or address, whoever is signed in', async () => {
  const before = savedState(server.dataDir)
  const all = writes()
  expect(all.length).toBeGreaterThan(70)
  for (const from of strangers()) {
    const statuses = new Set<number>()
    for (const asked of all) statuses.add((await ask(server.url, asMette(asked, from))).status)
    expect.soft([...statuses], JSON.stringify(from)).toEqual([403])
  }
  expect(savedState(server.dataDir)).toBe(before)
})

test('without the door the same is refused inside, and what the door keeps out shows', async () => {
  const open = copySite('no-door')
  open.change('proxy.ts', 'await whyRefused(request)', 'null as Awaited<ReturnType<typeof whyRefused>>')
  await open.build()
  const before = savedState(server.dataDir)
  await server.stop()
  const weak = await startServer(3141, server.dataDir, { cwd: open.folder })
  try {
    for (const from of strangers()) {
      for (const asked of writes(open.folder)) await ask(weak.url, asMette(asked, from))
    }
    expect(savedState(weak.dataDir)).toBe(before)
    const foreign = writes(open.folder).map((asked) => ask(weak.url, asMette(asked, { Origin: 'null' })))
    expect((await Promise.all(foreign)).some(({ status }) => status !== 403)).toBe(true)
    const broken = multipart([['0', '["$1:__proto__:then"]']])
    const { status } = await ask(weak.url, {
      method: 'POST',
      path: '/sign-in',
      headers: {
        Origin: weak.url,
        'Next-Action': actionIds(open.folder)[0] as string,
        'Content-Type': broken.type,
      },
      body: broken.body,
    })
    expect(status).toBe(500)
  } finally {
    await weak.stop()
    server = await startServer(3141, server.dataDir)
  }
})

test('after signing out the way back shows no page of before', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: server.url })
  const page = await context.newPage()
  await signInAs(page, 'Pia Storm')
  await page.goto('/meetings')
  await page.getByRole('navigation', { name: 'Hovedmenu' }).getByRole('link', { name: 'Fora' }).click()
  await expect(page).toHaveURL('/forums')
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', { name: 'Log ud' }).click()
  expect(await (await answered).headerValue('clear-site-data')).toBe('"cache"')
  await expect(page).toHaveURL('/sign-in')
  for (let step = 0; step < 2; step++) {
    await page.goBack()
    await expect(page).toHaveURL(/\/sign-in/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Log ind')
  }
  await context.close()
})

test('a failure is ours to tell: with scripts, without them, in both languages, and nothing of the inside', async ({
  browser,
}) => {
  const sqlite = new Sqlite(join(server.dataDir, 'en-indgang.db'))
  sqlite.exec('ALTER TABLE classifications RENAME TO lost')
  try {
    const path = '/admin/lists/theme'
    const failed = await ask(server.url, { path, headers: { Cookie: `${mette}; locale=en` } })
    expect(failed.status).toBe(500)
    expect(amiss(failed)).toEqual([])
    expect(failed.body).toContain('The page could not be shown')
    expect(failed.body).not.toMatch(INSIDES)
    for (const javaScriptEnabled of [true, false]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled, colorScheme })
        await context.addCookies(mette.split('; ').map((pair) => cookie(pair, server.url)))
        const page = await context.newPage()
        await page.goto(path)
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Siden kunne ikke vises')
        await context.close()
      }
    }
  } finally {
    sqlite.exec('ALTER TABLE lost RENAME TO classifications')
    sqlite.close()
  }
})

const cookie = (pair: string, url: string) => {
  const [name = '', value = ''] = pair.split('=')
  return { name, value, url }
}

test('who saves faster than a hand can is asked to wait, alone and in words', async ({ browser }) => {
  const folder = copyFolder(server.dataDir, 'doors-too-fast')
  const strict = await startServer(3144, folder, { env: { WRITES_A_MINUTE: '3' } })
  try {
    const person = async (name: string) => {
      const cookie = await cookiesOf(browser, strict.url, name)
      const headers = { ...json, Origin: strict.url, Cookie: cookie }
      return () => ask(strict.url, { method: 'POST', path: lines, headers, body: nowhere })
    }
    const [mette, jonas] = [await person('Mette Holm'), await person('Jonas Friis')]
    const statuses: number[] = []
    for (let time = 0; time < 3; time++) statuses.push((await mette()).status)
    expect(statuses).toEqual([404, 404, 404])
    const refused = await mette()
    expect(refused.status).toBe(429)
    expect(JSON.parse(refused.body).error).toMatch(/vent et minut/)
    expect((await jonas()).status).toBe(404)
  } finally {
    await strict.stop()
  }
})

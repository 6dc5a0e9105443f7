import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { CLIENT, type OidcProvider, startOidcProvider } from '../test/oidc-provider'
import { askDatabase } from './ask-database'
import { invite, realFolder } from './real'
import { type Server, startServer } from './server'

const PORT = 3145
const KAREN = { email: 'karen.lund@example.dk', role: 'department_lead', party: 'BIF', name: 'Karen Lund' }
const METTE = { email: 'mette.holm@example.dk', role: 'coordinator', party: 'TMF', name: 'Mette Holm' }
const WORK_ACCOUNT = 'Log ind med arbejdskonto'

let site: Server
let provider: OidcProvider
let invitationOfMette: string

test.describe.configure({ mode: 'serial', timeout: 120_000 })

test.beforeAll(async () => {
  provider = await startOidcProvider(`http://127.0.0.1:${PORT}`)
  site = await startServer(PORT, await realFolder('oidc'), {
    env: {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: CLIENT.clientId,
      OIDC_CLIENT_SECRET: CLIENT.clientSecret,
    },
  })
})
test.afterAll(async () => {
  await Promise.all([site?.stop(), provider?.stop()])
})
test.beforeEach(() => {
  provider.account = { sub: 'karen', email: KAREN.email, name: KAREN.name }
  provider.lies = {}
})

const ask = <Row>(sql: string, ...values: string[]) => askDatabase<Row>(site.dataDir, sql, ...values)
const linked = () =>
  ask<{ subject: string; name: string }>(
    'SELECT subject, name FROM identities JOIN people ON people.id = person_id ORDER BY name',
  )
const countSessions = () => ask('SELECT 1 FROM sessions').length
const refusals = () =>
  ask<{ reason: string }>("SELECT subject_id AS reason FROM events WHERE kind = 'sign-in.refused'").map(
    ({ reason }) => reason,
  )

/** A browser nobody has used. */
async function stranger(browser: Browser, options: object = {}): Promise<Page> {
  return (await browser.newContext({ baseURL: site.url, ...options })).newPage()
}

async function signIn(page: Page, from = '/sign-in'): Promise<void> {
  await page.goto(from)
  const start = page.url()
  await page.getByRole('button', { name: WORK_ACCOUNT }).click()
  await page.waitForURL(({ href, origin }) => origin === site.url && href !== start)
}

const isRefused = async (page: Page, words: RegExp) => {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Du er ikke logget ind')
  await expect(page.getByRole('main')).toContainText(words)
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the sign-in page shows two clear ways, on a phone too, ${colorScheme}`, async ({ browser }) => {
    const page = await stranger(browser, { colorScheme, viewport: { width: 320, height: 700 } })
    await page.goto('/sign-in')
    await expect(page.getByRole('heading', { level: 2 })).toHaveText([
      'Medarbejder i kommunen',
      'Boligorganisation eller partner',
    ])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await page.context().close()
  })
}

test('an account nobody invited stays outside, whatever mail address it has', async ({ browser }) => {
  await invite(site, KAREN)
  provider.account = { sub: 'intruder', email: KAREN.email, name: KAREN.name }
  const page = await stranger(browser)
  await signIn(page)
  await isRefused(page, /ikke koblet til en person her. Bed det boligsociale team om en invitation/)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  expect([linked(), countSessions(), refusals()]).toEqual([[], 0, ['noAccess']])
  await page.context().close()
})

test('the invitation connects the account, once, and the account alone is enough ever after', async ({
  browser,
}) => {
  const invitation = await invite(site, { email: KAREN.email })
  const page = await stranger(browser)
  await page.goto(invitation)
  await expect(page.getByRole('main')).toContainText('Invitationen er til Karen Lund.')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await signIn(page, invitation)
  await expect(page.getByRole('link', { name: /Karen Lund/ })).toBeVisible()
  expect(linked()).toEqual([{ subject: 'karen', name: 'Karen Lund' }])
  expect((await page.context().cookies(site.url)).map(({ name }) => name)).not.toContainEqual(
    expect.stringContaining('en-indgang.'),
  )

  await page.getByRole('button', { name: 'Log ud' }).first().click()
  await page.waitForURL('**/sign-in')
  await page.goBack()
  await expect(page.getByRole('button', { name: WORK_ACCOUNT })).toBeVisible()
  await page.goto(invitation)
  await expect(page.getByRole('main')).toContainText('Linket kan ikke bruges')

  await signIn(page, '/meetings?when=past')
  expect(page.url()).toBe(`${site.url}/meetings?when=past`)
  await page.context().close()
})

test('works without JavaScript', async ({ browser }) => {
  const page = await stranger(browser, { javaScriptEnabled: false })
  await signIn(page)
  await expect(page.getByRole('link', { name: /Karen Lund/ })).toBeVisible()
  await page.context().close()
})

test('afterwards one is led to an address of our own only', async ({ browser }) => {
  for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)']) {
    const page = await stranger(browser)
    await signIn(page, `/sign-in?next=${encodeURIComponent(next)}`)
    expect(page.url(), next).toBe(`${site.url}/`)
    await page.context().close()
  }
})

test('an account that is somebody’s is not connected to another', async ({ browser }) => {
  const page = await stranger(browser)
  invitationOfMette = await invite(site, METTE)
  await signIn(page, invitationOfMette)
  await isRefused(page, /hører allerede til en anden person/)
  expect(linked()).toEqual([{ subject: 'karen', name: 'Karen Lund' }])
  await page.context().close()
})

test('somebody deactivated is out at the next request, and stays out', async ({ browser }) => {
  const page = await stranger(browser)
  await signIn(page)
  ask('UPDATE people SET deactivated_at = ? WHERE name = ?', new Date().toISOString(), KAREN.name)
  expect(await (await page.request.get('/meetings', { maxRedirects: 0 })).status()).toBe(307)
  await page.goto('/meetings')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await signIn(page)
  await isRefused(page, /Bed det boligsociale team om en invitation/)
  ask('UPDATE people SET deactivated_at = NULL WHERE name = ?', KAREN.name)
  await page.context().close()
})

test('a request keeps a session alive, two hours without one end it', async ({ browser }) => {
  const page = await stranger(browser)
  await signIn(page)
  const seen = (minutesAgo: number) =>
    ask('UPDATE sessions SET last_seen_at = ?', new Date(Date.now() - minutesAgo * 60_000).toISOString())
  const idleMinutes = () =>
    (Date.now() -
      Date.parse(ask<{ at: string }>('SELECT max(last_seen_at) AS at FROM sessions')[0]?.at ?? '')) /
    60_000
  seen(119)
  await page.goto('/meetings')
  await expect(page).toHaveURL(`${site.url}/meetings`)
  await expect.poll(idleMinutes).toBeLessThan(1)
  seen(121)
  await page.goto('/meetings')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  ask('DELETE FROM sessions')
  await page.context().close()
})

test('one press signs out everywhere', async ({ browser }) => {
  const [here, there] = [await stranger(browser), await stranger(browser)]
  for (const page of [here, there]) await signIn(page)
  await here.goto('/me')
  await expect(here.getByText(/gange med arbejdskonto/)).toBeVisible()
  await here.getByRole('button', { name: 'Log ud overalt' }).click()
  await here.waitForURL('**/sign-in')
  await there.goto('/me')
  await expect(there).toHaveURL(/\/sign-in\?next=/)
  expect(countSessions()).toBe(0)
  await Promise.all([here.context().close(), there.context().close()])
})

const LIES: Record<string, () => OidcProvider['lies']> = {
  'another issuer': () => ({ claims: { iss: 'https://evil.example' } }),
  'another issuer, from the first document on': () => ({
    discovery: { issuer: 'https://evil.example' },
    claims: { iss: 'https://evil.example' },
    answer: { iss: 'https://evil.example' },
  }),
  'another nonce': () => ({ claims: { nonce: 'guessed' } }),
  'another state': () => ({ answer: { state: 'guessed' } }),
  'another audience': () => ({ claims: { aud: 'another' } }),
  'no subject': () => ({ claims: { sub: undefined } }),
  'no signature': () => ({ signedBy: 'nobody' }),
  'the signature of another key': () => ({ claims: { sub: 'karen' }, signedBy: 'another key' }),
  'a token that has run out': () => ({ claims: { exp: Math.floor(Date.now() / 1000) - 60 } }),
}

for (const [lie, tell] of Object.entries(LIES)) {
  test(`a provider that asserts ${lie} is not believed, with an invitation or without`, async ({
    browser,
  }) => {
    const before = [linked(), countSessions()]
    provider.account = { sub: 'mette' }
    provider.lies = tell()
    for (const from of ['/sign-in', invitationOfMette]) {
      const page = await stranger(browser)
      await signIn(page, from)
      await isRefused(page, /kunne ikke godkendes/)
      await page.context().close()
    }
    expect([linked(), countSessions()]).toEqual(before)
    const page = await stranger(browser)
    await page.goto(invitationOfMette)
    await expect(page.getByRole('button', { name: WORK_ACCOUNT })).toBeVisible()
    await page.context().close()
  })
}

test('who cancels, and who comes back without having set out, reads what to do', async ({ browser }) => {
  const page = await stranger(browser)
  provider.account = null
  await signIn(page)
  await isRefused(page, /Du stoppede hos kommunen/)
  const known = refusals().length
  await page.goto('/api/auth/callback/oidc?code=x&state=y')
  await isRefused(page, /Begynd forfra/)
  expect(refusals()).toHaveLength(known)
  await page.context().close()
})

test('cookies with the names of next-auth, or like ours, disturb nobody who is signed in', async ({
  browser,
}) => {
  const page = await stranger(browser)
  await signIn(page)
  await page
    .context()
    .addCookies(
      [
        'next-auth.callback-url',
        'next-auth.csrf-token',
        'next-auth.session-token',
        'en-indgang.0',
        'en-indgang.state',
      ].map((name) => ({ name, value: 'javascript:alert(1)', url: site.url })),
    )
  await page.goto('/me')
  await expect(page.getByRole('link', { name: /Karen Lund/ })).toBeVisible()
  await page.context().close()
})

test('nothing of next-auth answers but the way back, and none of its cookies disturbs anything', async ({
  request,
}) => {
  const headers = {
    cookie: 'next-auth.callback-url=javascript:alert(1); next-auth.session-token=x',
    origin: site.url,
  }
  for (const route of [
    'signin',
    'signin/oidc',
    'signout',
    'session',
    'csrf',
    'providers',
    'error',
    'verify-request',
  ])
    expect.soft((await request.get(`${site.url}/api/auth/${route}`, { headers })).status(), route).toBe(404)
  for (const route of [
    'callback/credentials',
    'callback/email',
    'signin/oidc',
    'signin/email',
    '_log',
    'session',
  ])
    expect
      .soft((await request.post(`${site.url}/api/auth/${route}`, { headers, form: {} })).status(), route)
      .toBe(404)
  for (const path of ['/sign-in', '/api/auth/callback/oidc'])
    expect.soft((await request.get(`${site.url}${path}`, { headers })).status(), path).toBe(200)
  // Where no such sign-in is set up, the way back is no address either.
  expect((await request.get('/api/auth/callback/oidc', { headers })).status()).toBe(404)
})

test('what the provider handed out is kept nowhere', () => {
  const files = readdirSync(site.dataDir, { withFileTypes: true }).filter((entry) => entry.isFile())
  const bytes = files.map(({ name }) => readFileSync(join(site.dataDir, name)).toString('latin1')).join('')
  expect(bytes).toContain('person.identity-linked')
  expect(bytes).not.toMatch(/eyJ[\w-]{10}/)
  expect(bytes).not.toContain(CLIENT.clientSecret)
})

test('a provider that does not answer is said to be silent, beside the button', async ({ browser }) => {
  await provider.stop()
  const page = await stranger(browser)
  await page.goto('/sign-in')
  await page.getByRole('button', { name: WORK_ACCOUNT }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'svarer ikke lige nu' })).toBeVisible()
  await page.context().close()
})

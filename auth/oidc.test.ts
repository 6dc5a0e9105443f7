import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { CLIENT, type OidcProvider, startOidcProvider } from '@/test/oidc-provider'
import { beginOidc, finishOidc, type Identity } from './oidc'

const APP_URL = 'http://127.0.0.1:3456'
let provider: OidcProvider

beforeAll(async () => {
  provider = await startOidcProvider(APP_URL)
  Object.assign(process.env, {
    APP_URL,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT.clientId,
    OIDC_CLIENT_SECRET: CLIENT.clientSecret,
  })
})
afterAll(() => provider.stop())
beforeEach(() => {
  provider.account = { sub: 'karen', email: 'karen.lund@example.dk', name: 'Karen Lund' }
  provider.lies = {}
})

type Trip = { query: Record<string, string>; cookies: Record<string, string> }

/** As a browser would: follows the provider from page to page until it sends us back. */
async function comeBack(): Promise<Trip> {
  const { address, cookies } = await beginOidc()
  const jar = new Map<string, string>()
  let next = new URL(address)
  while (!next.href.startsWith(APP_URL)) {
    const answer = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      jar.set(name, value)
    }
    const location = answer.headers.get('location')
    if (!location) throw new Error(`${next.pathname} answered ${answer.status}: ${await answer.text()}`)
    next = new URL(location, next)
  }
  return {
    query: Object.fromEntries(next.searchParams),
    cookies: Object.fromEntries(cookies.map(({ name, value }) => [name, value])),
  }
}

const signIn = async (): Promise<Identity> => {
  const { query, cookies } = await comeBack()
  return finishOidc(query, cookies)
}

describe('a round trip to the municipality’s sign-in', () => {
  test('names issuer and subject, and nothing else', async () => {
    expect(await signIn()).toEqual({ issuer: provider.issuer, subject: 'karen' })
  })

  test('asks for state, nonce and PKCE, and for no mail address', async () => {
    const { address, cookies } = await beginOidc()
    const asked = new URL(address).searchParams
    expect(asked.get('scope')).toBe('openid profile')
    expect(asked.get('code_challenge_method')).toBe('S256')
    expect(asked.get('redirect_uri')).toBe(`${APP_URL}/api/auth/callback/oidc`)
    expect(asked.get('state')?.length).toBeGreaterThan(20)
    expect(asked.get('nonce')?.length).toBeGreaterThan(20)
    expect(cookies.map(({ name }) => name).sort()).toEqual([
      'en-indgang.nonce',
      'en-indgang.pkce',
      'en-indgang.state',
    ])
    for (const cookie of cookies) expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/' })
  })

  test('keeps its cookies to this host and to https where the site has it', async () => {
    process.env.APP_URL = 'https://en-indgang.example.dk'
    const { cookies } = await beginOidc()
    process.env.APP_URL = APP_URL
    for (const { name, secure } of cookies) expect([name.startsWith('__Host-'), secure]).toEqual([true, true])
  })

  test('survives that the server is started anew on the way', async () => {
    const { query, cookies } = await comeBack()
    vi.resetModules()
    const anew = await import('./oidc')
    expect(anew.finishOidc).not.toBe(finishOidc)
    expect(await anew.finishOidc(query, cookies)).toMatchObject({ subject: 'karen' })
  })

  test('is over when the browser brings no cookies, or those of another trip', async () => {
    const [first, second] = [await comeBack(), await comeBack()]
    await expect(finishOidc(first.query, {})).rejects.toThrow('expired')
    await expect(finishOidc(first.query, second.cookies)).rejects.toThrow('untrusted')
    await expect(
      finishOidc(first.query, {
        ...first.cookies,
        'en-indgang.nonce': second.cookies['en-indgang.nonce'] ?? '',
      }),
    ).rejects.toThrow('untrusted')
  })

  test('cannot be made twice with one code', async () => {
    const { query, cookies } = await comeBack()
    await finishOidc(query, cookies)
    await expect(finishOidc(query, cookies)).rejects.toThrow('untrusted')
  })

  test('that is cancelled says so', async () => {
    provider.account = null
    await expect(signIn()).rejects.toThrow('cancelled')
  })

  const now = () => Math.floor(Date.now() / 1000)
  test.each([
    ['another issuer in the token', () => ({ claims: { iss: 'https://evil.example' } })],
    ['another nonce', () => ({ claims: { nonce: 'guessed' } })],
    ['no nonce', () => ({ claims: { nonce: undefined } })],
    ['another audience', () => ({ claims: { aud: 'another-client' } })],
    ['no subject', () => ({ claims: { sub: undefined } })],
    ['an endless subject', () => ({ claims: { sub: 'x'.repeat(256) } })],
    ['a token that has run out', () => ({ claims: { exp: now() - 60, iat: now() - 120 } })],
    ['a token of tomorrow', () => ({ claims: { nbf: now() + 86_400 } })],
    ['an unsigned token', () => ({ signedBy: 'nobody' as const })],
    [
      'the victim’s subject under another key',
      () => ({ claims: { sub: 'mette' }, signedBy: 'another key' as const }),
    ],
    ['another state', () => ({ answer: { state: 'guessed' } })],
    ['a code that was never given', () => ({ answer: { code: 'guessed' } })],
    ['another issuer in the address', () => ({ answer: { iss: 'https://evil.example' } })],
    ['a failure of its own', () => ({ answer: { error: 'server_error' } })],
  ])('%s is not believed', async (_, lies) => {
    provider.lies = lies()
    await expect(signIn()).rejects.toThrow('untrusted')
  })

  test('a place that calls itself by another name than the setting is not believed, though all else fits', async () => {
    const iss = 'https://evil.example'
    provider.lies = { discovery: { issuer: iss }, claims: { iss }, answer: { iss } }
    await expect(signIn()).rejects.toThrow('untrusted')
  })

  test('a provider that is down is said to be down, on the way there and on the way back', async () => {
    const { query, cookies } = await comeBack()
    const port = Number(new URL(provider.issuer).port)
    await provider.stop()
    await expect(beginOidc()).rejects.toThrow('unreachable')
    await expect(finishOidc(query, cookies)).rejects.toThrow('unreachable')
    provider = await startOidcProvider(APP_URL, port)
  })
})

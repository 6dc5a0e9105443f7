import { afterEach, describe, expect, test, vi } from 'vitest'
import { answerHeaders } from './answer-headers'
import { contentSecurityPolicy } from './content-security-policy'
import { whyRefused } from './guard'

const OWN = 'https://enindgang.example.dk'
const env = (name: string, value: string) => vi.stubEnv(name, value)
afterEach(() => {
  vi.unstubAllEnvs()
})

function write(headers: Record<string, string>, body: BodyInit = 'x', path = '/me') {
  env('APP_URL', OWN)
  return whyRefused(new Request(`${OWN}${path}`, { method: 'POST', headers, body }))
}

describe('a write comes from a page of ours', () => {
  test.each<[string, Record<string, string>]>([
    ['no origin', {}],
    ['no origin at all worth the name', { origin: 'null' }],
    ['another site', { origin: 'https://evil.example' }],
    ['another port', { origin: `${OWN}:8443` }],
    ['another scheme', { origin: OWN.replace('https', 'http') }],
    ['a longer name', { origin: `${OWN}.evil.example` }],
    [
      'a name that says it was forwarded',
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
    ],
    ['ours, said from another site', { origin: OWN, 'sec-fetch-site': 'cross-site' }],
    ['ours, said from a neighbour', { origin: OWN, 'sec-fetch-site': 'same-site' }],
  ])('not with %s', async (_, headers) => {
    expect(await write(headers)).toEqual([403, 'foreignOrigin'])
  })

  test('with our own it may come in', async () => {
    expect(await write({ origin: OWN })).toBeNull()
    expect(await write({ origin: OWN, 'sec-fetch-site': 'same-origin' })).toBeNull()
  })
})

test('a body says its length, and it is not too long', async () => {
  expect(await write({ origin: OWN, 'content-length': '524288' })).toBeNull()
  expect(await write({ origin: OWN, 'content-length': '524289' })).toEqual([413, 'tooLarge'])
  expect(await write({ origin: OWN, 'transfer-encoding': 'chunked' })).toEqual([411, 'noLength'])
})

test('where files are attached a body may be as long as a file, and nowhere else', async () => {
  const length = (bytes: number, path: string) =>
    write({ origin: OWN, 'content-length': String(bytes) }, 'x', path)
  const megabyte = 1024 * 1024
  expect(await length(12 * megabyte, '/meetings/m1/attachments')).toBeNull()
  expect(await length(12 * megabyte, '/meetings/proposals/p1')).toBeNull()
  expect(await length(12 * megabyte, '/action-items/a1')).toBeNull()
  expect(await length(12 * megabyte, '/enquiries/new')).toBeNull()
  expect(await length(20 * megabyte, '/enquiries/new')).toEqual([413, 'tooLarge'])
  expect(await length(12 * megabyte + 1, '/meetings/m1/attachments')).toEqual([413, 'tooLarge'])
  for (const path of ['/meetings/m1/agenda', '/meetings/m1/attachments/x', '/meetings/proposals', '/sign-in'])
    expect(await length(megabyte, path)).toEqual([413, 'tooLarge'])
})

test('an address that is no text is no address', async () => {
  const asked = (path: string) => whyRefused(new Request(`${OWN}${path}`))
  expect(await asked('/meetings/%ZZ')).toEqual([400, 'badAddress'])
  expect(await asked('/meetings/%C3%A6')).toBeNull()
})

describe('what reaches the decoder of React', () => {
  const ID = `7f${'a'.repeat(40)}`
  const sent = (fields: Record<string, string>, actionId: string | null = ID) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    return write({ origin: OWN, ...(actionId === null ? {} : { 'next-action': actionId }) }, form)
  }
  const byBrowser = {
    $ACTION_REF_5: '',
    '$ACTION_5:0': `{"id":"${ID}","bound":"$@1"}`,
    '$ACTION_5:1': '[{}]',
  }

  test('is a form of ours, sent by a script', async () => {
    expect(await sent({ _1_title: '$Q0 og "citat"', 0: '[{},"$K1"]' })).toBeNull()
    expect(await sent({ 0: '[{"done":"$undefined","text":"$$100"},"$K1"]' })).toBeNull()
  })

  test('or by a browser without one', async () => {
    expect(await sent({ ...byBrowser, $ACTION_KEY: 'k1', title: 'Ord' }, null)).toBeNull()
  })

  test.each([
    '["$1:__proto__:then","$K1"]',
    '["$F1","$K1"]',
    '["$@0","$K1"]',
    '[null,"$Q0"]',
    '["$K1"]',
    '[{},"$K1",1]',
    '[{"__proto__":{}},"$K1"]',
    '{}',
    '[',
    '',
    '['.repeat(100_000),
  ])('never %s', async (args) => {
    expect(await sent({ 0: args })).toEqual([400, 'unreadable'])
    const byHand = await sent({ ...byBrowser, '$ACTION_5:1': args, $ACTION_KEY: 'k1' }, null)
    // As the last state of a form sent without a script that one is one more form, which nobody reads.
    expect(byHand).toEqual(args === '["$K1"]' ? null : [400, 'unreadable'])
  })

  test('nor a part without the rest, a strange field, or a number that is none', async () => {
    const refused = [400, 'unreadable']
    expect(await sent({ 0: '[{},"$K1"]', 1: '"x"' })).toEqual(refused)
    expect(await sent({ 0: '[{},"$K1"]' }, 'x')).toEqual(refused)
    expect(await sent({ title: 'Ord' }, null)).toEqual(refused)
    expect(await sent({ ...byBrowser }, null)).toEqual(refused)
    expect(await write({ origin: OWN, 'next-action': ID }, '[{},"$K1"]')).toEqual(refused)
    expect(await write({ origin: OWN, 'content-type': 'multipart/form-data' }, '--x')).toEqual(refused)
  })
})

test('over https every answer holds the browser to it for a year; on a loopback address there is nothing to hold', () => {
  env('APP_URL', OWN)
  expect(new Map(answerHeaders()).get('Strict-Transport-Security')).toBe(
    'max-age=31536000; includeSubDomains',
  )
  env('APP_URL', 'http://127.0.0.1:3000')
  expect(new Map(answerHeaders()).has('Strict-Transport-Security')).toBe(false)
})

describe("a page's policy", () => {
  test('names its nonce, ourselves, and nobody else', () => {
    env('NODE_ENV', 'production')
    const policy = contentSecurityPolicy('abc')
    expect(policy).toContain("script-src 'nonce-abc' 'strict-dynamic';")
    expect(policy).not.toMatch(/unsafe|https?:/)
  })

  test("lets a form lead on to the municipality's sign-in, and to nothing else of it", () => {
    env('OIDC_ISSUER', 'https://login.example.dk/tenant/v2.0')
    expect(contentSecurityPolicy('abc')).toContain("form-action 'self' https://login.example.dk;")
    expect(contentSecurityPolicy('abc').match(/login\.example\.dk/g)).toHaveLength(1)
  })
})

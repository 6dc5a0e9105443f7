import { type APIRequestContext, type Browser, expect, test } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import { signInAs } from './sign-in'

/** Every address that takes what is saved while it is typed. Nothing here is ever accepted, so the demo stays as it is. */
const WRITES: [method: 'POST' | 'PATCH' | 'DELETE', path: string][] = [
  ['POST', 'lines'],
  ['PATCH', 'lines'],
  ['POST', 'removals'],
  ['POST', 'outcomes'],
  ['POST', 'attendance'],
  ['PATCH', 'attendance'],
  ['POST', 'guests'],
  ['DELETE', 'guests'],
  ['POST', 'items'],
  ['POST', 'finish'],
]
const NOWHERE = '00000000-0000-4000-8000-000000000000'

/** A body each address could take, were the meeting and the rows there. */
const body = {
  id: NOWHERE,
  itemId: NOWHERE,
  kind: 'note',
  text: 'Ord',
  title: 'Ord',
  name: 'Ord',
  version: 1,
  removed: true,
  outcome: 'noted',
  status: 'present',
}

const [meeting, other] = (() => {
  const sqlite = new Sqlite(`${process.env.DATA_DIR}/en-indgang.db`, { readonly: true })
  const latest = (slug: string) =>
    sqlite
      .prepare(
        `SELECT meetings.id FROM meetings JOIN forums ON forums.id = meetings.forum_id
         WHERE forums.slug = ? ORDER BY meetings.held_on DESC`,
      )
      .pluck()
      .get(slug) as string
  return [latest('noerrebro'), latest('valby-vigerslev')]
})()

async function requestAs(browser: Browser, baseURL: string | undefined, name: string | null) {
  const context = await browser.newContext({ baseURL })
  if (name) await signInAs(await context.newPage(), name)
  return context.request
}

type Sending = { meeting?: string; origin?: string; data?: unknown; writes?: typeof WRITES }

async function statuses(request: APIRequestContext, baseURL: string | undefined, sending: Sending) {
  const { meeting: id = meeting, origin = baseURL, data = body, writes = WRITES } = sending
  const found: Record<string, number> = {}
  for (const [method, path] of writes) {
    const answer = await request.fetch(`/meetings/${id}/workspace/${path}`, {
      method,
      headers: { Origin: origin ?? '', 'Content-Type': 'application/json' },
      data: typeof data === 'string' ? Buffer.from(data) : data,
    })
    found[`${method} ${path}`] = answer.status()
    if (answer.status() !== 403) expect(await answer.text()).not.toContain('stack')
  }
  return found
}

const all = (status: number) =>
  Object.fromEntries(WRITES.map(([method, path]) => [`${method} ${path}`, status]))

test('a stranger is told to sign in', async ({ browser, baseURL }) => {
  const request = await requestAs(browser, baseURL, null)
  expect(await statuses(request, baseURL, {})).toEqual(all(401))
})

test('who sits in the forum may see the meeting and log nothing; who does not finds no meeting', async ({
  browser,
  baseURL,
}) => {
  for (const name of ['Søren Bak', 'Pia Storm']) {
    const request = await requestAs(browser, baseURL, name)
    expect(await statuses(request, baseURL, {}), name).toEqual(all(403))
  }
  const erik = await requestAs(browser, baseURL, 'Erik Dam')
  expect(await statuses(erik, baseURL, {})).toEqual(all(404))
  expect(await statuses(erik, baseURL, { meeting: other })).toEqual(all(404))
})

test('a meeting that never was and one whose id is none are alike', async ({ browser, baseURL }) => {
  const request = await requestAs(browser, baseURL, 'Mette Holm')
  for (const id of [NOWHERE, 'x'.repeat(60), 'ÆØÅ', '%27', '__proto__']) {
    expect(await statuses(request, baseURL, { meeting: encodeURIComponent(id) }), id).toEqual(all(404))
  }
})

test('what is not the meeting’s is not found', async ({ browser, baseURL }) => {
  const request = await requestAs(browser, baseURL, 'Mette Holm')
  // The others are about the meeting as a whole, and would be done.
  const writes = WRITES.filter(
    ([method, path]) =>
      path !== 'finish' && path !== 'items' && !(method === 'POST' && /attendance|guests/.test(path)),
  )
  const found = await statuses(request, baseURL, { writes })
  expect(Object.values(found)).toEqual(writes.map(() => 404))
})

test('another site may not write, whoever is signed in', async ({ browser, baseURL }) => {
  const request = await requestAs(browser, baseURL, 'Mette Holm')
  for (const origin of ['https://example.org', 'null', 'http://127.0.0.1:1']) {
    expect(await statuses(request, baseURL, { origin }), origin).toEqual(all(403))
  }
})

test('what is no JSON, or too much of it, is refused with a sentence', async ({ browser, baseURL }) => {
  const request = await requestAs(browser, baseURL, 'Mette Holm')
  const lines = (data: string | object) =>
    request.post(`/meetings/${meeting}/workspace/lines`, {
      headers: { Origin: baseURL ?? '', 'Content-Type': 'application/json' },
      data: typeof data === 'string' ? Buffer.from(data) : data,
    })
  for (const data of ['', '{', '[]', '"x"', 'null', `{"text":"${'x'.repeat(70_000)}"}`]) {
    const answer = await lines(data)
    expect(answer.status(), data.slice(0, 20)).toBe(422)
    expect((await answer.json()).error).toMatch(/^\p{Lu}.*\.$/u)
  }
  for (const text of ['', 'x'.repeat(4001), 'slut \ud800', 'Borger 010190-1234']) {
    const answer = await lines({ ...body, text })
    expect(answer.status(), text.slice(0, 20)).toBe(422)
    expect((await answer.json()).error).toMatch(/^\p{Lu}/u)
  }
})

import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Database } from '@/db/open'
import { events, installation, outbox, people, signInRequests } from '@/db/schema'
import { DEMO_NOW, demoDatabase, personId } from '@/test/demo'
import { askInput } from '../input'
import { askForSignIn } from './ask'

let database: Database
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: DEMO_NOW })
  database = demoDatabase()
  database.update(installation).set({ value: 'real' }).where(eq(installation.key, 'kind')).run()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

const addressOf = (name: string) =>
  database.select({ email: people.email }).from(people).where(eq(people.name, name)).get()?.email ?? ''
const ask = (address: string, browser: string | null = null) =>
  askForSignIn({ address, network: null, browser }, DEMO_NOW)
const mails = () => database.select().from(outbox).where(eq(outbox.kind, 'sign_in')).all()
const countRequests = () => database.select().from(signInRequests).all().length
const asked = () =>
  database
    .select()
    .from(events)
    .where(eq(events.kind, 'sign-in.asked'))
    .all()
    .map(({ subjectKind, subjectId }) => `${subjectKind} ${subjectId}`)

describe('whoever asks gets a token for the browser', () => {
  test('and a mail to the person who has the address on file, in their language', async () => {
    const token = await ask(addressOf('Pia Storm'))
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(mails()).toMatchObject([{ recipientId: personId('Pia Storm'), locale: 'da', state: 'waiting' }])
    expect(asked()).toEqual([`person ${personId('Pia Storm')}`])
  })

  test('and no mail when nobody has it', async () => {
    expect(await ask('nobody@fsb.example')).toMatch(/^[\w-]{43}$/)
    expect(mails()).toEqual([])
    expect(countRequests()).toBe(0)
    expect(asked()).toEqual(['sign-in unknown'])
  })

  test('also where the address on file is written in another case', async () => {
    database
      .update(people)
      .set({ email: 'Pia.Storm@FSB.Example' })
      .where(eq(people.id, personId('Pia Storm')))
      .run()
    await ask(askInput.parse({ address: 'PIA.storm@fsb.EXAMPLE' }).address)
    expect(mails()).toMatchObject([{ recipientId: personId('Pia Storm') }])
  })

  test('but nothing goes to somebody deactivated', async () => {
    database
      .update(people)
      .set({ deactivatedAt: DEMO_NOW })
      .where(eq(people.id, personId('Pia Storm')))
      .run()
    await ask(addressOf('Pia Storm'))
    expect(mails()).toEqual([])
  })
})

describe('by mail come', () => {
  test.each([
    ['Pia Storm', true, true],
    ['Lars Nygaard', true, true],
    ['Søren Bak', false, true],
    ['Mette Holm', false, true],
    ['Ruth Vind', false, true],
  ])('%s: %s with the municipality’s own sign-in, %s without', async (name, beside, alone) => {
    vi.stubEnv('OIDC_ISSUER', 'https://login.kommune.example')
    await ask(addressOf(name))
    expect(mails()).toHaveLength(beside ? 1 : 0)
    vi.stubEnv('OIDC_ISSUER', undefined)
    await ask(addressOf(name))
    expect(mails()).toHaveLength((beside ? 1 : 0) + (alone ? 1 : 0))
  })
})

test('a hundred who ask for one address at once cause three mails, and all get a token', async () => {
  const tokens = await Promise.all(Array.from({ length: 100 }, () => ask(addressOf('Pia Storm'))))
  expect(mails()).toHaveLength(3)
  expect(new Set(tokens).size).toBe(100)
  expect(database.select().from(events).where(eq(events.kind, 'sign-in.refused')).all()).toHaveLength(1)
})

test('one too many leaves the browser with what works already', async () => {
  for (let n = 0; n < 3; n++) await ask(addressOf('Pia Storm'))
  expect(await ask(addressOf('Pia Storm'), 'kept')).toBe('kept')
  expect(await ask(addressOf('Lars Nygaard'), 'kept')).not.toBe('kept')
})

test('a known and an unknown address are counted alike and written in one commit each', async () => {
  const [known, unknown] = [addressOf('Pia Storm'), 'nobody@fsb.example']
  const ofKnown = await statementsOf(() => ask(known))
  const ofUnknown = await statementsOf(() => ask(unknown))
  const limiting = (all: string[]) => all.filter((sql) => sql.includes('rate_limits'))
  expect(limiting(ofKnown)).toEqual(limiting(ofUnknown))
  expect(limiting(ofKnown)).toHaveLength(2)
  const commits = (all: string[]) => all.filter((sql) => sql === 'COMMIT').length
  expect([commits(ofKnown), commits(ofUnknown)]).toEqual([3, 3])
  // The request before is void, this one and its mail are written: far below what a network lets one measure.
  expect(ofKnown.length - ofUnknown.length).toBe(3)
})

test('a demo asks nobody to look into an inbox', async () => {
  demoDatabase()
  await expect(ask('pia@fsb.example')).rejects.toThrow('notAllowed')
})

describe('what was typed is no address', () => {
  test.each([
    'аnna@kommune.dk',
    'anna@kommune.dk,evil@x.dk',
    '"evil@x.dk"@kommune.dk',
    'anna＠x.dk',
    `${'a'.repeat(300)}@x.dk`,
    'anna@KOMMUNE.dk.',
    'anna@kommune.dk\r\nBcc: evil@x.dk',
    'anna@kommune\u200b.dk',
    '',
    undefined,
  ])('%j: refused with the one sentence', (address) => {
    const { error } = askInput.safeParse({ address })
    expect(error?.issues).toMatchObject([{ path: ['address'], params: { key: 'badMail' } }])
  })
})

/** The SQL of every statement that ran. */
async function statementsOf(act: () => Promise<unknown>): Promise<string[]> {
  const prototype = Object.getPrototypeOf(database.$client.prepare('SELECT 1'))
  const spies = (['run', 'get', 'all'] as const).map((way) => vi.spyOn(prototype, way))
  await act()
  const ran = spies.flatMap((spy) => spy.mock.contexts.map(({ source }: { source: string }) => source))
  for (const spy of spies) spy.mockRestore()
  return ran
}

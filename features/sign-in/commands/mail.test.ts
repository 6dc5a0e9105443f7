import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { findSession } from '@/auth/session-store'
import { newToken } from '@/auth/tokens'
import type { Database } from '@/db/open'
import { events, installation, outbox, people, sessions, signInRequests } from '@/db/schema'
import { DEMO_NOW, demoDatabase, personId } from '@/test/demo'
import { whoMayUse } from '../queries'
import { CODE_TRIES, MAIL_MINUTES } from '../rules'
import { askForSignIn } from './ask'
import { signInByCode, signInByMailLink } from './mail'
import { issueSignInSecrets } from './mail-secrets'

const PIA = 'pia.storm@fsb.example'
const later = (minutes: number) => new Date(DEMO_NOW.getTime() + minutes * 60_000)

let database: Database
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: DEMO_NOW })
  database = demoDatabase()
  database.update(installation).set({ value: 'real' }).where(eq(installation.key, 'kind')).run()
  database
    .update(people)
    .set({ email: PIA })
    .where(eq(people.id, personId('Pia Storm')))
    .run()
})
afterEach(() => vi.useRealTimers())

const ask = (address = PIA, now = DEMO_NOW) => askForSignIn({ address, network: null, browser: null }, now)
const requestIds = () =>
  database
    .select()
    .from(outbox)
    .where(eq(outbox.kind, 'sign_in'))
    .all()
    .map(({ payload }) => payload.requestId ?? '')
/** What stands in the newest mail, rendered now. */
function secretsOfMail(now = DEMO_NOW) {
  const secrets = issueSignInSecrets(requestIds().at(-1) ?? '', now)
  if (!secrets) throw new Error('The request is over.')
  return { code: secrets.code, token: secrets.link.split('/').at(-1) ?? '' }
}
const countSessions = () => database.select().from(sessions).all().length
const signedIn = () => database.select().from(events).where(eq(events.kind, 'person.signed-in')).all()
const refusals = () =>
  database
    .select()
    .from(events)
    .where(eq(events.kind, 'sign-in.refused'))
    .all()
    .map(({ subjectId }) => subjectId)
const wrong = (code: string) => (code.startsWith('0') ? '1' : '0') + code.slice(1)
/** As many presses at once, and how many of them signed in. */
async function winners(presses: (() => unknown)[]): Promise<number> {
  const results = await Promise.allSettled(presses.map(async (press) => press()))
  return results.filter(({ status }) => status === 'fulfilled').length
}

describe('the link of the mail', () => {
  test('signs in the browser that asked, by mail, and is on record', async () => {
    const browser = await ask()
    const { token } = secretsOfMail()
    const { session, preferences } = signInByMailLink({ token }, browser, later(2))
    expect(findSession(session.token, later(3))?.personId).toBe(personId('Pia Storm'))
    expect(preferences).toEqual({ locale: 'da', theme: 'system' })
    expect(database.select().from(sessions).get()?.method).toBe('mail')
    expect(signedIn()).toMatchObject([
      { actorId: personId('Pia Storm'), data: { by: 'mail', with: 'link', request: requestIds()[0] } },
    ])
  })

  test('is not used up by being looked at', async () => {
    const browser = await ask()
    const { token } = secretsOfMail()
    for (let look = 0; look < 10; look++) expect(whoMayUse(token, '', later(1))).toBe('otherBrowser')
    expect(whoMayUse(token, browser, later(1))).toBe('thisBrowser')
    expect(() => signInByMailLink({ token }, browser, later(1))).not.toThrow()
  })

  test('sends every other browser to the first tab, and still works in the first', async () => {
    const browser = await ask()
    const { token } = secretsOfMail()
    for (const other of ['', newToken()])
      expect(() => signInByMailLink({ token }, other, later(1))).toThrow('otherBrowser')
    expect(countSessions()).toBe(0)
    expect(refusals()).toEqual(['otherBrowser'])
    expect(() => signInByMailLink({ token }, browser, later(1))).not.toThrow()
  })

  test('works once, however many press at the same time', async () => {
    const browser = await ask()
    const { token } = secretsOfMail()
    const press = () => signInByMailLink({ token }, browser, later(1))
    expect(await winners(Array.from({ length: 50 }, () => press))).toBe(1)
    expect(countSessions()).toBe(1)
    expect(whoMayUse(token, browser, later(1))).toBe('unusable')
  })

  test('works until ten minutes after the asking, however late the mail was rendered', async () => {
    const browser = await ask()
    const { token } = secretsOfMail(later(9))
    expect(() => signInByMailLink({ token }, browser, later(MAIL_MINUTES))).toThrow('mailLinkUnusable')
    expect(issueSignInSecrets(requestIds()[0] ?? '', later(MAIL_MINUTES))).toBeNull()
    expect(() => signInByMailLink({ token }, browser, later(MAIL_MINUTES - 0.01))).not.toThrow()
  })

  test('is void when the mail is rendered again, as its code is', async () => {
    const browser = await ask()
    const first = secretsOfMail()
    const second = secretsOfMail()
    expect(() => signInByMailLink({ token: first.token }, browser, later(1))).toThrow('mailLinkUnusable')
    expect(() => signInByCode({ code: first.code }, browser, later(1))).toThrow('codeUnusable')
    expect(() => signInByMailLink({ token: second.token }, browser, later(1))).not.toThrow()
  })

  test('is void once the same person has asked again', async () => {
    const [browser, first] = [await ask(), secretsOfMail()]
    const [newer, second] = [await ask(), secretsOfMail()]
    expect(() => signInByMailLink({ token: first.token }, browser, later(1))).toThrow('mailLinkUnusable')
    expect(() => signInByCode({ code: first.code }, browser, later(1))).toThrow('codeUnusable')
    expect(issueSignInSecrets(requestIds()[0] ?? '', later(1))).toBeNull()
    expect(() => signInByMailLink({ token: second.token }, newer, later(1))).not.toThrow()
  })

  test('of somebody deactivated meanwhile opens nothing', async () => {
    const browser = await ask()
    const { token, code } = secretsOfMail()
    database
      .update(people)
      .set({ deactivatedAt: later(1) })
      .where(eq(people.id, personId('Pia Storm')))
      .run()
    expect(() => signInByMailLink({ token }, browser, later(2))).toThrow('notAllowed')
    expect(() => signInByCode({ code }, browser, later(2))).toThrow('notAllowed')
    expect(countSessions()).toBe(0)
  })
})

describe('the code of the mail', () => {
  test('signs in the browser that asked, however it is typed', async () => {
    const browser = await ask()
    const { code } = secretsOfMail()
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    const typed = ` ${code.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `
    const { session } = signInByCode({ code: typed }, browser, later(2))
    expect(findSession(session.token, later(3))?.personId).toBe(personId('Pia Storm'))
    expect(signedIn()).toMatchObject([{ data: { by: 'mail', with: 'code' } }])
  })

  test('is of no use in another browser', async () => {
    await ask()
    const { code } = secretsOfMail()
    for (const other of ['', newToken()])
      expect(() => signInByCode({ code }, other, later(1))).toThrow('codeUnusable')
    expect(countSessions()).toBe(0)
  })

  test('may be wrong four times and be right the fifth', async () => {
    const browser = await ask()
    const { code } = secretsOfMail()
    for (let tries = 1; tries < CODE_TRIES; tries++)
      expect(() => signInByCode({ code: wrong(code) }, browser, later(1))).toThrow('codeUnusable')
    expect(() => signInByCode({ code }, browser, later(1))).not.toThrow()
    expect(refusals()).toEqual(Array(4).fill('wrongCode'))
  })

  test('after five wrong ones is void, and the link with it', async () => {
    const browser = await ask()
    const { code, token } = secretsOfMail()
    for (let tries = 1; tries <= CODE_TRIES; tries++)
      expect(() => signInByCode({ code: wrong(code) }, browser, later(1))).toThrow('codeUnusable')
    expect(() => signInByCode({ code }, browser, later(1))).toThrow('codeUnusable')
    expect(() => signInByMailLink({ token }, browser, later(1))).toThrow('mailLinkUnusable')
    expect(countSessions()).toBe(0)
  })

  test('is tried five times at most, also by twenty at once', async () => {
    const browser = await ask()
    const { code } = secretsOfMail()
    const tries = Array.from(
      { length: 19 },
      () => () => signInByCode({ code: wrong(code) }, browser, later(1)),
    )
    expect(await winners([...tries, () => signInByCode({ code }, browser, later(1))])).toBe(0)
    expect(database.select().from(signInRequests).get()?.tries).toBe(CODE_TRIES)
  })

  test('works once, however many type it at the same time', async () => {
    const browser = await ask()
    const { code } = secretsOfMail()
    const type = () => signInByCode({ code }, browser, later(1))
    expect(await winners(Array.from({ length: 20 }, () => type))).toBe(1)
    expect(countSessions()).toBe(1)
  })

  test('is too old after ten minutes, and nothing before the mail is written', async () => {
    const browser = await ask()
    expect(() => signInByCode({ code: '' }, browser, later(1))).toThrow('codeUnusable')
    const { code } = secretsOfMail()
    expect(() => signInByCode({ code }, browser, later(MAIL_MINUTES))).toThrow('codeUnusable')
    expect(countSessions()).toBe(0)
  })

  test('stands for its own request alone', async () => {
    const lars = 'lars.nygaard@lokaludvalg.example'
    database
      .update(people)
      .set({ email: lars })
      .where(eq(people.id, personId('Lars Nygaard')))
      .run()
    const [, ofPia] = [await ask(), secretsOfMail()]
    const browserOfLars = await ask(lars)
    secretsOfMail()
    expect(() => signInByCode({ code: ofPia.code }, browserOfLars, later(1))).toThrow('codeUnusable')
  })
})

test('neither the link, nor the code, nor the browser is anywhere in the database in clear', async () => {
  const browser = await ask()
  const { code, token } = secretsOfMail()
  signInByMailLink({ token }, browser, later(1))
  const file = database.$client.serialize().toString('latin1')
  for (const secret of [browser, token, code, code.replace('-', '')]) expect(file).not.toContain(secret)
  expect(file).toContain(PIA)
})

test('no event names an address', async () => {
  const browser = await ask()
  await ask('unknown@fsb.example')
  const { token } = secretsOfMail()
  signInByMailLink({ token }, browser, later(1))
  expect(JSON.stringify(database.select().from(events).all())).not.toContain('@')
})

import { describe, expect, test } from 'vitest'
import { faultsOf } from './env'

const WHOLE = {
  APP_URL: 'https://enindgang.kommune.dk',
  SMTP_URL: 'smtps://navn:hemmelig@mail.kommune.dk:465',
  MAIL_FROM: 'Én indgang <enindgang@kommune.dk>',
  OIDC_ISSUER: 'https://login.example.dk/0f5c/v2.0',
  OIDC_CLIENT_ID: 'en-indgang',
  OIDC_CLIENT_SECRET: 'hemmelig',
}

describe('the surroundings of an installation', () => {
  test('are fine when everything is set, or when a demo sets nothing', () => {
    expect(faultsOf(WHOLE, 'real')).toEqual([])
    expect(faultsOf({}, 'demo')).toEqual([])
  })

  test('may do without mail and without the municipality’s sign-in', () => {
    expect(faultsOf({ APP_URL: WHOLE.APP_URL }, 'real')).toEqual([])
  })

  test('of a demo never reach a mail server or a sign-in service', () => {
    const faults = faultsOf(WHOLE, 'demo')
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual(['SMTP_URL', 'OIDC_ISSUER'])
  })

  test.each([
    ['APP_URL', undefined],
    ['APP_URL', 'enindgang.kommune.dk'],
    ['APP_URL', 'ftp://enindgang.kommune.dk'],
    ['APP_URL', 'http://enindgang.kommune.dk'],
    ['APP_URL', 'https://enindgang.kommune.dk/sti'],
    ['SMTP_URL', 'mail.kommune.dk'],
    ['SMTP_URL', undefined],
    ['MAIL_FROM', undefined],
    ['MAIL_FROM', 'Én indgang'],
    ['MAIL_FROM', 'a@b.dk\r\nBcc: c@d.dk'],
    ['OIDC_ISSUER', undefined],
    ['OIDC_ISSUER', 'http://login.example.dk'],
    ['OIDC_ISSUER', 'https://login.example.dk/common/v2.0'],
    ['OIDC_CLIENT_ID', undefined],
    ['OIDC_CLIENT_SECRET', undefined],
    ['LOG_LEVEL', 'loud'],
    ['JOBS', 'sometimes'],
    ['WRITES_A_MINUTE', '0'],
    ['WRITES_A_MINUTE', 'many'],
  ])('are refused with one sentence naming %s = %j', (name, value) => {
    const [fault, ...others] = faultsOf({ ...WHOLE, [name]: value }, 'real')
    expect(fault).toContain(name)
    expect(fault).toMatch(/[.:]$|\.$/)
    expect(others).toEqual([])
  })

  test('are never told with a password in the sentence', () => {
    const faults = faultsOf({ ...WHOLE, SMTP_URL: 'http://navn:hemmelig@mail', OIDC_ISSUER: 'x' }, 'real')
    expect(faults).toHaveLength(2)
    expect(faults.join()).not.toContain('hemmelig')
  })
})

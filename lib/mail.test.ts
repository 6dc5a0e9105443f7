import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startSmtpServer, type TestSmtpServer } from '@/test/smtp-server'
import { type MailServer, mailServer } from './mail'

let server: TestSmtpServer
let mail: MailServer

beforeEach(async () => {
  server = await startSmtpServer()
  mail = mailServer({ url: server.url, from: 'Én indgang <indgang@example.dk>' }, 400)
})
afterEach(() => server.close())

const MESSAGE = {
  id: '<1@indgang.example.dk>',
  date: new Date('2026-11-23T09:00:00Z'),
  to: 'pia@example.dk',
  subject: 'Dagsorden: Boligsocialt Forum Nørrebro',
  text: 'Kære Pia\n\nDu kan læse den her:\nhttps://indgang.example.dk/meetings/1',
  html: '<p>Kære Pia</p>',
}

test('what arrives is the mail that was meant, and asks for no answer and no trace', async () => {
  expect(await mail.handOver(MESSAGE)).toEqual({ outcome: 'sent' })
  const { to, mail: arrived, raw } = await server.mailTo('pia@example.dk')
  expect(to).toBe('pia@example.dk')
  expect(arrived.subject).toBe(MESSAGE.subject)
  expect(arrived.from?.value).toEqual([{ name: 'Én indgang', address: 'indgang@example.dk' }])
  expect(arrived.messageId).toBe(MESSAGE.id)
  expect(arrived.date).toEqual(MESSAGE.date)
  expect(arrived.text?.trim()).toBe(MESSAGE.text)
  expect(arrived.html).toBe(MESSAGE.html)
  expect(arrived.headers.get('auto-submitted')).toBe('auto-generated')
  expect(raw).not.toMatch(/^(X-Mailer|Disposition-Notification-To|Return-Receipt-To):/im)
})

describe('what the server does decides what we know', () => {
  test.each([
    ['refuse', { outcome: 'refused', problem: 'recipientRefused' }],
    ['refuseText', { outcome: 'refused', problem: 'textRefused' }],
    ['defer', { outcome: 'later', problem: 'deferred' }],
    ['dropBefore', { outcome: 'later', problem: 'unreachable' }],
    ['silent', { outcome: 'later', problem: 'unreachable' }],
    ['dropAfter', { outcome: 'uncertain', problem: 'noAnswer' }],
    ['late', { outcome: 'uncertain', problem: 'noAnswer' }],
  ] as const)('%s', async (behaviour, expected) => {
    server.behave(behaviour)
    expect(await mail.handOver(MESSAGE)).toEqual(expected)
  })

  test('nobody there', async () => {
    await server.close()
    expect(await mail.handOver(MESSAGE)).toEqual({ outcome: 'later', problem: 'unreachable' })
  })

  test('after a bad mail the next one goes', async () => {
    server.behave('dropAfter', 'pia@example.dk')
    await mail.handOver(MESSAGE)
    expect(await mail.handOver({ ...MESSAGE, to: 'lars@example.dk' })).toEqual({ outcome: 'sent' })
  })
})

test('an address that is no address is refused without asking anybody', async () => {
  expect(await mail.handOver({ ...MESSAGE, to: 'pia@example.dk\r\nBcc: evil@example.dk' })).toMatchObject({
    outcome: 'refused',
  })
  expect(server.received).toEqual([])
})

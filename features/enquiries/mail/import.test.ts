import MailComposer from 'nodemailer/lib/mail-composer'
import { describe, expect, test } from 'vitest'
import { Refused } from '@/lib/errors'
import { readMail } from './import'

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF')
const ZIP = Buffer.from('504b0304140000000800', 'hex')
const SENDER = { from: 'Pia Storm <Pia.Storm@fsb.example>', subject: 'Sne på stien' }

const compose = (mail: ConstructorParameters<typeof MailComposer>[0]) =>
  new MailComposer({ ...SENDER, ...mail }).compile().build()
const raw = (...lines: string[]) => Buffer.from(lines.join('\r\n'), 'latin1')

describe('a saved mail', () => {
  test('gives its sender, its subject, its words and its files', async () => {
    const mail = await compose({
      text: 'Hvem rydder sne ved børnehaven på Åboulevarden?',
      attachments: [{ filename: 'kort.pdf', content: PDF }],
    })
    const read = await readMail(mail)
    expect(read).toMatchObject({ from: 'pia.storm@fsb.example', leftOut: [] })
    expect(read.text).toBe('Sne på stien\n\nHvem rydder sne ved børnehaven på Åboulevarden?')
    expect(read.files.map(({ name, medium }) => [name, medium])).toEqual([['kort.pdf', 'pdf']])
  })

  test('in an old character set and quoted-printable is read with its Danish letters', async () => {
    const mail = raw(
      'From: pia@fsb.example',
      'Subject: =?iso-8859-1?Q?N=F8gle?=',
      'Content-Type: text/plain; charset=iso-8859-1',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'F=E5r vi n=F8glen til beboerlokalet p=E5 l=F8rdag?',
    )
    expect((await readMail(mail)).text).toBe('Nøgle\n\nFår vi nøglen til beboerlokalet på lørdag?')
  })

  test('of html alone gives its words', async () => {
    const mail = await compose({ html: '<p>Hvem rydder <b>sne</b>?</p><script>alert(1)</script>' })
    const { text } = await readMail(mail)
    expect(text).toContain('Hvem rydder sne?')
    expect(text).not.toContain('alert')
  })

  test('loses what it answers, its signature and the prefixes of its subject', async () => {
    const text = 'Er der nyt?\n\nDen 3. nov. 2026 skrev Mette Holm:\n> Vi ser på det.\n> Mette'
    expect((await readMail(await compose({ subject: 'SV: Re: Sne', text }))).text).toBe('Sne\n\nEr der nyt?')
    const signed = await compose({ text: 'Er der nyt?\n-- \nPia Storm\nfsb' })
    expect((await readMail(signed)).text).toBe('Sne på stien\n\nEr der nyt?')
  })

  test('keeps answers between the lines they answer, and what is too long for a signature', async () => {
    const between = '> Hvornår?\nI morgen.\n> Hvor?\nVed porten.'
    expect((await readMail(await compose({ text: between }))).text).toContain('I morgen.')
    const long = `Hej\n--\n${Array.from({ length: 12 }, (_, index) => `Punkt ${index}`).join('\n')}`
    expect((await readMail(await compose({ text: long }))).text).toContain('Punkt 11')
  })

  test('that only passes another on keeps it', async () => {
    const mail = await compose({ text: '> Hvem rydder sne?' })
    expect((await readMail(mail)).text).toContain('Hvem rydder sne?')
  })

  test('with thirty files keeps twenty and names the rest', async () => {
    const attachments = Array.from({ length: 30 }, (_, index) => ({
      filename: `bilag ${index + 1}.pdf`,
      content: Buffer.concat([PDF, Buffer.from(String(index))]),
    }))
    const { files, leftOut } = await readMail(await compose({ text: 'Se her.', attachments }))
    expect(files).toHaveLength(20)
    expect(leftOut).toEqual(attachments.slice(20).map(({ filename }) => filename))
  })

  test('with a zip inside names it and does not keep it', async () => {
    const attachments = [{ filename: 'arkiv.zip', content: ZIP }]
    const { files, leftOut } = await readMail(await compose({ text: 'Se her.', attachments }))
    expect([files, leftOut]).toEqual([[], ['arkiv.zip']])
  })

  test('whose subject pretends to be a header gives one line of text', async () => {
    const mail = raw(
      'From: pia@fsb.example',
      'Subject: =?utf-8?Q?Sne=0D=0ABcc:_alle@fsb.example?=',
      '',
      'Hej',
    )
    expect((await readMail(mail)).text).toBe('Sne Bcc: alle@fsb.example\n\nHej')
  })
})

const HEAD = ['From: pia@fsb.example', 'Subject: Sne', 'MIME-Version: 1.0']

describe('broken mail gives what can be read, or a sentence', () => {
  test('a part that never ends', async () => {
    const mail = raw(...HEAD, 'Content-Type: multipart/mixed; boundary=x', '', '--x', '', 'Hvem rydder?')
    expect((await readMail(mail)).text).toContain('Hvem rydder?')
  })

  test('cut in the middle of a file', async () => {
    const whole = await compose({
      text: 'Se her.',
      attachments: [{ filename: 'kort.pdf', content: Buffer.alloc(9000, 65) }],
    })
    const { text, files } = await readMail(whole.subarray(0, whole.length - 4000))
    expect(text).toContain('Se her.')
    expect(files).toEqual([])
  })

  test('an unknown character set and damaged base64', async () => {
    const mail = raw(
      ...HEAD,
      'Content-Type: text/plain; charset=klingon',
      'Content-Transfer-Encoding: base64',
      '',
      'SHZlbSByeWRkZXI/!!!!%%%',
    )
    expect((await readMail(mail)).text).toContain('Hvem rydder?')
  })

  test('two hundred parts inside one another', async () => {
    const opened = Array.from({ length: 200 }, (_, depth) => [
      `Content-Type: multipart/mixed; boundary=b${depth}`,
      '',
      `--b${depth}`,
    ]).flat()
    await expect(readMail(raw(...HEAD, ...opened, '', 'Dybt nede'))).resolves.toMatchObject({
      from: 'pia@fsb.example',
    })
  })

  test('nine hundred quotes in one another, and a text of millions of characters, are cut and not worked through', async () => {
    const nested = `${'<blockquote>x'.repeat(900)}${'x y<br>'.repeat(200_000)}`
    const parts = Array.from(
      { length: 100 },
      () => `--x\r\nContent-Type: text/html\r\n\r\n${nested.slice(0, 60_000)}`,
    )
    const mixed = [...HEAD, 'Content-Type: multipart/mixed; boundary=x', '', '--x', '', 'Hej', ...parts]
    expect((await readMail(raw(...mixed))).text).toBe('Sne\n\nHej')
    const alone = await readMail(raw(...HEAD, 'Content-Type: text/html', '', nested))
    expect(alone.text.length).toBeLessThanOrEqual(8000)
    const long = await readMail(raw(...HEAD, '', `Den ${'skrev '.repeat(80)}\n`.repeat(20_000)))
    expect(long.text.length).toBe(8000)
  })

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['noise', Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256))],
    ['a mail of nobody', raw('Subject: Sne', '', 'Hvem rydder?')],
    ['a mail without a word', raw('From: pia@fsb.example', '', '')],
  ])('%s is no mail', async (_, content) => {
    await expect(readMail(content)).rejects.toThrow(new Refused('mailUnreadable', undefined, 'mail'))
  })
})

import MailComposer from 'nodemailer/lib/mail-composer'
import { describe, expect, test } from 'vitest'
import { LARGEST_FILE } from '@/features/meetings/attachments/rules'
import { Refused } from '@/lib/errors'
import { readMail } from './import'

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF')
const ZIP = Buffer.from('504b0304140000000800', 'hex')
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const PIA = { from: 'Pia Storm <Pia.Storm@fsb.example>', subject: 'Sne på stien' }
const UNREADABLE = new Refused('mailUnreadable', undefined, 'mail')

type Draft = ConstructorParameters<typeof MailComposer>[0]
const composed = (draft: Draft) => new MailComposer({ ...PIA, ...draft }).compile().build()
const read = async (draft: Draft) => readMail(await composed(draft))
const textOf = async (text: string) => (await read({ subject: '', text })).text
const raw = (...lines: string[]) => Buffer.from(lines.join('\r\n'), 'latin1')
const namesOf = (files: { name: string }[]) => files.map(({ name }) => name)
const pdfs = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ filename: `bilag ${index + 1}.pdf`, content: PDF }))

describe('a saved mail', () => {
  test('in an old character set gives its Danish letters, its file, its sender and its time', async () => {
    const mail = raw(
      'From: =?iso-8859-1?Q?S=F8ren_=C5s?= <Soeren@FSB.example>',
      'Date: Tue, 3 Mar 2026 10:12:00 +0100 (CET)',
      'Subject: =?iso-8859-1?Q?N=F8gle?=',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=skel',
      '',
      '--skel',
      'Content-Type: text/plain; charset=iso-8859-1',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'F=E5r vi n=F8glen til beboerlokalet p=E5 l=F8rdag, =\r\neller er det l=E6nge endnu?',
      '--skel',
      'Content-Type: application/octet-stream; name="=?iso-8859-1?Q?n=F8gle.pdf?="',
      'Content-Transfer-Encoding: base64',
      'Content-Disposition: attachment',
      '',
      PDF.toString('base64'),
      '--skel--',
      '',
    )
    expect(await readMail(mail)).toEqual({
      from: 'soeren@fsb.example',
      sentAt: new Date('2026-03-03T09:12:00Z'),
      text: 'Nøgle\n\nFår vi nøglen til beboerlokalet på lørdag, eller er det længe endnu?',
      files: [{ name: 'nøgle.pdf', medium: 'pdf', content: new Uint8Array(PDF) }],
      leftOut: [],
    })
  })

  test('of html alone gives its words, without scripts, and without line ends it never had', async () => {
    const sentence =
      'Hvem rydder <b>sne</b> på stien mellem børnehaven og parkeringspladsen, når det er weekend?'
    const { text } = await read({ html: `<style>p{}</style><p>${sentence}</p><script>alert(1)</script>` })
    expect(text).toBe(`Sne på stien\n\n${sentence.replace(/<.?b>/g, '')}`)
  })

  test('of html beside a file keeps its words', async () => {
    const attachments = [{ filename: 'kort.pdf', content: PDF }]
    const { text, files } = await read({ html: '<p>Hvem rydder sne?</p>', attachments })
    expect(text).toBe('Sne på stien\n\nHvem rydder sne?')
    expect(namesOf(files)).toEqual(['kort.pdf'])
  })

  test('in html below a plain line that somebody put there keeps both, but says nothing twice', async () => {
    const parts = ['--x', '', 'Ekstern afsender', '--x', 'Content-Type: text/html', '', '<p>Hvem rydder?</p>']
    const mail = raw(
      'From: pia@fsb.example',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      ...parts,
      '--x--',
    )
    expect((await readMail(mail)).text.split(/\n+/)).toEqual(['Ekstern afsender', 'Hvem rydder?'])
    expect((await read({ text: 'Hvem?', html: '<p>Hvem?</p>' })).text).toBe('Sne på stien\n\nHvem?')
  })

  test('loses the prefixes of its subject in any number, and nothing that only looks like one', async () => {
    const subjects = {
      'SV: Re: VS: Fwd: FW: Sne': 'Sne',
      're[2]:Sne': 'Sne',
      'Svar: Sne': 'Svar: Sne',
      'Vedr. re: Sne': 'Vedr. re: Sne',
    }
    for (const [subject, title] of Object.entries(subjects))
      expect((await read({ subject, text: 'Hej' })).text).toBe(`${title}\n\nHej`)
  })

  test('whose subject tries to be a header has it on one line of text', async () => {
    const subject = 'Subject: =?utf-8?Q?Sne=0D=0ABcc:_alle@fsb.example=0D=0A=0D=0AFrom:_x@y.example?='
    const { from, text } = await readMail(raw('From: pia@fsb.example', subject, '', 'Hej'))
    expect(from).toBe('pia@fsb.example')
    expect(text).toBe('Sne Bcc: alle@fsb.example From: x@y.example\n\nHej')
  })

  test('has a time only where it says one, with its zone', async () => {
    const sentAt = async (...date: string[]) =>
      (await readMail(raw('From: pia@fsb.example', ...date, '', 'Hej'))).sentAt
    expect(await sentAt('Date: Tue, 3 Mar 2026 10:12:00 GMT')).toEqual(new Date('2026-03-03T10:12:00Z'))
    expect(await sentAt('Date: Tue, 3 Mar 2026 10:12:00')).toBeNull()
    expect(await sentAt('Date: i går +0100')).toBeNull()
    expect(await sentAt()).toBeNull()
  })

  test('of several senders is the first one’s', async () => {
    const from = async (header: string) => (await readMail(raw(`From: ${header}`, '', 'Hej'))).from
    expect(await from('Pia <PIA@fsb.example>, bo@fsb.example')).toBe('pia@fsb.example')
    expect(await from('Bestyrelsen: pia@fsb.example, bo@fsb.example;')).toBe('pia@fsb.example')
    expect(await from('"bo@fsb.example" <pia@fsb.example>')).toBe('pia@fsb.example')
  })

  test('is cut to 8000 characters and never through one of them', async () => {
    for (const before of ['', 'x']) {
      const text = await textOf(before + '🙂'.repeat(6000))
      expect(text.isWellFormed() && !text.includes('\uFFFD')).toBe(true)
      expect(text.length).toBe(8000 - before.length)
    }
  })

  test('loses what cannot be seen', async () => {
    expect(await textOf('Hvem\u200B rydder\u202E sne?\u0007')).toBe('Hvem rydder sne?')
  })
})

describe('what the sender wrote now', () => {
  test.each([
    ['quoted lines and their introduction', 'Den 3. mar. skrev Mette Holm:\n> Vi ser på det.\n>\n> Mette'],
    [
      'an introduction over two lines',
      'Den tirs. 3. mar. 2026 kl. 10.12 skrev Mette Holm\n<m@x.example>:\n\n> Ja',
    ],
    ['an introduction above lines that are not quoted', 'On 3 Mar 2026, at 10:12, Mette wrote:\n\nJa\nMette'],
    ['an original message', '-----Original Message-----\nFrom: Mette\nHej'],
    ['an original message in Danish', '-----Oprindelig meddelelse-----\nFra: Mette\nHej'],
    [
      'the head Outlook writes',
      '________________________________\nFra: Mette\nSendt: 3. marts\nTil: Pia\nEmne: Sne\n\nJa',
    ],
    ['a signature', '-- \nPia Storm\nfsb'],
    ['a signature whose line was trimmed', '--\nPia Storm\nfsb'],
    ['a signature and a quote', '-- \nPia\n\nDen 3. mar. skrev Mette:\n> Ja\n> -- \n> Mette'],
  ])('ends before %s', async (_, below) => {
    expect(await textOf(`Er der nyt?\n\nHilsen Pia\n\n${below}`)).toBe('Er der nyt?\n\nHilsen Pia')
  })

  test('stays where it stands between the lines it answers', async () => {
    const text = 'Den 3. mar. 2026 skrev Mette:\n> Hvornår?\nPå lørdag.\n> Hvor?\nVed skuret.'
    expect(await textOf(`${text}\n> Mvh\n> Mette`)).toBe(text)
  })

  test.each([
    ['a forwarded quote alone', '> Hvem rydder sne?'],
    ['a forwarded mail alone', 'Fra: Mette\nSendt: 3. marts\n\nHvem rydder sne?'],
    ['a line that happens to begin with Fra', 'Fra: mandag\ntil fredag er der lukket.'],
    ['a person who says what was written', 'Den 3. marts skrev vi til jer:\nHvem rydder sne?'],
    ['a rule of two dashes', `Først det ene.\n--\n${'Så det andet.\n'.repeat(12)}Slut.`],
  ])('is all of it for %s', async (_, text) => {
    expect(await textOf(text)).toBe(text)
  })

  test('in html ends before its quote too', async () => {
    const html =
      '<p>Er der nyt?</p><div>Den 3. mar. skrev Mette:</div><blockquote>Vi ser på det.</blockquote>'
    expect((await read({ html })).text).toBe('Sne på stien\n\nEr der nyt?')
  })
})

describe('a mail passed on', () => {
  test('keeps what stands below the own line', async () => {
    const text =
      'Se nedenfor.\n\nFra: Beboer <beboer@mail.example>\nSendt: 3. marts 2026 10.12\n\nDer er glat.'
    expect((await read({ subject: 'VS: Sne', text })).text).toContain('Der er glat.')
    expect((await read({ subject: 'SV: Sne', text })).text).not.toContain('Der er glat.')
  })
})

describe('the files of a mail', () => {
  test('are twenty of thirty, and the others are named', async () => {
    const { files, leftOut } = await read({ text: 'Se her.', attachments: pdfs(30) })
    expect(namesOf(files)).toEqual(pdfs(20).map(({ filename }) => filename))
    expect(leftOut).toEqual(
      pdfs(30)
        .slice(20)
        .map(({ filename }) => filename),
    )
  })

  test('are judged by content: a zip is named, whatever it calls itself, and takes no place', async () => {
    const zips = ['arkiv.zip', 'C:\\post\\kort.pdf', 'makro.docm'].map((filename) => ({
      filename,
      content: ZIP,
    }))
    const { files, leftOut } = await read({ text: 'Se her.', attachments: [...zips, ...pdfs(20)] })
    expect(files).toHaveLength(20)
    expect(leftOut).toEqual(['arkiv.zip', 'kort.pdf', 'makro.docm'])
  })

  test('above 10 MB are named, and so are empty ones', async () => {
    const large = Buffer.concat([PDF, Buffer.alloc(LARGEST_FILE)])
    const attachments = [
      { filename: 'stor.pdf', content: large },
      { filename: 'tom.pdf', content: '' },
    ]
    const { files, leftOut } = await read({ text: 'Se her.', attachments })
    expect([files, leftOut]).toEqual([[], ['stor.pdf', 'tom.pdf']])
  })

  test('have clean names of at most 120 characters, and one without a name has its kind', async () => {
    const attachments = [
      { filename: `${'å'.repeat(200)}.pdf`, content: PDF },
      { filename: `\u202E${'z'.repeat(200)}.zip`, content: ZIP },
      { filename: false as const, contentType: 'application/zip', content: ZIP },
    ]
    const { files, leftOut } = await read({ text: 'Se her.', attachments })
    expect(namesOf(files)).toEqual([`${'å'.repeat(116)}.pdf`])
    expect(leftOut).toEqual(['z'.repeat(120), 'application/zip'])
  })

  test('are no small pictures that the text shows, but larger ones and those it does not show', async () => {
    const large = Buffer.concat([PNG, Buffer.alloc(8 * 1024)])
    const attachments = [
      { filename: 'logo.png', cid: 'logo@fsb', content: PNG },
      { filename: 'logo.gif', cid: 'gif@fsb', content: Buffer.from('GIF89a') },
      { filename: 'skade.png', cid: 'skade@fsb', content: large },
      { filename: 'løs.png', cid: 'other@fsb', content: PNG },
    ]
    const html = '<p>Hej</p><img src="cid:logo%40fsb"><img src="cid:gif@fsb"><img src="cid:skade@fsb">'
    const { files, leftOut } = await read({ html, attachments })
    expect([namesOf(files), leftOut]).toEqual([['skade.png', 'løs.png'], []])
  })

  test('make a mail without a word one that can be read', async () => {
    expect(await read({ subject: '', attachments: pdfs(1) })).toMatchObject({ text: '', leftOut: [] })
  })
})

const HEAD = ['From: pia@fsb.example', 'Subject: Sne', 'MIME-Version: 1.0']
const MIXED = [...HEAD, 'Content-Type: multipart/mixed; boundary=x', '']

describe('broken mail gives what can be read, or is refused', () => {
  test('a last boundary that is missing', async () => {
    expect((await readMail(raw(...MIXED, '--x', '', 'Hvem rydder?'))).text).toBe('Sne\n\nHvem rydder?')
  })

  test('a mail cut in the middle of a file gives its text, and names the half file', async () => {
    const content = Buffer.concat([PDF, Buffer.alloc(9000, 65)])
    const whole = await composed({
      text: 'Se her.',
      attachments: [...pdfs(1), { filename: 'kort.pdf', content }],
    })
    const { text, files, leftOut } = await readMail(whole.subarray(0, whole.length - 4000))
    expect([text, namesOf(files), leftOut]).toEqual([
      'Sne på stien\n\nSe her.',
      ['bilag 1.pdf'],
      ['kort.pdf'],
    ])
  })

  test('a mail cut anywhere else', async () => {
    const whole = await composed({ text: 'Se her.', html: '<p>Se her.</p>', attachments: pdfs(2) })
    for (let length = 0; length < whole.length; length += 7)
      await readMail(whole.subarray(0, length)).catch((error) => expect(error).toEqual(UNREADABLE))
    expect.hasAssertions()
  })

  test.each(['klingon', 'utf-7', 'base64', ''])(
    'the character set "%s", and damaged base64',
    async (charset) => {
      const type = [`Content-Type: text/plain; charset=${charset}`, 'Content-Transfer-Encoding: base64']
      expect((await readMail(raw(...HEAD, ...type, '', 'SHZlbSByeWRkZXI/!!!!%%%'))).text).toBe(
        'Sne\n\nHvem rydder?',
      )
    },
  )

  test('letters that are not in the character set it names', async () => {
    const mail = raw(...HEAD, 'Content-Type: text/plain; charset=utf-8', '', 'Hvem rydder på stien?')
    expect((await readMail(mail)).text).toBe('Sne\n\nHvem rydder p\uFFFD stien?')
  })

  test.each([';', '\0'])('a part of the kind "%s" and no name is left out all the same', async (kind) => {
    const part = ['--x', `Content-Type: ${kind}`, 'Content-Disposition: attachment', '', 'x', '--x--']
    const { leftOut } = await readMail(raw(...MIXED, '--x', '', 'Hej', ...part))
    expect(leftOut).toEqual(['?'])
  })

  test('two hundred parts inside one another', async () => {
    const opened = Array.from({ length: 200 }, (_, depth) => [
      `Content-Type: multipart/mixed; boundary=b${depth}`,
      '',
      `--b${depth}`,
    ]).flat()
    expect((await readMail(raw(...HEAD, ...opened, '', 'Dybt nede'))).text).toBe('Sne\n\nDybt nede')
  })

  test('more parts and larger heads than any mail has', async () => {
    const parts = Array.from({ length: 2000 }, () => ['--x', '', 'Hej']).flat()
    await expect(readMail(raw(...MIXED, ...parts))).rejects.toEqual(UNREADABLE)
    await expect(readMail(raw(...HEAD, `X: ${'x'.repeat(300_000)}`, '', 'Hej'))).rejects.toEqual(UNREADABLE)
  })

  test.each([
    ['noise', noise(3_000_000)],
    ['empty lines', Buffer.alloc(3_000_000, '\n')],
    ['quotes', Buffer.alloc(3_000_000, '> x\n')],
    ['tags that are never closed', Buffer.alloc(3_000_000, '<blockquote>x')],
    ['rows of a table', Buffer.alloc(3_000_000, '<tr><td>x')],
  ])(
    'megabytes of %s, as text and as html',
    async (_, body) => {
      for (const kind of ['plain', 'html']) {
        const { text } = await readMail(
          Buffer.concat([raw(...HEAD, `Content-Type: text/${kind}`, '', ''), body]),
        )
        expect(text.startsWith('Sne')).toBe(true)
        expect(text.length).toBeLessThanOrEqual(8000)
      }
    },
    60_000,
  )

  test('html made to take its converter long, in parts beside plain text', async () => {
    const html = `${'<blockquote>x'.repeat(900)}${'x y<br>'.repeat(7000)}`
    const parts = Array.from({ length: 150 }, () => ['--x', 'Content-Type: text/html', '', html]).flat()
    expect((await readMail(raw(...MIXED, '--x', '', 'Hej', ...parts))).text).toContain('Hej')
  }, 60_000)
})

describe('no mail', () => {
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['noise', noise(5000)],
    ['megabytes of noise', noise(3_000_000)],
    ['a file', PDF],
    ['a mail of nobody', raw('Subject: Sne', '', 'Hvem rydder?')],
    ['a mail of something that is no address', raw('From: Pia Storm', 'Subject: Sne', '', 'Hvem rydder?')],
    ['a mail of an address with a hidden character', raw('From: <pia\xe2\x80\x8b@fsb.example>', '', 'Hej')],
    ['a mail without a word', raw('From: pia@fsb.example', 'Subject: Re:', '', ' ')],
  ])(
    'is %s',
    async (_, content) => {
      await expect(readMail(content)).rejects.toEqual(UNREADABLE)
    },
    60_000,
  )

  test('is a mail that says nothing and only has a file we do not keep', async () => {
    await expect(read({ subject: '', attachments: [{ filename: 'a.zip', content: ZIP }] })).rejects.toEqual(
      UNREADABLE,
    )
  })
})

/** The same noise in every run. */
function noise(length: number): Buffer {
  let state = 1
  const bytes = Buffer.alloc(length)
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1103515245) + 12345) | 0
    bytes[at] = state >>> 16
  }
  return bytes
}

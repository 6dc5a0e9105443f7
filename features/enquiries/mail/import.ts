import 'server-only'
import { toPlainText } from '@react-email/render'
import { type ParsedMail, simpleParser } from 'mailparser'
import type { Medium } from '@/db/schema'
import { LARGEST_FILE, MOST_FILES, mediumOf, nameOf } from '@/features/meetings/attachments/rules'
import { Refused } from '@/lib/errors'
import { cleanText } from '@/lib/plain-text'

export type ReadMail = {
  /** The sender's address, in lower case. */
  from: string
  text: string
  files: { name: string; medium: Medium; content: Uint8Array }[]
  /** The names of what we do not keep. */
  leftOut: string[]
}

const LONGEST_TEXT = 8000
const LONGEST_NAME = 120
/** Beyond this nothing is looked at: whoever writes so much attaches it. */
const MOST_READ = 100_000
/** Tags in tags take time: a few kilobytes of nested quotes kept a parser busy for minutes. */
const LIMITS = { maxInputLength: MOST_READ, maxDepth: 40, maxChildNodes: 1000 }
/** A picture this small that the text itself shows is a logo under somebody's name. */
const LARGEST_LOGO = 8 * 1024

/** A mail as somebody saved it. Throws Refused for what is none, or says nothing. */
export async function readMail(content: Uint8Array): Promise<ReadMail> {
  const mail = await parse(content)
  const from = mail?.from?.value[0]?.address?.trim().toLowerCase()
  if (!mail || !from) throw new Refused('mailUnreadable', undefined, 'mail')
  const { files, leftOut } = await filesOf(mail)
  const text = textOf(mail)
  if (text === '') throw new Refused('mailUnreadable', undefined, 'mail')
  return { from, text, files, leftOut }
}

/** Whatever is broken in it, as far as it can be read. */
const parse = (content: Uint8Array): Promise<ParsedMail | null> =>
  simpleParser(Buffer.from(content), {
    skipImageLinks: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    skipHtmlToText: true,
  }).catch(() => null)

const PREFIX = /^\s*((re|sv|fwd?|vs)\s*:\s*)+/i

/** The subject, and below it what the sender wrote: no mail that it answers, no name card. */
function textOf({ subject = '', text = '', html }: ParsedMail): string {
  const title = cleanText(subject.slice(0, LONGEST_TEXT).toWellFormed())
    .replace(/\s+/g, ' ')
    .replace(PREFIX, '')
    .trim()
  const written = text.trim() === '' && html ? wordsOfHtml(html) : text
  const body = withoutHistory(cleanText(written.slice(0, MOST_READ).toWellFormed())).trim()
  return [title, body].filter(Boolean).join('\n\n').slice(0, LONGEST_TEXT).toWellFormed()
}

const wordsOfHtml = (html: string): string =>
  toPlainText(html.slice(0, MOST_READ), {
    wordwrap: false,
    limits: LIMITS,
    selectors: [{ selector: 'img', format: 'skip' }],
  })

const HISTORY = [
  /^-{2,}\s*(original message|oprindelig meddelelse|videresendt besked)/i,
  /^(den|on)\s.{0,200}\s(skrev|wrote)\b.{0,200}:\s*$/i,
  /^(fra|from):\s.+$/i,
]
const SIGNATURE = /^-- ?$/
/** A name card is short; what is longer is what somebody wrote. */
const LONGEST_SIGNATURE = 10

/** Cut where the answered mail or the signature begins, if anything stands before it. */
function withoutHistory(body: string): string {
  const lines = body.split('\n')
  const begins = lines.findIndex(
    (line, index) =>
      (SIGNATURE.test(line) && lines.length - index <= LONGEST_SIGNATURE + 1) ||
      isQuotedToTheEnd(lines, index) ||
      HISTORY.some((pattern) => pattern.test(line.trim())) ||
      isSplitIntroduction(line, lines[index + 1]),
  )
  const own = begins === -1 ? body : lines.slice(0, begins).join('\n')
  return own.trim() === '' ? body : own
}

/** Answers written between the lines of what they answer stay. */
const isQuotedToTheEnd = (lines: string[], from: number): boolean =>
  /^>/.test(lines[from] ?? '') &&
  lines.slice(from).every((line) => line.trim() === '' || line.startsWith('>'))

/** "Den 3. mar. 2026 kl. 10.12" broken over two lines. */
const isSplitIntroduction = (line: string, next = ''): boolean =>
  /^(den|on)\s\S/i.test(line) && /(skrev|wrote).*:\s*$/i.test(next)

async function filesOf({ attachments }: ParsedMail) {
  const files: ReadMail['files'] = []
  const leftOut: string[] = []
  for (const { content, filename = '', related } of attachments) {
    if (related && content.length <= LARGEST_LOGO) continue
    const medium = content.length > 0 && content.length <= LARGEST_FILE ? await mediumOf(content) : null
    if (medium && files.length < MOST_FILES)
      files.push({ name: nameOf(filename, medium), medium, content: new Uint8Array(content) })
    else leftOut.push(cleanText(filename.toWellFormed()).trim().slice(0, LONGEST_NAME).toWellFormed() || '?')
  }
  return { files, leftOut }
}

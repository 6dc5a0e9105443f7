import 'server-only'
import { toPlainText } from '@react-email/render'
import { type Attachment, type ParsedMail, type StructuredHeader, simpleParser } from 'mailparser'
import type { Medium } from '@/db/schema'
import { LARGEST_FILE, MOST_FILES, mediumOf, nameOf } from '@/features/meetings/attachments/rules'
import { Refused } from '@/lib/errors'
import { cut, headOf, oneLine, textOf } from './rules'

export type ReadMail = {
  /** The first sender's address, in lower case; whoever saved the mail vouches for it. */
  from: string
  sentAt: Date | null
  text: string
  files: { name: string; medium: Medium; content: Uint8Array }[]
  /** The names of what is not kept. */
  leftOut: string[]
}

const LONGEST_NAME = 120
const LONGEST_WAIT = 20_000
/** A picture below this size that the text itself shows is a logo under somebody's name. */
const LARGEST_LOGO = 8 * 1024

/** A mail as somebody saved it, as far as it can be read. Throws Refused for what is none, or says nothing. */
export async function readMail(content: Uint8Array): Promise<ReadMail> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const mail = await parse(bytes)
  const from = mail && senderOf(mail)
  if (!from) throw unreadable()
  const text = textOf(mail.subject ?? '', bodyOf(mail))
  const { files, leftOut } = await filesOf(mail, bytes)
  if (text === '' && files.length === 0) throw unreadable()
  return { from, sentAt: sentAtOf(mail), text, files, leftOut }
}

const unreadable = () => new Refused('mailUnreadable', undefined, 'mail')

/** Null for what is no mail, has more parts or a larger head than any, or keeps the parser waiting. */
async function parse(content: Buffer): Promise<ParsedMail | null> {
  let timer: NodeJS.Timeout | undefined
  const waited = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, LONGEST_WAIT, null)
  })
  const parsed = simpleParser(content, {
    keepCidLinks: true,
    skipImageLinks: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    checksumAlgo: false,
    // Its own conversion stands still for half a minute over html that is made for it; see wordsOf.
    maxHtmlLengthToParse: 0,
    maxHeadSize: 256 * 1024,
    maxChildNodes: 1000,
  })
  return Promise.race([parsed, waited])
    .catch(() => null)
    .finally(() => clearTimeout(timer))
}

function senderOf({ from }: ParsedMail): string | undefined {
  const senders = from?.value.flatMap((sender) => sender.group ?? [sender]) ?? []
  const address = senders[0]?.address?.trim().toLowerCase() ?? ''
  return address.length <= 254 && /^[^\s@\p{C}]+@[^\s@\p{C}]+$/u.test(address) ? address : undefined
}

const DATE =
  /^(?:[a-z]{3},?\s+)?\d{1,2}\s+[a-z]{3}\s+\d{4}\s[\d:\s]+(?:[+-]\d{4}|GMT|UTC?|Z)(?:\s*\([^)]*\))?$/i

/** Read here again: for no date the parser says now, for one without a zone it takes the machine's. */
function sentAtOf({ headerLines }: ParsedMail): Date | null {
  const header = headerLines.find(({ key }) => key === 'date')?.line.slice(0, 200) ?? ''
  const written = header.replace(/^[^:]*:/, '').trim()
  const date = new Date(DATE.test(written) ? written : Number.NaN)
  return Number.isNaN(date.getTime()) ? null : date
}

/** Not let at html, the parser names an error where html says more than the plain text beside it. */
function bodyOf({ text = '', html, textConversionError }: ParsedMail): string {
  return html && (textConversionError || text.trim() === '') ? `${text}\n${wordsOf(html)}` : text
}

function wordsOf(html: string): string {
  try {
    return toPlainText(headOf(html), { limits: { maxDepth: 100 } })
  } catch {
    return ''
  }
}

async function filesOf(mail: ParsedMail, content: Buffer) {
  const files: ReadMail['files'] = []
  const leftOut: string[] = []
  const shown = shownIn(mail.html || '')
  const half = isCut(mail, content) ? mail.attachments.at(-1) : undefined
  for (const attached of mail.attachments) {
    if (isLogo(attached, shown)) continue
    const mayStay = attached !== half && attached.content.length <= LARGEST_FILE && files.length < MOST_FILES
    const medium = mayStay ? await mediumOf(attached.content) : null
    if (medium)
      files.push({ name: keptName(attached, medium), medium, content: new Uint8Array(attached.content) })
    else leftOut.push(leftOutName(attached))
  }
  return { files, leftOut }
}

/** The ids of what html shows, as in "cid:logo@fsb". */
const shownIn = (html: string): Set<string> =>
  new Set(Array.from(html.matchAll(/\bcid:([^"'\s>)]{1,256})/gi), ([, id]) => unescaped(id!)))

function unescaped(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}

const isLogo = ({ cid, content, contentType }: Attachment, shown: Set<string>) =>
  content.length < LARGEST_LOGO && /^image\//i.test(contentType) && cid !== undefined && shown.has(cid)

/** A mail that stops before its last boundary; then its last file may be half a one. */
function isCut({ headers }: ParsedMail, content: Buffer): boolean {
  const kind = headers.get('content-type')
  const params = typeof kind === 'object' && 'params' in kind ? (kind as StructuredHeader).params : undefined
  return params?.boundary !== undefined && !content.includes(`--${params.boundary}--`)
}

function keptName({ filename }: Attachment, medium: Medium): string {
  const ending = `.${medium}`
  return cut(nameOf(filename || '', medium).slice(0, -ending.length), LONGEST_NAME - ending.length) + ending
}

/** A part without a name is called by its kind, which the parser leaves false where that is broken too. */
const leftOutName = ({ filename, contentType }: Attachment) =>
  cut(
    oneLine((filename || '').split(/[/\\]/).at(-1) ?? '') || oneLine(contentType || '') || '?',
    LONGEST_NAME,
  )

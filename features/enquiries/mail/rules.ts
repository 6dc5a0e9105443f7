import { cleanText } from '@/lib/plain-text'

const LONGEST_TEXT = 8000
const LONGEST_SUBJECT = 1000
/** Of a body, before it is looked through line by line. */
const LONGEST_BODY = 200_000

/** The first `max` characters, without half a one at the end. */
export const cut = (text: string, max: number): string =>
  text.length <= max ? text : text.slice(0, max).replace(/[\uD800-\uDBFF]$/, '')

/** On one line, clean, so that it can stand in a list. */
export const oneLine = (text: string): string =>
  cleanText(text.toWellFormed().replace(/\s+/g, ' ')).replace(/ +/g, ' ').trim()

/** The subject, and below it what the sender wrote; '' for a mail that says nothing. */
export function textOf(subject: string, body: string): string {
  const clean = cleanText(cut(body.toWellFormed(), LONGEST_BODY))
  const words = FORWARDED.test(subject) ? clean.trim() : ownWords(clean)
  return cut([titleOf(subject), words].filter(Boolean).join('\n\n'), LONGEST_TEXT).trim()
}

/** Passed on: what is below the own line is what it is about. */
const FORWARDED = /^\s*(?:fwd?|vs) ?:/i

const PREFIXES = /^(?:(?:re|sv|fwd?|vs)(?:\[\d{1,3}\])? ?: ?)+/i

const titleOf = (subject: string): string =>
  cut(oneLine(subject).replace(PREFIXES, ''), LONGEST_SUBJECT).trim()

/** What the sender wrote now: without the mails below it and the signature, unless nothing else is there. */
function ownWords(body: string): string {
  const lines = body.split('\n')
  const newest = somethingOf(lines.slice(0, historyAt(lines)), lines)
  const answer = somethingOf(withoutQuote(newest), newest)
  return somethingOf(answer.slice(0, signatureAt(answer)), answer)
    .join('\n')
    .trim()
}

const isBlank = (line: string) => line.trim() === ''
const isQuoted = (line: string) => /^\s*>/.test(line)
const somethingOf = (rest: string[], whole: string[]) => (rest.every(isBlank) ? whole : rest)

const DIVIDER =
  /^\s*-{2,}\s*(?:(?:original|forwarded) message|(?:oprindelig|original|videresendt) (?:meddelelse|besked))\s*-{2,}/i
const FROM = /^\s*\*?(?:fra|from):\*?\s*\S/i
const SENT = /^\s*\*?(?:sendt|sent|dato|date):/i
/** "Sendt:" stands at most so many lines below "Fra:". */
const HEADER_LINES = 4

/** Where the answered mail begins with a line or head that says so; below it nothing is told apart. */
function historyAt(lines: string[]): number {
  const at = lines.findIndex(
    (line, index) =>
      DIVIDER.test(line) ||
      (FROM.test(line) && lines.slice(index + 1, index + 1 + HEADER_LINES).some((next) => SENT.test(next))) ||
      isAnsweredUnquoted(lines, index),
  )
  if (at === -1) return lines.length
  return at > 0 && /^\s*_{5,}\s*$/.test(lines[at - 1]!) ? at - 1 : at
}

const INTRODUCTION = /^\s*(?:den|on)\s.{1,250}\b(?:skrev|wrote)\b.{0,150}:\s*$/i
const LONGEST_INTRODUCTION = 400

/** How many lines "Den 3. mar. skrev Mette Holm:" takes at this place: none, one or, broken by a client, two. */
function introduction(lines: string[], at: number): number {
  const fits = (line: string) => line.length <= LONGEST_INTRODUCTION && INTRODUCTION.test(line)
  const first = lines[at] ?? ''
  if (!/^\s*(?:den|on)\s/i.test(first)) return 0
  if (fits(first)) return 1
  return fits(`${first} ${lines[at + 1] ?? ''}`) ? 2 : 0
}

/** People write "Den 3. marts skrev vi til jer:" themselves; a year, a clock or an address is a program's. */
function isAnsweredUnquoted(lines: string[], at: number): boolean {
  const length = introduction(lines, at)
  if (length === 0 || !/\b20\d\d\b|\d[.:]\d\d\b|@/.test(lines.slice(at, at + length).join(' '))) return false
  const below = lines.slice(at + length, at + length + 5).find((line) => !isBlank(line))
  return below !== undefined && !isQuoted(below)
}

/** Without the ">" lines at the end and their introduction; those between own words stay, they are answered. */
function withoutQuote(lines: string[]): string[] {
  const own = lines.findLastIndex((line) => !isBlank(line) && !isQuoted(line)) + 1
  if (introduction(lines, own - 1) === 1) return lines.slice(0, own - 1)
  if (introduction(lines, own - 2) === 2) return lines.slice(0, own - 2)
  return lines.slice(0, own)
}

/** A client that trims its lines leaves "--"; so do people between two questions, who go on for longer. */
const LONGEST_SIGNATURE = 10

function signatureAt(lines: string[]): number {
  const written = lines.findLastIndex((line) => !isBlank(line))
  const at = lines.findIndex(
    (line, index) => /^--\s*$/.test(line) && (line !== '--' || written - index <= LONGEST_SIGNATURE),
  )
  return at === -1 ? lines.length : at
}

const MOST_HTML = 512 * 1024
const MOST_TAGS = 10_000

/** Of html as much as can take its converter no long time, ended before a tag: it is quadratic in tags. */
export function headOf(html: string): string {
  let end = -1
  for (let tags = 0; tags <= MOST_TAGS; tags++) {
    end = html.indexOf('<', end + 1)
    if (end === -1 || end > MOST_HTML) return html.slice(0, MOST_HTML)
  }
  return html.slice(0, end)
}

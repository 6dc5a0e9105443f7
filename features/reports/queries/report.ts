import 'server-only'
import type { ReportReader } from '@/db/schema'
import { translator } from '@/i18n/translator'
import { NotFound } from '@/lib/errors'
import { formatInstant, type Locale } from '@/lib/format'
import { can, type Viewer } from '@/policy'
import type { ReportAddress } from '../input'
import type { Report } from '../model'
import type { Part } from './ledger'
import { actionItemsPart } from './parts/action-items'
import { bridgesPart } from './parts/bridges'
import { decisionsPart } from './parts/decisions'
import { enquiriesPart } from './parts/enquiries'
import { feedbackPart } from './parts/feedback'
import { fundingPart } from './parts/funding'
import { hoursPart } from './parts/hours'
import { initiativesPart } from './parts/initiatives'
import { meetingsPart } from './parts/meetings'
import { overlapsPart } from './parts/overlaps'
import { seatsPart } from './parts/seats'
import { successionPart } from './parts/succession'
import { listReadable } from './readable'
import { eyesOf, findScope, nameOfPeriod, type Scope } from './scope'

/** The name of each is how the addresses of its figures begin. */
const PARTS = {
  meetings: meetingsPart,
  items: actionItemsPart,
  decisions: decisionsPart,
  hours: hoursPart,
  succession: successionPart,
  funding: fundingPart,
  enquiries: enquiriesPart,
  feedback: feedbackPart,
  initiatives: initiativesPart,
  overlaps: overlapsPart,
  bridges: bridgesPart,
  seats: seatsPart,
} satisfies Record<string, (viewer: Viewer, scope: Scope) => Part>
type PartName = keyof typeof PARTS

/** What each reader's account is made of, in the order in which it is read. */
const ACCOUNTS: Record<ReportReader, PartName[]> = {
  committee: [
    'meetings',
    'items',
    'decisions',
    'hours',
    'succession',
    'funding',
    'enquiries',
    'feedback',
    'initiatives',
    'overlaps',
    'bridges',
    'seats',
  ],
  department: ['meetings', 'items', 'hours', 'enquiries'],
  organisation: ['hours', 'enquiries', 'items'],
}

/** An account of all enquiries is for who sees all of them: a department's own stand in its own. */
const NEEDS_ALL_ENQUIRIES: PartName[] = ['enquiries', 'feedback']

const partsFor = (viewer: Viewer, reader: ReportReader) =>
  ACCOUNTS[reader].filter(
    (part) => reader !== 'committee' || can.triageEnquiries(viewer) || !NEEDS_ALL_ENQUIRIES.includes(part),
  )

/** Every part of a report with the rows behind its figures, counted now. Throws NotFound. */
export function countParts(viewer: Viewer, address: ReportAddress, locale: Locale, now: Date) {
  const scope = findScope(viewer, address, locale, now)
  const eyes = eyesOf(viewer, scope)
  return { scope, parts: partsFor(viewer, scope.reader).map((part) => PARTS[part](eyes, scope)) }
}

/** The report of an address, counted now. Throws NotFound for one this viewer may not read. */
export function makeReport(viewer: Viewer, address: ReportAddress, locale: Locale, now: Date): Report {
  const { scope, parts } = countParts(viewer, address, locale, now)
  const t = translator(locale, 'reports')
  const { reader, party, forum, from, to } = scope
  const period = nameOfPeriod(scope)
  const readerName = party?.name ?? t('committee')
  return {
    shape: 1,
    locale,
    title: t('titleOf', { reader: readerName, period }),
    reader,
    readerName,
    period,
    from,
    to,
    forum: forum?.name ?? t('allForums'),
    extractedAt: now.toISOString(),
    extracted: t('extracted', { moment: formatInstant(now, locale) }),
    sections: parts.map(({ section }) => section),
  }
}

/** The rows behind one figure of that report, by the query that counts them. Throws NotFound for a figure it has not. */
export function listRowsBehind(
  viewer: Viewer,
  { figure, ...address }: ReportAddress & { figure: string },
  locale: Locale,
  now: Date,
) {
  const scope = findScope(viewer, address, locale, now)
  const part = partsFor(viewer, scope.reader).find((one) => figure.startsWith(`${one}.`))
  if (!part) throw new NotFound()
  const { section, entries } = PARTS[part](eyesOf(viewer, scope), scope)
  const entry = entries.get(figure)
  if (!entry) throw new NotFound()
  const { name, how, unit, rows } = entry
  return {
    name,
    part: section.heading,
    period: nameOfPeriod(scope),
    how,
    unit,
    rows: listReadable(viewer, rows, locale),
  }
}

import { decisionLabel } from '@/features/decisions/rules'
import { translator } from '@/i18n/translator'
import type { PlainDate } from '@/lib/dates'
import { formatTime, type Locale } from '@/lib/format'
import type { Handover } from '../queries/handover'

export type Cell = { text: string; href?: string } | { date: PlainDate | null }
export type HandoverTable = { part: HandoverPart; name: string; headings: string[]; rows: Cell[][] }

/** In the order in which one takes over: what waits, what holds, who one meets, what goes on. */
const HANDOVER_PARTS = [
  'items',
  'enquiries',
  'decisions',
  'meetings',
  'forums',
  'seats',
  'contacts',
  'initiatives',
  'offers',
] as const
type HandoverPart = (typeof HANDOVER_PARTS)[number]

/** What the page shows and the files hold: one table of each part, also an empty one. A coordinator has no seats or offers. */
export function handoverTables(handover: Handover, locale: Locale): HandoverTable[] {
  const t = translator(locale, 'handovers')
  const columns = translator(locale, 'handovers.columns')
  const rows = rowsOf(handover, locale)
  return HANDOVER_PARTS.filter(
    (part) => 'partyId' in handover.of || (part !== 'seats' && part !== 'offers'),
  ).map((part) => ({
    part,
    name: t(`parts.${part}`),
    headings: COLUMNS[part].map((column) => columns(column)),
    rows: rows[part],
  }))
}

type Column = Parameters<ReturnType<typeof translator<'handovers.columns'>>>[0]

const COLUMNS: Record<HandoverPart, Column[]> = {
  items: ['item', 'party', 'responsible', 'due', 'state', 'forum'],
  enquiries: ['enquiry', 'asker', 'text', 'with', 'expected'],
  decisions: ['decision', 'forum', 'body', 'decidedOn', 'reviewOn'],
  meetings: ['meeting', 'forum', 'time', 'place', 'state'],
  forums: ['forum', 'convener', 'convenerMail', 'deputy', 'deputyMail', 'rhythm'],
  seats: ['person', 'title', 'forum', 'seat', 'mail', 'from', 'until'],
  contacts: ['person', 'title', 'party', 'mail', 'forums'],
  initiatives: ['initiative', 'plan', 'area', 'coreService', 'state', 'until'],
  offers: ['offer', 'area', 'opening', 'contact', 'confirmedOn'],
}

function rowsOf(handover: Handover, locale: Locale): Record<HandoverPart, Cell[][]> {
  const t = translator(locale, 'handovers')
  const itemState = translator(locale, 'actionItems.state')
  const meetingState = translator(locale, 'meetings.state')
  const initiativeState = translator(locale, 'initiatives.state')
  const seatKind = translator(locale, 'seats')
  const enquiryWords = translator(locale, 'enquiries')
  const withWhom = ({ turn, owner, party }: Handover['enquiries'][number]) =>
    turn.of === 'asker' ? party : turn.parties.join(', ') || owner
  return {
    items: handover.items.map(({ id, title, party, person, dueOn, state, forum }) => [
      { text: title, href: `/action-items/${id}` },
      { text: party.name },
      { text: person },
      { date: dueOn },
      { text: itemState(state) },
      { text: forum.shortName },
    ]),
    enquiries: handover.enquiries.map((enquiry) => [
      { text: enquiryWords('one', { number: String(enquiry.number) }), href: `/enquiries/${enquiry.id}` },
      { text: `${enquiry.asker}, ${enquiry.party}` },
      { text: enquiry.text },
      { text: withWhom(enquiry) },
      { date: enquiry.expectedOn },
    ]),
    decisions: handover.decisions.map((decision) => [
      { text: decisionLabel(decision), href: `/decisions/${decision.id}` },
      { text: decision.forum },
      { text: decision.body },
      { date: decision.decidedOn },
      { date: decision.reviewOn },
    ]),
    meetings: handover.meetings.map(({ id, heldOn, forum, startsAt, place, state }) => [
      { date: heldOn },
      { text: forum, href: `/meetings/${id}` },
      { text: formatTime(startsAt, locale) },
      { text: place },
      { text: meetingState(state) },
    ]),
    forums: handover.forums.map((forum) => [
      { text: forum.shortName, href: `/forums/${forum.slug}` },
      { text: forum.convener ?? '' },
      { text: forum.convenerMail ?? '' },
      { text: forum.deputy ?? '' },
      { text: forum.deputyMail ?? '' },
      { text: forum.rhythm },
    ]),
    seats: handover.seats.map(({ person, title, forum, kind, mail, validFrom, validTo }) => [
      ...[{ text: person }, { text: title }, { text: forum }, { text: seatKind(kind) }, { text: mail }],
      ...[{ date: validFrom }, { date: validTo }],
    ]),
    contacts: handover.contacts.map(({ person, title, party, mail, seats }) => {
      const named = seats.map(({ forum, kind }) =>
        kind === 'deputy' ? `${forum} (${seatKind(kind)})` : forum,
      )
      return [person, title, party, mail, named.join(', ')].map((text) => ({ text }))
    }),
    initiatives: handover.initiatives.map(({ id, title, plan, area, coreService, state, endsOn }) => [
      { text: title, href: `/initiatives/${id}` },
      { text: plan },
      { text: area },
      { text: coreService },
      { text: initiativeState(state) },
      { date: endsOn },
    ]),
    offers: handover.offers.map(({ id, title, area, opening, contact, confirmedOn }) => [
      { text: title, href: `/offers/${id}` },
      { text: area ?? t('wholeCity') },
      { text: opening },
      { text: contact },
      { date: confirmedOn },
    ]),
  }
}

export const cellText = (cell: Cell, dateText: (date: PlainDate) => string): string =>
  'text' in cell ? cell.text : cell.date ? dateText(cell.date) : ''

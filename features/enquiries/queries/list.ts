import 'server-only'
import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  type SQL,
  sql,
} from 'drizzle-orm'
import { db } from '@/db/client'
import { type EnquiryState, enquiries, enquiryParts, type PartState } from '@/db/schema'
import { addDays, instantOf, type PlainDate } from '@/lib/dates'
import { type Viewer, visible } from '@/policy'
import { ENQUIRY_TABS, type EnquiryListInput, type EnquiryTab, NOTHING } from '../input'
import { selectEnquiries, withTurns } from './rows'

const STATES: Record<EnquiryTab, readonly EnquiryState[]> = {
  new: ['received'],
  departments: ['routed', 'with_department'],
  waiting: ['awaiting_asker'],
  closed: ['answered', 'closed'],
  all: ['received', 'routed', 'with_department', 'awaiting_asker', 'answered', 'closed'],
}

/** To a page. */
const MOST_ROWS = 50

/** One tab: what is due first, or what was answered last. Five statements. */
export function listEnquiries(viewer: Viewer, { tab, page, ...filter }: EnquiryListInput, day: PlainDate) {
  const counts = countByTab(viewer, filter)
  const current = tab ?? ENQUIRY_TABS.find((one) => counts[one] > 0) ?? 'new'
  const pages = Math.max(1, Math.ceil(counts[current] / MOST_ROWS))
  const at = Math.min(page, pages)
  const rows = selectEnquiries(db(), viewer)
    .where(and(visible.enquiries(viewer), inArray(enquiries.state, [...STATES[current]]), filtered(filter)))
    .orderBy(
      ...(current === 'closed' || current === 'all'
        ? [desc(sql`coalesce(${enquiries.answeredAt}, ${enquiries.receivedAt})`)]
        : [asc(enquiries.expectedOn), asc(enquiries.number)]),
    )
    .limit(MOST_ROWS)
    .offset((at - 1) * MOST_ROWS)
    .all()
  return { tab: current, counts, page: at, pages, enquiries: withTurns(db(), rows, day) }
}

/** Those that wait for the asker first, then what is expected first. Four statements. */
export function listOpenEnquiries(viewer: Viewer, day: PlainDate, most: number) {
  const open = [...STATES.waiting, ...STATES.new, ...STATES.departments]
  const rows = selectEnquiries(db(), viewer)
    .where(and(visible.enquiries(viewer), inArray(enquiries.state, open)))
    .orderBy(desc(eq(enquiries.state, 'awaiting_asker')), asc(enquiries.expectedOn))
    .limit(most)
    .all()
  return withTurns(db(), rows, day)
}

type Filter = Omit<EnquiryListInput, 'tab' | 'page'>

/** How many stand on each tab. One statement. */
function countByTab(viewer: Viewer, filter: Partial<Filter> = {}): Record<EnquiryTab, number> {
  const byState = new Map(
    db()
      .select({ state: enquiries.state, count: count() })
      .from(enquiries)
      .where(and(visible.enquiries(viewer), filtered(filter)))
      .groupBy(enquiries.state)
      .all()
      .map((row) => [row.state, row.count]),
  )
  const sum = (tab: EnquiryTab) => STATES[tab].reduce((total, state) => total + (byState.get(state) ?? 0), 0)
  return Object.fromEntries(ENQUIRY_TABS.map((tab) => [tab, sum(tab)])) as Record<EnquiryTab, number>
}

const filtered = ({
  area,
  department,
  theme,
  from,
  to,
  refused,
  answered,
}: Partial<Filter>): SQL | undefined =>
  and(
    area ? chosenIn(enquiries.areaId, area) : undefined,
    theme ? chosenIn(enquiries.themeId, theme) : undefined,
    from ? gte(enquiries.receivedAt, instantOf(from, '00:00')) : undefined,
    to ? lt(enquiries.receivedAt, instantOf(addDays(to, 1), '00:00')) : undefined,
    answered && !department ? isNotNull(enquiries.firstAnsweredAt) : undefined,
    department ? exists(partsWith(department)) : undefined,
    department && answered ? exists(partsWith(department, 'answered')) : undefined,
    refused ? exists(partsWith(department, 'refused')) : undefined,
  )

/** Or nothing chosen at all. */
const chosenIn = (column: typeof enquiries.areaId | typeof enquiries.themeId, chosen: string) =>
  chosen === NOTHING ? isNull(column) : eq(column, chosen)

const partsWith = (department: string | undefined, state?: PartState) =>
  db()
    .select({ one: sql`1` })
    .from(enquiryParts)
    .where(
      and(
        eq(enquiryParts.enquiryId, enquiries.id),
        department ? eq(enquiryParts.partyId, department) : undefined,
        state ? eq(enquiryParts.state, state) : undefined,
      ),
    )

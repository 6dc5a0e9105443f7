import 'server-only'
import { listTimed } from '@/features/enquiries/figures/queries'
import { translator } from '@/i18n/translator'
import { plainDateOf, today } from '@/lib/dates'
import type { Viewer } from '@/policy'
import { openLedger, type Part, type Row } from '../ledger'
import { listForumsOf, type Scope } from '../scope'
import { chartOf, say, TOTAL, tableOf } from '../writing'

type Timed = ReturnType<typeof listTimed>
type Enquiry = Timed['rows'][number]
type Asked = Timed['parts'][number]

/** How long the answers took (S50, S53). Four statements. */
export function enquiriesPart(viewer: Viewer, scope: Scope): Part {
  const t = translator(scope.locale, 'reports')
  const ledger = openLedger('enquiries', scope)
  const inScope = ({ areaId }: { areaId: string | null }) => !scope.forum || areaId === scope.forum.areaId
  const timed = listTimed(viewer, scope.from, scope.to, today(scope.now))
  const rows = timed.rows.filter(inScope)
  const parts = timed.parts.filter(
    (part) => inScope(part) && (!scope.party || part.partyId === scope.party.id),
  )
  const toRow = ({ id, number, area, receivedAt }: Enquiry): Row => ({
    what: t('rows.enquiry', { number: String(number) }),
    whose: area ?? '',
    when: plainDateOf(receivedAt),
    href: `/enquiries/${id}`,
  })
  const toPart = ({ enquiryId, number, party, routedAt }: Asked): Row => ({
    what: t('rows.enquiry', { number: String(number) }),
    whose: party,
    when: plainDateOf(routedAt),
    href: `/enquiries/${enquiryId}`,
  })
  const columnsFor = <Item extends { days: number | null }>(what: string, row: (item: Item) => Row) => {
    const answered = (items: readonly Item[]) =>
      items.flatMap((item) => (item.days === null ? [] : [{ ...item, days: item.days }]))
    return [
      {
        heading: t('enquiries.asked'),
        of: (items: readonly Item[], key: string, name: string) =>
          ledger.count(`${what}.asked.${key}`, name, items, row),
      },
      {
        heading: t('enquiries.answered'),
        of: (items: readonly Item[], key: string, name: string) =>
          ledger.count(`${what}.answered.${key}`, name, answered(items), row),
      },
      ...(['median', 'ninetieth'] as const).map((how) => ({
        heading: t(`enquiries.${how}`),
        of: (items: readonly Item[], key: string, name: string) =>
          ledger.days(`${what}.${how}.${key}`, how, name, answered(items), row),
      })),
    ]
  }
  const columns = columnsFor('all', toRow)
  const ofParts = columnsFor('part', toPart)
  const [asked, answered, median, ninetieth] = columns.map(({ heading, of }) => of(rows, 'all', heading))
  const figures = { asked: asked!, answered: answered!, median: median!, ninetieth: ninetieth! }
  const byForum = listForumsOf(viewer, scope).map(({ areaId, name }) => ({
    key: areaId,
    name,
    items: rows.filter((row) => row.areaId === areaId),
  }))
  const elsewhere = rows.filter((row) => !byForum.some(({ key }) => key === row.areaId))
  const places = [
    ...byForum.filter(({ items }) => scope.reader === 'committee' || items.length > 0),
    ...(elsewhere.length > 0 ? [{ key: 'none', name: t('enquiries.nowhere'), items: elsewhere }] : []),
  ]
  const total = places.length > 1 ? [{ key: TOTAL, name: t('total'), items: rows }] : []
  const departments = [...Map.groupBy(parts, ({ partyId }) => partyId)].map(([key, items]) => ({
    key,
    name: items[0]?.party ?? '',
    items,
  }))
  return ledger.close({
    heading: t('enquiries.heading'),
    sentences: [
      say(t, 'enquiries.said', figures),
      ...(median?.value == null ? [] : [say(t, 'enquiries.saidDays', figures)]),
    ],
    ...chartOf(t('enquiries.drawing'), departments, ofParts.slice(2, 3)),
    tables: [
      ...(departments.length > 0
        ? [tableOf(t('enquiries.byDepartment'), t('department'), departments, ofParts)]
        : []),
      ...(places.length > 0
        ? [tableOf(t('enquiries.byForum'), t('forum'), [...places, ...total], columns)]
        : []),
    ],
    definitions: [t('enquiries.definition')],
    sources: [t('enquiries.source')],
  })
}

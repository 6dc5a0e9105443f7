import 'server-only'
import { and, asc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import { db } from '@/db/client'
import { actionItemSteps, actionItems, forums, parties } from '@/db/schema'
import { OPEN_STATES, PRESSING_STATES } from '@/features/action-items/rules'
import { doneAt, reportedDone } from '@/features/overview/queries/counts'
import { isOnTime } from '@/features/overview/rules'
import { translator } from '@/i18n/translator'
import { instantOf, plainDateOf, today } from '@/lib/dates'
import { type Viewer, visible } from '@/policy'
import { openLedger, type Part, type Row } from '../ledger'
import { listForumsOf, type Scope } from '../scope'
import { chartOf, say, TOTAL, tableOf } from '../writing'

/** What was done of what was agreed, and whether on time (S51). Two statements. */
export function actionItemsPart(viewer: Viewer, scope: Scope): Part {
  const t = translator(scope.locale, 'reports')
  const ledger = openLedger('items', scope)
  const items = listItems(viewer, scope)
  const closed = items.filter((item) => isDoneWithin(item, scope))
  const open = items.filter(({ state }) => OPEN.has(state))
  const day = today(scope.now)
  const toRow = ({ id, title, party, dueOn }: Item): Row => ({
    what: title,
    whose: party,
    when: dueOn,
    href: `/action-items/${id}`,
  })
  const columns = [
    {
      heading: t('items.closed'),
      of: (some: readonly Item[], key: string, name: string) =>
        ledger.count(`closed.${key}`, name, some, toRow),
    },
    {
      heading: t('items.onTime'),
      of: (some: readonly Item[], key: string, name: string) =>
        ledger.count(`onTime.${key}`, name, some.filter(isOnTime), toRow),
    },
    {
      heading: t('items.share'),
      of: (some: readonly Item[], key: string, name: string) =>
        ledger.share(`share.${key}`, name, some, isOnTime, toRow),
    },
  ] as const
  const [countClosed, countOnTime, shareOnTime] = columns
  const figures = {
    closed: countClosed.of(closed, 'all', countClosed.heading),
    onTime: countOnTime.of(closed, 'all', countOnTime.heading),
    share: shareOnTime.of(closed, 'all', shareOnTime.heading),
    open: ledger.count('open', t('items.open'), open, toRow),
    late: ledger.count(
      'late',
      t('items.late'),
      open.filter(({ state, dueOn }) => PRESSING.has(state) && dueOn < day),
      toRow,
    ),
  }
  const ofForum = (id: string) => closed.filter((item) => (item.parentId ?? item.forumId) === id)
  const byForum = listForumsOf(viewer, scope).map(({ id, name }) => ({ key: id, name, items: ofForum(id) }))
  const ofDepartments = closed.filter(({ partyKind }) => partyKind === 'department')
  const byDepartment = [...Map.groupBy(ofDepartments, ({ partyId }) => partyId)].map(([key, some]) => ({
    key,
    name: some[0]?.party ?? '',
    items: some,
  }))
  const total = byForum.length > 1 ? [{ key: TOTAL, name: t('total'), items: closed }] : []
  return ledger.close({
    heading: t('items.heading'),
    sentences: [
      say(t, 'items.said', figures),
      ...(closed.length > 0 ? [say(t, 'items.saidOnTime', figures)] : []),
      say(t, 'items.saidOpen', figures),
    ],
    ...chartOf(t('items.drawing'), scope.party ? byForum : byDepartment, [shareOnTime]),
    tables: [
      ...(scope.party ? [] : [tableOf(t('items.byDepartment'), t('department'), byDepartment, columns)]),
      ...(scope.reader === 'organisation'
        ? []
        : [tableOf(t('items.byForum'), t('forum'), [...byForum, ...total], columns)]),
    ],
    definitions: [t('items.definition')],
    sources: [t('items.source')],
  })
}

const OPEN = new Set<string>(OPEN_STATES)
const PRESSING = new Set<string>(PRESSING_STATES)

type Item = ReturnType<typeof listItems>[number]

function isDoneWithin({ state, doneAt: at }: Item, { from, to }: Scope): boolean {
  if (state !== 'closed') return false
  const day = plainDateOf(at)
  return from <= day && day <= to
}

/** Those closed in the period, and those that are open now and were agreed before it ended. */
const listItems = (viewer: Viewer, { from, to, forum, party }: Scope) =>
  db()
    .select({
      id: actionItems.id,
      title: actionItems.title,
      forumId: actionItems.forumId,
      parentId: forums.parentId,
      partyId: parties.id,
      party: parties.shortName,
      partyKind: parties.kind,
      state: actionItems.state,
      dueOn: actionItems.dueOn,
      doneAt,
    })
    .from(actionItems)
    .innerJoin(forums, eq(forums.id, actionItems.forumId))
    .innerJoin(parties, eq(parties.id, actionItems.responsiblePartyId))
    .leftJoin(actionItemSteps, reportedDone)
    .where(
      and(
        visible.actionItems(viewer),
        isNull(actionItems.removedAt),
        forum ? inArray(actionItems.forumId, forum.withGroups) : undefined,
        party ? eq(actionItems.responsiblePartyId, party.id) : undefined,
        or(
          and(eq(actionItems.state, 'closed'), gte(actionItems.closedAt, instantOf(from, '00:00'))),
          and(inArray(actionItems.state, [...OPEN_STATES]), lte(actionItems.agreedOn, to)),
        ),
      ),
    )
    .groupBy(actionItems.id)
    .orderBy(asc(parties.sortKey), asc(actionItems.dueOn), asc(actionItems.id))
    .all()

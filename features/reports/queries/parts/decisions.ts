import 'server-only'
import { and, asc, eq, inArray, isNull, lte } from 'drizzle-orm'
import { db } from '@/db/client'
import { agendaItems, decisions, forums, meetings } from '@/db/schema'
import { decisionLabel } from '@/features/decisions/rules'
import { translator } from '@/i18n/translator'
import { today } from '@/lib/dates'
import { type Viewer, visible } from '@/policy'
import { openLedger, type Part, type Row } from '../ledger'
import { listForumsOf, type Scope } from '../scope'
import { say, TOTAL, tableOf } from '../writing'

/** What was decided in the period, and what is in force of all that was until its end. Two statements. */
export function decisionsPart(viewer: Viewer, scope: Scope): Part {
  const t = translator(scope.locale, 'reports')
  const ledger = openLedger('decisions', scope)
  const known = listDecisions(viewer, scope)
  const toRow = ({ number, visibility, decidedOn, body, forum, meetingId }: Decision): Row => ({
    what: number === null ? body : `${decisionLabel({ number, visibility, decidedOn })}: ${body}`,
    whose: forum,
    when: decidedOn,
    href: `/meetings/${meetingId}/minutes`,
  })
  const made = (some: readonly Decision[]) => some.filter(({ decidedOn }) => decidedOn >= scope.from)
  const inForce = (some: readonly Decision[]) => some.filter(({ state }) => state === 'in_force')
  const due = (some: readonly Decision[]) =>
    inForce(some).filter(({ reviewOn }) => reviewOn !== null && reviewOn <= today(scope.now))
  const counting = { made, inForce, due }
  const columns = (Object.keys(counting) as (keyof typeof counting)[]).map((name) => ({
    name,
    heading: t(`decisions.${name}`),
    of: (some: readonly Decision[], key: string, caption: string) =>
      ledger.count(`${name}.${key}`, caption, counting[name](some), toRow),
  }))
  const figures = Object.fromEntries(
    columns.map(({ name, heading, of }) => [name, of(known, 'all', heading)]),
  )
  const byForum = listForumsOf(viewer, scope).map(({ id, name }) => ({
    key: id,
    name,
    items: known.filter((decision) => (decision.parentId ?? decision.forumId) === id),
  }))
  const total = byForum.length > 1 ? [{ key: TOTAL, name: t('total'), items: known }] : []
  return ledger.close({
    heading: t('decisions.heading'),
    sentences: [say(t, 'decisions.said', figures), say(t, 'decisions.saidDue', figures)],
    tables: [tableOf(t('decisions.byForum'), t('forum'), [...byForum, ...total], columns)],
    definitions: [t('decisions.definition')],
    sources: [t('decisions.source')],
  })
}

type Decision = ReturnType<typeof listDecisions>[number]

const listDecisions = (viewer: Viewer, { to, forum }: Scope) =>
  db()
    .select({
      number: decisions.number,
      visibility: decisions.visibility,
      body: decisions.body,
      state: decisions.state,
      decidedOn: decisions.decidedOn,
      reviewOn: decisions.reviewOn,
      meetingId: decisions.meetingId,
      forumId: decisions.forumId,
      parentId: forums.parentId,
      forum: forums.name,
    })
    .from(decisions)
    .innerJoin(agendaItems, eq(agendaItems.id, decisions.agendaItemId))
    .innerJoin(meetings, eq(meetings.id, decisions.meetingId))
    .innerJoin(forums, eq(forums.id, decisions.forumId))
    .where(
      and(
        visible.records(viewer, decisions),
        isNull(decisions.removedAt),
        lte(decisions.decidedOn, to),
        forum ? inArray(decisions.forumId, forum.withGroups) : undefined,
      ),
    )
    .orderBy(asc(decisions.decidedOn), asc(decisions.number))
    .all()

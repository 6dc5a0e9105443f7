import 'server-only'
import { getGroupCount } from '@/features/steering-groups/queries/before-after'
import { type LedgerGroup, listLedger } from '@/features/steering-groups/queries/ledger'
import { translator } from '@/i18n/translator'
import { formatDate } from '@/lib/format'
import type { Viewer } from '@/policy'
import { listHeld, type Meeting, rowOfMeeting } from '../held'
import { openLedger, type Part, type Row } from '../ledger'
import { listForumsOf, type Scope } from '../scope'
import { type Column, chartOf, say, TOTAL, tableOf } from '../writing'

type Line = { forumId?: string; group?: LedgerGroup; meeting?: Meeting }

/**
 * The steering groups and the forums that replaced them: how many there were is what a source says, never a count of our
 * rows (S14), and forums and meetings are told apart (S33). Four statements.
 */
export function successionPart(viewer: Viewer, scope: Scope): Part {
  const t = translator(scope.locale, 'reports')
  const ledger = openLedger('succession', scope)
  const before = getGroupCount(viewer)
  const forums = listForumsOf(viewer, scope)
  const isMeant = (forumId?: string) => forums.some(({ id }) => id === forumId)
  const groups = listLedger(viewer, scope.forum?.slug)
  const held = listHeld(viewer, scope)
  const lines: Line[] = [
    ...groups.map((group) => ({ forumId: group.forum?.id, group })),
    ...held
      .filter(({ kind, forumId }) => kind === 'forum' && isMeant(forumId))
      .map((meeting) => ({ forumId: meeting.forumId, meeting })),
  ]
  const toGroup = (amountOf: (group: LedgerGroup) => number) => (group: LedgerGroup) =>
    ({
      what: group.name,
      whose: group.baselineEstimated ? t('succession.estimated') : undefined,
      when: group.endedOn,
      href: `/forums/succession/${group.id}`,
      amount: amountOf(group),
    }) satisfies Row
  const ofGroups = (
    name: 'knownMeetings' | 'left' | 'placed',
    amountOf: (group: LedgerGroup) => number | null,
  ): Column<Line> => ({
    heading: t(`succession.${name}`),
    of: (some, key, title) =>
      ledger.sum(
        `${name}.${key}`,
        title,
        'count',
        groupsOf(some).filter((group) => amountOf(group) !== null),
        toGroup((group) => amountOf(group) ?? 0),
      ),
  })
  const knownMeetings = ofGroups('knownMeetings', ({ meetingsAYear }) => meetingsAYear)
  const meetings: Column<Line> = {
    heading: t('succession.held'),
    of: (some, key, title) =>
      ledger.count(
        `held.${key}`,
        title,
        some.flatMap(({ meeting }) => meeting ?? []),
        rowOfMeeting(scope.locale),
      ),
  }
  const left = ofGroups('left', ({ left }) => left)
  const placed = ofGroups('placed', ({ placed }) => placed)
  const byForum = forums.map(({ id, name }) => ({
    key: id,
    name,
    items: lines.filter(({ forumId }) => forumId === id),
  }))
  const known = groups.filter(({ meetingsAYear }) => meetingsAYear !== null)
  const closed = groups.filter(({ closedAt }) => closedAt !== null)
  const one = toGroup(() => 1)
  const figures = {
    before: before ? t(`succession.qualified.${before.qualifier}`, { count: before.count }) : '',
    forums: ledger.count('forums', t('succession.forums'), forums, ({ name }) => ({
      what: name,
      when: null,
    })),
    groups: ledger.count('groups', t('succession.groups'), groups, one),
    known: ledger.count('known', t('succession.known'), known, one),
    knownMeetings: knownMeetings.of(lines, 'all', knownMeetings.heading),
    held: meetings.of(lines, 'all', meetings.heading),
    left: left.of(lines, 'all', left.heading),
    placed: placed.of(lines, 'all', placed.heading),
    closed: ledger.count('closed', t('succession.closed'), closed, one),
  }
  return ledger.close({
    heading: t('succession.heading'),
    sentences: [
      say(t, before && !scope.forum ? 'succession.said' : 'succession.saidForums', figures),
      say(t, 'succession.saidMeetings', figures),
      say(t, 'succession.saidPlaced', figures),
    ],
    ...chartOf(t('succession.drawing'), byForum, [{ ...knownMeetings, fill: 'hatch' }, meetings]),
    tables: [
      tableOf(
        t('succession.byForum'),
        t('forum'),
        [...byForum, ...(forums.length > 1 ? [{ key: TOTAL, name: t('total'), items: lines }] : [])],
        [knownMeetings, meetings, left, placed],
      ),
    ],
    definitions: [t('succession.definition')],
    sources: [
      ...(before
        ? [
            t('succession.countSource', {
              source: before.source,
              date: formatDate(before.asOf, scope.locale, 'long'),
            }),
          ]
        : []),
      t('succession.source'),
    ],
  })
}

const groupsOf = (lines: readonly Line[]) => lines.flatMap(({ group }) => group ?? [])

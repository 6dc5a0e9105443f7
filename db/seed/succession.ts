import { and, eq, isNull } from 'drizzle-orm'
import {
  actionItems,
  decisions,
  type LeftKind,
  masterPlans,
  seats,
  steeringGroupCounts,
  steeringGroups,
  successionItems,
  topics,
} from '@/db/schema'
import { addDays, addMonths, instantOf } from '@/lib/dates'
import { BASELINES, COUNT, LEFT, type Left } from './content/succession'
import type { SeedContext } from './context'
import type { Directory } from './directory'
import { GROUP_FOR_ONE_PLAN, writeGroup } from './group'

/** The old groups as they were, what they left behind and where it went, and a plan that meets alone again. */
export function writeSuccession(context: SeedContext, directory: Directory): void {
  const { tx, id } = context
  tx.insert(steeringGroupCounts)
    .values({ id: id(), ...COUNT })
    .run()
  writeBaselines(context)
  for (const [name, left] of Object.entries(LEFT)) writeLeft(context, directory, name, left)
  const plan = tx.select().from(masterPlans).where(eq(masterPlans.name, GROUP_FOR_ONE_PLAN.plan)).get()
  if (!plan) throw new Error(`The demo knows no ${GROUP_FOR_ONE_PLAN.plan}.`)
  writeGroup(context, directory, GROUP_FOR_ONE_PLAN, plan.id)
}

function writeBaselines({ tx, tell, today }: SeedContext): void {
  const at = instantOf(addMonths(today, -4), '10:20')
  for (const [name, meetings, people, hours, baselineSource, how] of BASELINES) {
    const { id, successorForumId } = groupNamed(tx, name)
    const baseline = {
      meetingsAYear: meetings,
      municipalPeople: people,
      minutesAYear: hours === null ? null : hours * 60,
      baselineEstimated: how === 'estimated',
    }
    tx.update(steeringGroups)
      .set({ ...baseline, baselineSource })
      .where(eq(steeringGroups.id, id))
      .run()
    const kind = 'steering-group.baseline-kept'
    tell(
      { kind, subject: ['steering-group', id], forumId: successorForumId ?? undefined, data: baseline },
      at,
    )
  }
}

function writeLeft(
  { tx, id, tell, today }: SeedContext,
  directory: Directory,
  name: string,
  { items, closed = false }: { items: Left[]; closed?: boolean },
): void {
  const group = groupNamed(tx, name)
  const forumId = group.successorForumId ?? ''
  const by = directory.person('Mette Holm').id
  const leftAt = instantOf(addDays(today, -70), '10:05')
  const placedAt = instantOf(addDays(today, -42), '13:40')
  for (const [kind, text, where, what = ''] of items) {
    const item = { id: id(), steeringGroupId: group.id, kind: kind as LeftKind, text }
    const placed = where === undefined ? {} : { placement: where, placedAt, placedById: by }
    const onto = where === undefined ? {} : placeOf(tx, directory, forumId, where, what)
    tx.insert(successionItems)
      .values({ ...item, ...placed, ...onto })
      .run()
    const subject = ['succession-item', item.id] as [string, string]
    tell({ kind: 'succession-item.left', subject, forumId, data: { group: group.id, kind } }, leftAt, by)
    if (where === undefined) continue
    const data = { group: group.id, placement: where }
    tell({ kind: 'succession-item.placed', subject, forumId, data }, placedAt, by)
  }
  if (!closed) return
  const closedAt = instantOf(addDays(today, -41), '09:10')
  tx.update(steeringGroups).set({ closedAt }).where(eq(steeringGroups.id, group.id)).run()
  tell({ kind: 'steering-group.closed', subject: ['steering-group', group.id], forumId }, closedAt, by)
}

function groupNamed(tx: SeedContext['tx'], name: string) {
  const group = tx.select().from(steeringGroups).where(eq(steeringGroups.name, name)).get()
  if (!group) throw new Error(`The demo knows no ${name}.`)
  return group
}

/** By the words of what it went to; throws at a misspelt one. */
function placeOf(
  tx: SeedContext['tx'],
  directory: Directory,
  forumId: string,
  where: NonNullable<Left[2]>,
  what: string,
) {
  if (where === 'ended') return { endedReason: what }
  const found = {
    decision: () =>
      tx
        .select({ decisionId: decisions.id })
        .from(decisions)
        .where(and(eq(decisions.forumId, forumId), eq(decisions.body, what)))
        .get(),
    action_item: () =>
      tx
        .select({ actionItemId: actionItems.id })
        .from(actionItems)
        .where(and(eq(actionItems.forumId, forumId), eq(actionItems.title, what)))
        .get(),
    topic: () =>
      tx
        .select({ topicId: topics.id })
        .from(topics)
        .where(and(eq(topics.forumId, forumId), eq(topics.title, what)))
        .get(),
    seat: () =>
      tx
        .select({ seatId: seats.id })
        .from(seats)
        .where(
          and(
            eq(seats.forumId, forumId),
            eq(seats.personId, directory.person(what).id),
            isNull(seats.validTo),
          ),
        )
        .get(),
  }[where]()
  if (!found) throw new Error(`The forum of the demo knows no ${what}.`)
  return found
}

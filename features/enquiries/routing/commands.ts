import { and, eq, isNull } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { areas, parties, routingRules } from '@/db/schema'
import { record } from '@/features/activity/record'
import { requireChoices } from '@/features/classifications/queries'
import { today } from '@/lib/dates'
import { Conflict, NotFound, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { authorize, can, type Viewer } from '@/policy'
import type { ChangeRuleInput, NewRuleInput, RuleInput } from './input'

/** A rule suggests a place and says why; it sends nothing by itself. */
export function addRule(person: Viewer, rule: NewRuleInput, now: Date): void {
  write((tx) => {
    authorize(can.triageEnquiries(person))
    requireKnown(tx, rule, null, now)
    const id = newId()
    tx.insert(routingRules)
      .values({ ...rule, id, changedAt: now })
      .run()
    record(tx, person, { kind: 'routing-rule.saved', subject: ['routing-rule', id] }, now)
  })
}

export function changeRule(person: Viewer, { id, version, ...rule }: ChangeRuleInput, now: Date): void {
  write((tx) => {
    authorize(can.triageEnquiries(person))
    const stored = find(tx, id, version)
    requireKnown(tx, rule, stored.themeId, now)
    tx.update(routingRules)
      .set({ ...rule, changedAt: now, version: version + 1 })
      .where(eq(routingRules.id, id))
      .run()
    record(tx, person, { kind: 'routing-rule.saved', subject: ['routing-rule', id] }, now)
  })
}

export function removeRule(person: Viewer, { id, version }: RuleInput, now: Date): void {
  write((tx) => {
    authorize(can.triageEnquiries(person))
    find(tx, id, version)
    tx.update(routingRules)
      .set({ removedAt: now, version: version + 1 })
      .where(eq(routingRules.id, id))
      .run()
    record(tx, person, { kind: 'routing-rule.removed', subject: ['routing-rule', id] }, now)
  })
}

function find(tx: Transaction, id: string, version: number) {
  const stored = tx
    .select()
    .from(routingRules)
    .where(and(eq(routingRules.id, id), isNull(routingRules.removedAt)))
    .get()
  if (!stored) throw new NotFound()
  if (stored.version !== version) throw new Conflict('ruleChanged')
  return stored
}

function requireKnown(
  tx: Transaction,
  { areaId, themeId, partyId }: NewRuleInput,
  themeBefore: string | null,
  now: Date,
): void {
  const party = tx
    .select({ id: parties.id })
    .from(parties)
    .where(and(eq(parties.id, partyId), eq(parties.kind, 'department')))
    .get()
  if (!party) throw new Refused('unknown', undefined, 'partyId')
  const area = areaId && tx.select({ id: areas.id }).from(areas).where(eq(areas.id, areaId)).get()
  if (areaId && !area) throw new Refused('unknown', undefined, 'areaId')
  const others = { targetGroupId: null, activityKindId: null }
  requireChoices(tx, { themeId, ...others }, { themeId: themeBefore, ...others }, today(now))
}

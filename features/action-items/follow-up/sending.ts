import { and, eq, gte, inArray, isNotNull, isNull, lte, max, ne, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import {
  actionItems,
  forums,
  mailPreferences,
  notices,
  outbox,
  parties,
  people,
  type Rung,
  reminders,
} from '@/db/schema'
import { deputiesOn, standInFor } from '@/features/absences/queries'
import { record } from '@/features/activity/record'
import { post } from '@/features/outbox/post'
import { instantOf, localTime, type PlainDate, plainDateOf, startOfWeek, today } from '@/lib/dates'
import { newId } from '@/lib/ids'
import { isWorkingDay, nextWorkingDay } from '@/lib/working-days'
import { PRESSING_STATES } from '../rules'
import { farthestDue, isHigher, rungOn, USUAL } from './rules'

/**
 * The chase, on working days: notes each rung that is reached, and gives everybody at their hour one mail with all that
 * waits for them. After a pause it goes on where things stand: a rung that was missed is not made up for. Job.
 */
export function followUp(now: Date): void {
  const day = today(now)
  if (!isWorkingDay(day)) return
  write((tx) => {
    climb(tx, day, now)
    mailOnceADay(tx, day, now)
  })
}

const responsible = alias(people, 'responsible')
const issuer = alias(people, 'issuer')
const convener = alias(people, 'convener')

function climb(tx: Transaction, day: PlainDate, now: Date): void {
  const deputies = deputiesOn(tx, day)
  const active = (id: string | null, left: Date | null) => (id && !left ? standInFor(id, deputies) : null)
  for (const row of pressing(tx, day)) {
    const rung = rungOn(row.dueOn, plainDateOf(row.givenAt), day)
    if (!rung || isSpared(row, rung, day)) continue
    if (row.climbed && !isHigher(rung, row.climbed)) continue
    const convenes = active(row.convenerId, row.convenerLeftAt)
    const gave = active(row.issuerId, row.issuerLeftAt) ?? convenes
    const has = active(row.responsibleId, row.responsibleLeftAt) ?? gave
    const personId = { before: has, due: has, issuer: gave, convener: convenes ?? gave }[rung]
    if (!personId) continue
    const id = newId()
    const { itemId: actionItemId, dueOn, forumId } = row
    tx.insert(reminders).values({ id, actionItemId, rung, dueOn, personId, remindedAt: now }).run()
    const data = { rung, dueOn, person: personId }
    const subject: [string, string] = ['action-item', actionItemId]
    record(tx, { job: 'followUp' }, { kind: 'action-item.reminded', subject, forumId, data }, now)
  }
}

type Pressing = ReturnType<typeof pressing>[number]

/** Who waits for somebody until a later day is left in peace, until the date has passed. */
const isSpared = ({ waitingUntil }: Pressing, rung: Rung, day: PlainDate): boolean =>
  (rung === 'before' || rung === 'due') && waitingUntil !== null && waitingUntil >= day

/** Everything within reach of a rung, with the highest one it has climbed for its due date. One statement. */
function pressing(tx: Transaction, day: PlainDate) {
  const rows = tx
    .select({
      itemId: actionItems.id,
      forumId: actionItems.forumId,
      dueOn: actionItems.dueOn,
      waitingUntil: actionItems.waitingUntil,
      createdAt: actionItems.createdAt,
      releasedAt: actionItems.releasedAt,
      party: parties.kind,
      responsibleId: responsible.id,
      responsibleLeftAt: responsible.deactivatedAt,
      issuerId: issuer.id,
      issuerLeftAt: issuer.deactivatedAt,
      convenerId: convener.id,
      convenerLeftAt: convener.deactivatedAt,
    })
    .from(actionItems)
    .innerJoin(parties, eq(parties.id, actionItems.responsiblePartyId))
    .innerJoin(responsible, eq(responsible.id, actionItems.responsiblePersonId))
    .innerJoin(issuer, eq(issuer.id, actionItems.issuerId))
    .innerJoin(forums, eq(forums.id, actionItems.forumId))
    .leftJoin(convener, eq(convener.id, forums.convenerId))
    .where(
      and(
        inArray(actionItems.state, [...PRESSING_STATES]),
        lte(actionItems.dueOn, farthestDue(day)),
        isNull(actionItems.removedAt),
        isNull(actionItems.remindersStoppedAt),
        // An outsider knows nothing of it before.
        or(eq(parties.kind, 'department'), isNotNull(actionItems.releasedAt)),
      ),
    )
    .orderBy(actionItems.dueOn, actionItems.createdAt)
    .all()
  const climbed = climbedBy(tx)
  return rows.map((row) => ({
    ...row,
    givenAt: row.party === 'department' ? row.createdAt : (row.releasedAt ?? row.createdAt),
    climbed: climbed.get(`${row.itemId} ${row.dueOn}`),
  }))
}

function climbedBy(tx: Transaction): Map<string, Rung> {
  const highest = new Map<string, Rung>()
  const found = tx
    .select({ id: reminders.actionItemId, dueOn: reminders.dueOn, rung: reminders.rung })
    .from(reminders)
    .innerJoin(actionItems, eq(actionItems.id, reminders.actionItemId))
    .where(and(inArray(actionItems.state, [...PRESSING_STATES]), eq(actionItems.dueOn, reminders.dueOn)))
    .all()
  for (const { id, dueOn, rung } of found) {
    const key = `${id} ${dueOn}`
    const before = highest.get(key)
    if (!before || isHigher(rung, before)) highest.set(key, rung)
  }
  return highest
}

/** One mail a day to each at most. Reminders come with the next one; what can wait comes when its reader wants it. */
function mailOnceADay(tx: Transaction, day: PlainDate, now: Date): void {
  const hour = Number(localTime(now).slice(0, 2))
  const weekBegins = day === nextWorkingDay(startOfWeek(day))
  const reminded = new Set(
    tx
      .selectDistinct({ id: reminders.personId })
      .from(reminders)
      .where(and(isNull(reminders.outboxId), ne(reminders.rung, 'convener')))
      .all()
      .map(({ id }) => id),
  )
  const noticed = new Set(
    tx
      .selectDistinct({ id: notices.personId })
      .from(notices)
      .where(isNull(notices.outboxId))
      .all()
      .map(({ id }) => id),
  )
  const waiting = [...new Set([...reminded, ...noticed])]
  if (waiting.length === 0) return
  for (const person of readers(tx, waiting, day)) {
    const wantsNews = noticed.has(person.id) && (person.rhythm !== 'weekly' || weekBegins)
    const isTime = (person.hour ?? USUAL.hour) <= hour && !person.hadOne
    if (!isTime || !(reminded.has(person.id) || wantsNews)) continue
    const to = { personId: person.id, locale: person.locale }
    const outboxId = post(tx, { kind: 'follow_up', to, payload: {} }, now)
    tx.update(reminders)
      .set({ outboxId })
      .where(
        and(eq(reminders.personId, person.id), isNull(reminders.outboxId), ne(reminders.rung, 'convener')),
      )
      .run()
    if (!wantsNews) continue
    tx.update(notices)
      .set({ outboxId })
      .where(and(eq(notices.personId, person.id), isNull(notices.outboxId)))
      .run()
  }
}

/** Those who are still here, with their wishes and whether today's mail is written. A clock set back changes nothing. */
function readers(tx: Transaction, ids: string[], day: PlainDate) {
  const had = new Set(
    tx
      .select({ id: outbox.recipientId, last: max(outbox.createdAt) })
      .from(outbox)
      .where(and(eq(outbox.kind, 'follow_up'), gte(outbox.createdAt, instantOf(day, '00:00'))))
      .groupBy(outbox.recipientId)
      .all()
      .map(({ id }) => id),
  )
  return tx
    .select({
      id: people.id,
      locale: people.locale,
      rhythm: mailPreferences.rhythm,
      hour: mailPreferences.hour,
    })
    .from(people)
    .leftJoin(mailPreferences, eq(mailPreferences.personId, people.id))
    .where(and(inArray(people.id, ids), isNull(people.deactivatedAt)))
    .all()
    .map((person) => ({ ...person, hadOne: had.has(person.id) }))
}

import { and, eq } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { hourConfirmationLines, hourConfirmations, hourConfirmers, people } from '@/db/schema'
import { record } from '@/features/activity/record'
import { today } from '@/lib/dates'
import { Conflict, NotFound, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { authorize, can, type Viewer } from '@/policy'
import type { ConfirmationInput, ConfirmerInput } from '../input'
import { listHourAccounts } from '../queries/accounts'
import { confirmersOf, departmentsOf } from '../queries/confirmation'
import { firstDayOf, isOver, lastDayOf } from '../rules'

/**
 * The department's word for a quarter that is over: each figure as it is computed, or another with its reason. What was
 * confirmed before stays; the newest counts. Throws Conflict when what is computed is no longer what was shown.
 */
export function confirmHours(person: Viewer, input: ConfirmationInput, now: Date): void {
  const { partyId, year, quarter, lines } = input
  write((tx) => {
    requireDepartment(tx, partyId)
    const confirmerIds = confirmersOf(tx, partyId).map(({ id }) => id)
    authorize(can.confirmHours(person, { partyId, confirmerIds }))
    if (!isOver(input, today(now))) throw new Refused('quarterNotOver')
    const accounts = listHourAccounts(person, firstDayOf(input), lastDayOf(input), tx).accounts.filter(
      (account) => account.partyId === partyId,
    )
    const shown = new Map(lines.map((line) => [line.planId, line]))
    const asShown = accounts.every(({ planId, computed }) => shown.get(planId)?.computed === computed)
    if (!asShown || shown.size !== accounts.length || shown.size !== lines.length)
      throw new Conflict('hoursChanged')
    const said = accounts.map((account) => ({ account, line: shown.get(account.planId)! }))
    if (said.length > 0 && said.every(isSaidAlready)) return
    const id = newId()
    const confirmation = { id, partyId, year, quarter, confirmedAt: now, confirmedById: person.personId }
    tx.insert(hourConfirmations).values(confirmation).run()
    for (const { planId, computed, hours, reason } of lines) {
      const figures = { computedMinutes: computed, confirmedMinutes: hours, reason }
      tx.insert(hourConfirmationLines)
        .values({ id: newId(), confirmationId: id, planId, ...figures })
        .run()
    }
    const corrected = lines.filter(({ computed, hours }) => computed !== hours).length
    const data = { party: partyId, year, quarter, lines: lines.length, corrected }
    record(tx, person, { kind: 'hour-confirmation.given', subject: ['hour-confirmation', id], data }, now)
  })
}

type Account = ReturnType<typeof listHourAccounts>['accounts'][number]
type Said = { account: Account; line: ConfirmationInput['lines'][number] }

const isSaidAlready = ({ account: { confirmed }, line }: Said) =>
  confirmed !== null &&
  confirmed.computed === line.computed &&
  confirmed.minutes === line.hours &&
  confirmed.reason === line.reason

/** The lead names one of the department's own people. */
export function nameConfirmer(person: Viewer, { partyId, personId }: ConfirmerInput, now: Date): void {
  write((tx) => {
    requireDepartment(tx, partyId)
    authorize(can.nameHourConfirmer(person, { partyId }))
    const named = tx.select().from(people).where(eq(people.id, personId)).get()
    if (named?.partyId !== partyId || named.role !== 'department_staff' || named.deactivatedAt)
      throw new Refused('unknown', undefined, 'personId')
    if (confirmersOf(tx, partyId).some(({ id }) => id === personId)) return
    const naming = { namedAt: now, namedById: person.personId, removedAt: null }
    tx.insert(hourConfirmers)
      .values({ partyId, personId, ...naming })
      .onConflictDoUpdate({ target: [hourConfirmers.partyId, hourConfirmers.personId], set: naming })
      .run()
    const data = { party: partyId }
    record(tx, person, { kind: 'person.confirms-hours', subject: ['person', personId], data }, now)
  })
}

export function removeConfirmer(person: Viewer, { partyId, personId }: ConfirmerInput, now: Date): void {
  write((tx) => {
    requireDepartment(tx, partyId)
    authorize(can.nameHourConfirmer(person, { partyId }))
    if (!confirmersOf(tx, partyId).some(({ id }) => id === personId)) return
    tx.update(hourConfirmers)
      .set({ removedAt: now })
      .where(and(eq(hourConfirmers.partyId, partyId), eq(hourConfirmers.personId, personId)))
      .run()
    const data = { party: partyId }
    record(tx, person, { kind: 'person.confirms-no-hours', subject: ['person', personId], data }, now)
  })
}

function requireDepartment(tx: Transaction, partyId: string): void {
  if (!departmentsOf(tx).some(({ id }) => id === partyId)) throw new NotFound()
}

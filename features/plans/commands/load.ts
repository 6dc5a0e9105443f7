import { and, eq } from 'drizzle-orm'
import type { Reader, Transaction } from '@/db/open'
import { parties } from '@/db/schema'
import { Refused } from '@/lib/errors'
import type { Viewer } from '@/policy'
import { findPlan, findSuccessor } from '../queries'

/** Throws Refused for one that another took over from: what it was stays as it was. */
export function loadPlan(tx: Transaction, person: Viewer, id: string) {
  const plan = findPlan(tx, person, id)
  const successor = findSuccessor(tx, id)
  if (successor) throw new Refused('planSucceeded', { plan: successor.name })
  return plan
}

/** Throws Refused, at the field, for what is no housing organisation. */
export function requireOrganisation(reader: Reader, id: string, field: string): void {
  const found = reader
    .select({ id: parties.id })
    .from(parties)
    .where(and(eq(parties.id, id), eq(parties.kind, 'housing_organisation')))
    .get()
  if (!found) throw new Refused('unknown', undefined, field)
}

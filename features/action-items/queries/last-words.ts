import 'server-only'
import { and, eq, inArray, max } from 'drizzle-orm'
import { db } from '@/db/client'
import { actionItemSteps, people } from '@/db/schema'
import { can, type Viewer } from '@/policy'
import type { ListedActionItem } from './row'

export type LastWords = ReturnType<typeof newestSteps>[number]

const TELLING = ['reported_done', 'refused', 'date_asked', 'closed', 'cancelled'] as const

/** The newest report, refusal, request or settlement of each item, where the viewer may read it. One statement. */
export function lastWordsOf(viewer: Viewer, rows: ListedActionItem[]): Map<string, LastWords> {
  const readable = rows.filter((row) => can.readActionItemStory(viewer, row)).map(({ id }) => id)
  return new Map(newestSteps(readable).map((step) => [step.actionItemId, step]))
}

/** SQLite takes the other columns from the row that holds the maximum. */
const newestSteps = (ids: string[]) =>
  db()
    .select({
      actionItemId: actionItemSteps.actionItemId,
      step: actionItemSteps.step,
      text: actionItemSteps.text,
      person: people.name,
      at: max(actionItemSteps.at),
    })
    .from(actionItemSteps)
    .innerJoin(people, eq(people.id, actionItemSteps.personId))
    .where(and(inArray(actionItemSteps.actionItemId, ids), inArray(actionItemSteps.step, [...TELLING])))
    .groupBy(actionItemSteps.actionItemId)
    .all()

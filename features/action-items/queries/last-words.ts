import 'server-only'
import { and, eq, inArray, max } from 'drizzle-orm'
import { db } from '@/db/client'
import { actionItemSteps, people } from '@/db/schema'
import { among, keptQuery } from '@/db/statements'
import { can, type Viewer } from '@/policy'
import type { ListedActionItem } from './row'

export type LastWords = ReturnType<ReturnType<typeof newestSteps>['all']>[number]

const TELLING = ['reported_done', 'refused', 'date_asked', 'closed', 'cancelled'] as const

/** The newest report, refusal, request or settlement of each item, where the viewer may read it. One statement. */
export function lastWordsOf(viewer: Viewer, rows: ListedActionItem[]): Map<string, LastWords> {
  const readable = rows.filter((row) => can.readActionItemStory(viewer, row)).map(({ id }) => id)
  return new Map(
    newestSteps(db())
      .all({ ids: JSON.stringify(readable) })
      .map((step) => [step.actionItemId, step]),
  )
}

/** SQLite takes the other columns from the row that holds the maximum. */
const newestSteps = keptQuery((reader) =>
  reader
    .select({
      actionItemId: actionItemSteps.actionItemId,
      step: actionItemSteps.step,
      text: actionItemSteps.text,
      person: people.name,
      at: max(actionItemSteps.at),
    })
    .from(actionItemSteps)
    .innerJoin(people, eq(people.id, actionItemSteps.personId))
    .where(and(among(actionItemSteps.actionItemId), inArray(actionItemSteps.step, [...TELLING])))
    .groupBy(actionItemSteps.actionItemId)
    .prepare(),
)

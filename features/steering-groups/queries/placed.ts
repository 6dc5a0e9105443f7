import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { actionItems, decisions, successionItems, topics } from '@/db/schema'

/** It went somewhere, and what it went to has not been taken away since. */
export const isPlaced: SQL<boolean> = sql<boolean>`(
  ${successionItems.placement} is not null and coalesce(
    (select ${decisions.removedAt} from ${decisions} where ${decisions.id} = ${successionItems.decisionId}),
    (select ${actionItems.removedAt} from ${actionItems} where ${actionItems.id} = ${successionItems.actionItemId}),
    (select ${topics.removedAt} from ${topics} where ${topics.id} = ${successionItems.topicId})
  ) is null
)`

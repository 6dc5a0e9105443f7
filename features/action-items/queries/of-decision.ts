import 'server-only'
import { and, eq, isNull, or } from 'drizzle-orm'
import { db } from '@/db/client'
import { actionItems } from '@/db/schema'
import type { Viewer } from '@/policy'
import { type ListedActionItem, seenBy, selectRows, withoutOthersWords } from './row'

/** What follows from a decision: given with it, or under its agenda item with no other decision named; settled ones too. */
export const listOfDecision = (
  viewer: Viewer,
  decision: { id: string; item: { id: string } },
): ListedActionItem[] =>
  selectRows(db(), viewer)
    .where(
      and(
        seenBy(viewer),
        or(
          eq(actionItems.decisionId, decision.id),
          and(eq(actionItems.agendaItemId, decision.item.id), isNull(actionItems.decisionId)),
        ),
      ),
    )
    .orderBy(actionItems.dueOn)
    .all()
    .map((row) => withoutOthersWords(viewer, row))

import { and, eq, isNull } from 'drizzle-orm'
import type { Reader } from '@/db/open'
import { actionItems } from '@/db/schema'
import { NotFound } from '@/lib/errors'
import { type Viewer, visible } from '@/policy'

export type ActionItem = typeof actionItems.$inferSelect

/** What a person names when changing an item: which one, and the version they were looking at. */
export type ActionItemStamp = { id: string; version: number }

/** Through the eyes of the person: unseen, removed and missing are alike. */
export function loadActionItem(reader: Reader, person: Viewer, id: string): ActionItem {
  const item = reader
    .select()
    .from(actionItems)
    .where(and(eq(actionItems.id, id), isNull(actionItems.removedAt), visible.actionItems(person)))
    .get()
  if (!item) throw new NotFound()
  return item
}

import 'server-only'
import { and, desc, eq, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm'
import { db } from '@/db/client'
import {
  actionItems,
  followers,
  mailPreferences,
  type News,
  notices,
  people,
  type Rung,
  reminders,
} from '@/db/schema'
import { deputiesOn, standInFor } from '@/features/absences/queries'
import type { PlainDate } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { can, type Viewer } from '@/policy'
import { listActionItems } from '../queries/list'
import { type ListedActionItem, seenBy, selectRows } from '../queries/row'
import { awaits, isOpen, isPressing } from '../rules'
import { USUAL } from './rules'

/** What a mail has to say about one item; `rung` and `news` are the newest of each. */
export type Told = { item: ListedActionItem; rung: Rung | null; news: News | null }

/**
 * What of the mail still needs its reader, item by item, soonest first, as far as they may read it now. Three statements.
 */
export function listTold(viewer: Viewer, mailId: string): Told[] {
  const rungs = db()
    .select({ id: reminders.actionItemId, rung: reminders.rung, dueOn: reminders.dueOn })
    .from(reminders)
    .where(eq(reminders.outboxId, mailId))
    .all()
  const news = db()
    .select({ id: notices.actionItemId, news: notices.news })
    .from(notices)
    .leftJoin(
      followers,
      and(
        eq(followers.actionItemId, notices.actionItemId),
        eq(followers.personId, notices.personId),
        isNull(followers.removedAt),
      ),
    )
    .where(and(eq(notices.outboxId, mailId), or(ne(notices.news, 'followed'), isNotNull(followers.personId))))
    .orderBy(notices.at)
    .all()
  const ids = [...new Set([...rungs, ...news].map(({ id }) => id))]
  return selectRows(db(), viewer)
    .where(and(inArray(actionItems.id, ids), seenBy(viewer)))
    .orderBy(actionItems.dueOn)
    .all()
    .flatMap((item) => {
      const rung = rungs.findLast(({ id, dueOn }) => id === item.id && dueOn === item.dueOn)?.rung ?? null
      const told = news.filter(({ id }) => id === item.id).map((one) => one.news)
      const stillNews = told.findLast((one) => stillConcerns(viewer, one, item)) ?? null
      const stillDue = rung !== null && isPressing(item.state) ? rung : null
      return stillNews || stillDue ? [{ item, rung: stillDue, news: stillNews }] : []
    })
}

function stillConcerns(viewer: Viewer, news: News, item: ListedActionItem): boolean {
  if (news === 'followed') return true
  if (news === 'answered') return isOpen(item.state) && (awaits(item) !== null || isPressing(item.state))
  const theirs = item.responsiblePersonId === viewer.personId
  return theirs && (isPressing(item.state) || (news === 'returned' && item.state === 'cancelled'))
}

/** Every rung an item has climbed, newest first, for who may read its story. */
export function listReminders(
  viewer: Viewer,
  item: Parameters<typeof can.readActionItemStory>[1] & { id: string },
) {
  if (!can.readActionItemStory(viewer, item)) return []
  return db()
    .select({
      id: reminders.id,
      rung: reminders.rung,
      dueOn: reminders.dueOn,
      remindedAt: reminders.remindedAt,
      person: people.name,
    })
    .from(reminders)
    .innerJoin(people, eq(people.id, reminders.personId))
    .where(eq(reminders.actionItemId, item.id))
    .orderBy(desc(reminders.remindedAt))
    .all()
}

/** How the viewer wants to be told. */
export function getMailPreferences(viewer: Viewer) {
  const { assigned, returned, answered, followed, rhythm, hour } =
    db().select().from(mailPreferences).where(eq(mailPreferences.personId, viewer.personId)).get() ?? USUAL
  return { assigned, returned, answered, followed, rhythm, hour }
}

/** Whether nobody is reminded of an item any more, and why; null while the ladder goes on. */
export const remindersStopped = (viewer: Viewer, id: string): { reason: string; at: Date } | null => {
  const found = db()
    .select({ at: actionItems.remindersStoppedAt, reason: actionItems.remindersStoppedReason })
    .from(actionItems)
    .where(and(eq(actionItems.id, id), seenBy(viewer)))
    .get()
  return found?.at ? { at: found.at, reason: found.reason ?? '' } : null
}

/**
 * What is late, by the party that has it, and whom a collected reminder would reach: for the coordinators. An outsider's
 * item that was not released yet is nothing to remind of. Two statements.
 */
export function listLateParties(viewer: Viewer, today: PlainDate) {
  if (!can.settleActionItems(viewer)) throw new NotFound()
  const deputies = deputiesOn(db(), today)
  const late = listActionItems(viewer, { scope: 'all', late: true }, today).filter(
    ({ party, releasedAt, personLeftAt }) =>
      (party.kind === 'department' || releasedAt !== null) && personLeftAt === null,
  )
  return [...Map.groupBy(late, ({ party }) => party.id).values()].flatMap((items) => {
    const [first] = items
    if (!first) return []
    const ids = [...new Set(items.map((item) => standInFor(item.responsiblePersonId, deputies)))]
    return [{ party: first.party, items, personIds: ids }]
  })
}

/** By name, whoever of these is still here. */
export const listNames = (ids: string[]): { id: string; name: string; locale: 'da' | 'en' }[] =>
  db()
    .select({ id: people.id, name: people.name, locale: people.locale })
    .from(people)
    .where(and(inArray(people.id, ids), isNull(people.deactivatedAt)))
    .orderBy(people.name)
    .all()

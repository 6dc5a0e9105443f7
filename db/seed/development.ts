import { and, eq } from 'drizzle-orm'
import {
  actionItems,
  agendaItems,
  classifications,
  goals,
  masterPlans,
  meetings,
  methods,
  methodTrials,
  risks,
} from '@/db/schema'
import { addMonths, instantOf } from '@/lib/dates'
import { GOALS, METHODS, NAMED, RISKS } from './content/initiatives'
import type { SeedContext } from './context'
import type { Directory } from './directory'

/** What the forums want to reach, what may go wrong, and the methods they try. */
export function writeDevelopment({ tx, id, tell, today }: SeedContext, directory: Directory): void {
  const at = instantOf(addMonths(today, -6), '09:30')
  const mette = directory.person('Mette Holm').id
  const kinds = tx.select().from(classifications).all()
  for (const [slug, titles] of GOALS) {
    const forumId = directory.forum(slug).id
    for (const [position, title] of titles.entries()) {
      const goal = { id: id(), forumId, title, position }
      tx.insert(goals).values(goal).run()
      tell({ kind: 'goal.created', subject: ['goal', goal.id], forumId }, at, mette)
    }
  }
  for (const [slug, title, likelihood, watcher] of RISKS) {
    const forumId = directory.forum(slug).id
    const risk = { id: id(), forumId, title, likelihood, watcherId: directory.person(watcher).id }
    tx.insert(risks)
      .values({ ...risk, createdAt: at })
      .run()
    tell({ kind: 'risk.created', subject: ['risk', risk.id], forumId, data: { likelihood } }, at, mette)
  }
  for (const [slug, title, plan] of NAMED) {
    const forumId = directory.forum(slug).id
    const planId =
      tx.select({ id: masterPlans.id }).from(masterPlans).where(eq(masterPlans.name, plan)).get()?.id ?? null
    const onAgenda = tx
      .select({ id: agendaItems.id })
      .from(agendaItems)
      .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
      .where(and(eq(meetings.forumId, forumId), eq(agendaItems.title, title)))
      .all()
    const agreed = tx
      .select({ id: actionItems.id })
      .from(actionItems)
      .where(and(eq(actionItems.forumId, forumId), eq(actionItems.title, title)))
      .all()
    const about = { planId, initiativeId: null, goalId: null }
    for (const { id: item } of onAgenda) {
      tx.update(agendaItems).set({ planId }).where(eq(agendaItems.id, item)).run()
      tell({ kind: 'agenda-item.about-set', subject: ['agenda-item', item], forumId, data: about }, at, mette)
    }
    for (const { id: item } of agreed) {
      tx.update(actionItems).set({ planId }).where(eq(actionItems.id, item)).run()
      tell({ kind: 'action-item.about-set', subject: ['action-item', item], forumId, data: about }, at, mette)
    }
  }
  for (const { title, description, kind, evidence, trials } of METHODS) {
    const methodId = id()
    const activityKindId = kinds.find(({ slug }) => slug === kind)?.id
    tx.insert(methods)
      .values({ id: methodId, title, description, evidence, activityKindId, createdAt: at })
      .run()
    tell({ kind: 'method.created', subject: ['method', methodId] }, at, mette)
    for (const [slug, result, triedBy, note] of trials) {
      const forumId = directory.forum(slug).id
      const startedOn = addMonths(today, -5)
      const changed = { changedAt: at, changedById: mette }
      tx.insert(methodTrials)
        .values({ methodId, forumId, result, triedBy, note, startedOn, ...changed })
        .run()
      tell({ kind: 'method.tried', subject: ['method', methodId], forumId, data: { result } }, at, mette)
    }
  }
}

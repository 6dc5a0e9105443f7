import { eq } from 'drizzle-orm'
import { actionItemSteps, actionItems } from '@/db/schema'
import { visibilityFor } from '@/features/action-items/rules'
import { noWiderThan } from '@/features/meetings/minutes/rules'
import { type ActionItemFacts, type TakenStep, tellStory } from './action-item-story'
import { dueDay } from './calendar'
import type { DemoActionItem } from './content'
import type { SeedContext } from './context'
import type { Directory } from './directory'
import type { LoggedItem } from './records'

/** Writes the item as it was agreed, and returns what happened afterwards, for when the minutes are frozen. */
export function writeActionItem(
  context: SeedContext,
  directory: Directory,
  logged: LoggedItem,
  demo: DemoActionItem,
  decisionId: string | null,
): () => void {
  const { meeting, item } = logged
  const [partyName, personName] = demo.for
  const party = directory.party(partyName)
  const facts: ActionItemFacts = {
    state: 'open',
    dueOn: dueDay(demo.due, meeting.heldOn, context.today),
    askedDueOn: null,
    waitingOn: null,
    waitingUntil: null,
    responsiblePartyId: party.id,
    responsiblePersonId: directory.person(personName).id,
    closedAt: null,
  }
  const row = {
    id: context.id(),
    forumId: meeting.forumId,
    meetingId: meeting.id,
    agendaItemId: logged.id,
    decisionId,
    title: demo.title,
    issuerId: meeting.convenerId,
    agreedOn: meeting.heldOn,
    visibility: visibilityFor(
      party.kind,
      noWiderThan(item.visibility ?? 'forum', demo.visibility ?? 'forum'),
    ),
    createdAt: logged.nextLine(),
    releasedAt: logged.releasedAt,
  }
  context.tx
    .insert(actionItems)
    .values({ ...row, ...facts })
    .run()
  writeStep(context, row, {
    step: 'created',
    at: row.createdAt,
    personId: row.issuerId,
    dueAfter: facts.dueOn,
    partyAfter: party.id,
  })
  return () => {
    const story = tellStory(context, directory, { ...row, heldOn: meeting.heldOn, facts }, demo.steps ?? [])
    context.tx
      .update(actionItems)
      .set({ ...story.facts, version: story.taken.length + 1 })
      .where(eq(actionItems.id, row.id))
      .run()
    for (const step of story.taken) writeStep(context, row, step)
  }
}

function writeStep(
  { tx, id, tell }: SeedContext,
  item: { id: string; forumId: string },
  step: TakenStep,
): void {
  const stepId = id()
  tx.insert(actionItemSteps)
    .values({ id: stepId, actionItemId: item.id, ...step })
    .run()
  tell(
    {
      kind: `action-item.${step.step.replaceAll('_', '-')}`,
      subject: ['action-item', item.id],
      forumId: item.forumId,
      data: { step: stepId, dueBefore: step.dueBefore ?? null, dueAfter: step.dueAfter ?? null },
    },
    step.at,
    step.personId,
  )
}

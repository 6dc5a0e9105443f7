import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { db } from '@/db/client'
import { actionItemSteps, actionItems, parties, people } from '@/db/schema'
import { NotFound } from '@/lib/errors'
import { can, isOutsider, type Viewer } from '@/policy'
import { type ListedActionItem, seenBy, selectRows, withoutOthersWords } from './row'

export type StoryStep = ReturnType<typeof stepsOf>[number]
/** Without a story when the words exchanged are not the viewer's to read. */
export type ActionItemDetail = ListedActionItem & { story: StoryStep[] | null }

/** Throws NotFound for what the viewer may not see, and for what is removed or never was. */
export function getActionItem(viewer: Viewer, id: string): ActionItemDetail {
  const row = selectRows(db(), viewer)
    .where(and(eq(actionItems.id, id), seenBy(viewer)))
    .get()
  if (!row) throw new NotFound()
  const story = can.readActionItemStory(viewer, row) ? storyFor(viewer, stepsOf(id)) : null
  return { ...withoutOthersWords(viewer, row), story }
}

/** An item handed on to an outsider comes without what was said, and with whom, before it was theirs. */
function storyFor(viewer: Viewer, steps: StoryStep[]): StoryStep[] {
  if (!isOutsider(viewer)) return steps
  const own = (party: string | null) => party !== null && viewer.ownParties.includes(party)
  const start = steps.findLastIndex((step) => own(step.partyAfter) && !own(step.partyBefore))
  return steps
    .slice(Math.max(0, start))
    .map((step, index) => (index === 0 ? { ...step, partyBefore: null, from: null, dueBefore: null } : step))
}

const stepsOf = (id: string) =>
  db()
    .select({
      id: actionItemSteps.id,
      step: actionItemSteps.step,
      at: actionItemSteps.at,
      person: people.name,
      text: actionItemSteps.text,
      link: actionItemSteps.link,
      dueBefore: actionItemSteps.dueBefore,
      dueAfter: actionItemSteps.dueAfter,
      partyBefore: actionItemSteps.partyBefore,
      partyAfter: actionItemSteps.partyAfter,
      from: before.shortName,
      to: after.shortName,
      colleague: colleague.name,
    })
    .from(actionItemSteps)
    .innerJoin(people, eq(people.id, actionItemSteps.personId))
    .leftJoin(before, eq(before.id, actionItemSteps.partyBefore))
    .leftJoin(after, eq(after.id, actionItemSteps.partyAfter))
    .leftJoin(colleague, eq(colleague.id, actionItemSteps.personAfter))
    .where(eq(actionItemSteps.actionItemId, id))
    .orderBy(actionItemSteps.at, sql`${actionItemSteps}.rowid`)
    .all()

const before = alias(parties, 'before')
const after = alias(parties, 'after')
const colleague = alias(people, 'colleague')

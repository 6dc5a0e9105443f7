import { eq } from 'drizzle-orm'
import {
  actionItems,
  classifications,
  enquiries,
  enquiryFeedback,
  enquiryMessages,
  enquiryOutcomes,
  enquiryParts,
  initiatives,
  type MessageKind,
  routingRules,
} from '@/db/schema'
import { indexWords } from '@/db/search-index'
import {
  expectedAfter,
  expectedAfterWaiting,
  isOpenPart,
  partDueOn,
  stateOfParts,
} from '@/features/enquiries/rules'
import { instantOf, plainDateOf, today } from '@/lib/dates'
import { addWorkingDays } from '@/lib/working-days'
import { CLOSED } from './content/enquiries/closed'
import { NEWER } from './content/enquiries/newer'
import { OLDER } from './content/enquiries/older'
import { ROUTING_RULES } from './content/enquiries/routing-rules'
import type { SeedEnquiry, SeedEnquiryStep } from './content/enquiries/story'
import type { SeedContext } from './context'
import type { Directory } from './directory'
import { writeProposal } from './proposals'

/** As they are numbered. */
const ENQUIRIES = [...CLOSED, ...OLDER, ...NEWER]

type Enquiry = typeof enquiries.$inferInsert & { id: string; expectedOn: string }
type SeedPart = typeof enquiryParts.$inferInsert & {
  state: 'routed' | 'accepted' | 'answered' | 'refused' | 'dropped'
}

/** What housing organisations asked, as it went on day by day; and the rules that say where things belong. */
export function writeEnquiries(context: SeedContext, directory: Directory): void {
  const { tx, id, tell, founded } = context
  const themes = new Map(
    tx
      .select()
      .from(classifications)
      .all()
      .map((one) => [one.slug, one.id]),
  )
  for (const [index, seed] of ENQUIRIES.entries()) writeOne(context, directory, seed, index + 1, themes)
  for (const { area, theme, words, to } of ROUTING_RULES) {
    const rule = {
      id: id(),
      areaId: area && directory.forum(area).areaId,
      themeId: theme && (themes.get(theme) ?? null),
      words,
      partyId: directory.party(to).id,
      changedAt: founded,
    }
    tx.insert(routingRules).values(rule).run()
    tell({ kind: 'routing-rule.saved', subject: ['routing-rule', rule.id] }, founded)
  }
}

function writeOne(
  context: SeedContext,
  directory: Directory,
  { asker: askerName, area, theme, askedAgo, steps, ...seed }: SeedEnquiry,
  number: number,
  themes: Map<string, string>,
): void {
  const { tx, id, tell, now } = context
  const asker = directory.person(askerName)
  const forum = area ? directory.forum(area) : null
  const owner = forum?.convenerId ?? directory.person('Mette Holm').id
  const at = (ago: number, minutes: number) => {
    const then = instantOf(addWorkingDays(today(now), -ago), '08:00')
    const later = new Date(then.getTime() + minutes * 60_000)
    return later > now ? new Date(now.getTime() - (100 - minutes) * 1000) : later
  }
  const receivedAt = at(askedAgo, number)
  const enquiry: Enquiry = {
    ...seed,
    id: id(),
    number,
    partyId: asker.partyId,
    askerId: asker.id,
    ownerId: owner,
    areaId: forum?.areaId ?? null,
    themeId: theme && (themes.get(theme) ?? null),
    receivedAt,
    movedAt: receivedAt,
    state: 'received',
    expectedOn: expectedAfter(seed.kind, plainDateOf(receivedAt)),
  }
  tx.insert(enquiries).values(enquiry).run()
  indexWords(tx, { kind: 'enquiry', id: enquiry.id }, seed.text)
  tell(
    { kind: 'enquiry.asked', subject: ['enquiry', enquiry.id], data: { via: seed.via } },
    receivedAt,
    seed.via === 'web' ? asker.id : owner,
  )
  const parts: SeedPart[] = []
  const subject: [string, string] = ['enquiry', enquiry.id]

  const say = (kind: MessageKind, text: string, by: string, then: Date) => {
    const message = { id: id(), enquiryId: enquiry.id, kind, text, writtenAt: then, writtenById: by }
    tx.insert(enquiryMessages).values(message).run()
  }
  const keep = (became: Record<string, string | undefined>, then: Date) => {
    if (Object.values(became).includes(undefined))
      throw new Error(`Enquiry ${number} became nothing there is.`)
    const outcome = { id: id(), enquiryId: enquiry.id, ...became, madeAt: then, madeById: owner }
    tx.insert(enquiryOutcomes).values(outcome).run()
  }
  const staffOf = (shortName: string) => {
    const { id: partyId } = directory.party(shortName)
    return { partyId, personId: directory.staffOf(partyId)?.id ?? owner }
  }
  const openPart = (shortName: string): SeedPart => {
    const { partyId } = staffOf(shortName)
    const part = parts.find((one) => one.partyId === partyId && isOpenPart(one.state))
    if (!part) throw new Error(`Enquiry ${number} has no open part of ${shortName}.`)
    return part
  }

  const take = (step: SeedEnquiryStep, then: Date): { kind: string; by: string } => {
    const day = plainDateOf(then)
    const running = {
      stoppedOn: null,
      expectedOn: expectedAfterWaiting({ stoppedOn: null, ...enquiry }, day),
    }
    const goesOn = () => ({ state: stateOfParts(parts), movedAt: then })
    switch (step.do) {
      case 'route': {
        const { partyId } = staffOf(step.to)
        const leads = !parts.some((part) => part.leads)
        const dueOn = partDueOn(enquiry.expectedOn, day)
        const question = step.question ?? ''
        parts.push({
          id: id(),
          enquiryId: enquiry.id,
          partyId,
          question,
          leads,
          dueOn,
          routedAt: then,
          state: 'routed',
        })
        Object.assign(enquiry, goesOn())
        return { kind: 'routed', by: owner }
      }
      case 'accept':
      case 'drop':
      case 'part-answer':
      case 'refuse': {
        const part = openPart(step.by)
        const state = (
          { accept: 'accepted', drop: 'dropped', 'part-answer': 'answered', refuse: 'refused' } as const
        )[step.do]
        const { personId } = staffOf(step.by)
        Object.assign(part, { state, text: step.text ?? '' })
        Object.assign(part, step.do === 'accept' ? { personId } : { settledAt: then })
        if (part.leads && (state === 'refused' || state === 'dropped')) {
          part.leads = false
          const next = parts.find((one) => one.state !== 'refused' && one.state !== 'dropped')
          if (next) next.leads = true
        }
        Object.assign(enquiry, goesOn())
        return { kind: `part-${state}`, by: personId }
      }
      case 'internal': {
        const by = directory.person(step.by).id
        say('internal', step.text, by, then)
        return { kind: 'internal', by }
      }
      case 'ask':
        say('asked', step.text, owner, then)
        Object.assign(enquiry, { state: 'awaiting_asker', stoppedOn: day, movedAt: then })
        return { kind: 'ask', by: owner }
      case 'reply':
        say('replied', step.text, asker.id, then)
        Object.assign(enquiry, running, goesOn())
        return { kind: 'reply', by: asker.id }
      case 'add':
        say('added', step.text, asker.id, then)
        return { kind: 'added', by: asker.id }
      case 'reopen':
        say('reopened', step.text, asker.id, then)
        Object.assign(enquiry, goesOn(), {
          closedAt: null,
          outcome: null,
          expectedOn: expectedAfter(seed.kind, day),
        })
        return { kind: 'reopen', by: asker.id }
      case 'answer':
      case 'not_ours': {
        const closed = step.do === 'not_ours'
        say('answered', step.text, owner, then)
        Object.assign(enquiry, running, {
          state: closed ? 'closed' : 'answered',
          outcome: closed ? 'not_ours' : 'answered',
          answeredAt: then,
          firstAnsweredAt: enquiry.firstAnsweredAt ?? then,
          closedAt: closed ? then : null,
          movedAt: then,
        })
        return { kind: closed ? 'not-ours' : 'answer', by: owner }
      }
      case 'agree':
        Object.assign(enquiry, { state: 'closed', closedAt: then, movedAt: then })
        return { kind: 'agree', by: asker.id }
      case 'proposed': {
        if (!forum) throw new Error(`Enquiry ${number} is of no forum.`)
        const by = { id: owner, partyId: directory.personById(owner).partyId }
        const topic = { forumId: forum.id, title: step.topic, description: step.background, by }
        keep({ proposalId: writeProposal(context, { ...topic, proposedAt: then }) }, then)
        return { kind: 'proposed', by: owner }
      }
      case 'linked': {
        const became = tx.select().from(initiatives).where(eq(initiatives.title, step.initiative)).get()
        keep({ initiativeId: became?.id }, then)
        return { kind: 'linked', by: owner }
      }
      case 'made-item': {
        const became = tx.select().from(actionItems).where(eq(actionItems.title, step.actionItem)).get()
        keep({ actionItemId: became?.id }, then)
        return { kind: 'made-item', by: owner }
      }
      case 'feedback': {
        const lead = parts.find((part) => part.leads)
        const fromAsker = step.from === 'asker' || !lead
        const partyId = fromAsker ? asker.partyId : lead.partyId
        const personId = fromAsker ? asker.id : (directory.staffOf(partyId)?.id ?? owner)
        const { verdict, line } = step
        tx.insert(enquiryFeedback)
          .values({ enquiryId: enquiry.id, partyId, personId, verdict, line, givenAt: then })
          .run()
        return { kind: 'feedback', by: personId }
      }
    }
  }

  for (const [index, step] of steps.entries()) {
    const then = at(step.ago, number + 2 * (index + 1))
    const { kind, by } = take(step, then)
    tell({ kind: `enquiry.${kind}`, subject }, then, by)
  }
  if (parts.length > 0) tx.insert(enquiryParts).values(parts).run()
  tx.update(enquiries).set(enquiry).where(eq(enquiries.id, enquiry.id)).run()
}

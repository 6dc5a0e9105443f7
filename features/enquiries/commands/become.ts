import { and, eq } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { type enquiries, enquiryOutcomes } from '@/db/schema'
import { addActionItem } from '@/features/action-items/commands/create'
import { record } from '@/features/activity/record'
import { findInitiative } from '@/features/initiatives/queries'
import { proposeForTeam } from '@/features/meetings/proposals/commands'
import { newId } from '@/lib/ids'
import { authorize, can, type Viewer } from '@/policy'
import type { LinkInitiativeInput, MakeActionItemInput, ProposeEnquiryInput } from '../input'
import { findEnquiry } from '../queries/find'

/** Onto a forum's agenda, as a proposal with its background. Throws Refused where no meeting is planned. */
export function proposeEnquiry(
  person: Viewer,
  { id, forumId, title, description }: ProposeEnquiryInput,
  now: Date,
): void {
  write((tx) => {
    const enquiry = findEnquiry(tx, person, id)
    authorize(can.triageEnquiries(person))
    const proposalId = proposeForTeam(tx, person, { forumId, title, description }, now)
    keep(tx, person, enquiry, { proposalId }, now)
    record(
      tx,
      person,
      { kind: 'enquiry.proposed', subject: ['enquiry', id], forumId, data: { proposalId } },
      now,
    )
  })
}

/** An action item of one person, in a forum. Throws a Question about a doubtful due date. */
export function makeActionItem(person: Viewer, { id, ...item }: MakeActionItemInput, now: Date): void {
  write((tx) => {
    const enquiry = findEnquiry(tx, person, id)
    authorize(can.triageEnquiries(person))
    const actionItemId = addActionItem(tx, person, item, now)
    keep(tx, person, enquiry, { actionItemId }, now)
    const { forumId } = item
    record(
      tx,
      person,
      { kind: 'enquiry.made-item', subject: ['enquiry', id], forumId, data: { actionItemId } },
      now,
    )
  })
}

/** To an initiative that takes care of it; twice is once. */
export function linkInitiative(person: Viewer, { id, initiativeId }: LinkInitiativeInput, now: Date): void {
  write((tx) => {
    const enquiry = findEnquiry(tx, person, id)
    authorize(can.triageEnquiries(person))
    findInitiative(tx, person, initiativeId)
    const same = and(eq(enquiryOutcomes.enquiryId, id), eq(enquiryOutcomes.initiativeId, initiativeId))
    if (tx.select().from(enquiryOutcomes).where(same).get()) return
    keep(tx, person, enquiry, { initiativeId }, now)
    record(tx, person, { kind: 'enquiry.linked', subject: ['enquiry', id], data: { initiativeId } }, now)
  })
}

type Became = { proposalId: string } | { actionItemId: string } | { initiativeId: string }

function keep(
  tx: Transaction,
  person: Viewer,
  { id: enquiryId }: Pick<typeof enquiries.$inferSelect, 'id'>,
  became: Became,
  now: Date,
): void {
  tx.insert(enquiryOutcomes)
    .values({ id: newId(), enquiryId, ...became, madeAt: now, madeById: person.personId })
    .run()
}

import { and, eq, gte, isNull } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { areas, type ENQUIRY_KINDS, enquiries, enquiryDifferences, estates, people } from '@/db/schema'
import { indexWords } from '@/db/search-index'
import { record } from '@/features/activity/record'
import { attach, judge } from '@/features/meetings/attachments/commands'
import { today } from '@/lib/dates'
import { Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { authorize, can, type Viewer } from '@/policy'
import type { AskInput, LogInput } from '../input'
import { tellAsked } from '../post'
import { nextNumber } from '../queries/find'
import { ownerFor } from '../queries/owner'
import { expectedAfter } from '../rules'
import { keepMessage } from './keep-message'

/** Two presses within so many milliseconds, with the same words, are one enquiry. */
const IMPATIENCE = 10 * 60_000

export type KeptFile = Awaited<ReturnType<typeof judge>>

/** A housing organisation asks. Returns the enquiry's id; the same for an impatient second press. */
export async function ask(person: Viewer, { files, ...input }: AskInput, now: Date): Promise<string> {
  const judged = await Promise.all(files.map(judge))
  return write((tx) => {
    const { partyId, personId: askerId } = person
    authorize(can.askAsParty(person, { partyId }))
    const already = justAsked(tx, askerId, input.text, now)
    if (already) return already
    const asked = { ...input, partyId, askerId, kind: 'question', via: 'web' } as const
    const enquiry = insertEnquiry(tx, person, asked, judged, now)
    const { id } = enquiry
    record(tx, person, { kind: 'enquiry.asked', subject: ['enquiry', id], data: { via: 'web' } }, now)
    tellAsked(tx, person, enquiry, now)
    return id
  })
}

/** What somebody of a housing organisation says on the telephone, or wrote in a mail, noted by the team. */
export async function logEnquiry(person: Viewer, { files, ...input }: LogInput, now: Date): Promise<string> {
  return logWithFiles(person, input, { files: await Promise.all(files.map(judge)), leftOut: [] }, now)
}

/** The same with files that are judged already; what could not be kept is named to the colleagues. */
export function logWithFiles(
  person: Viewer,
  input: Omit<LogInput, 'files'>,
  { files, leftOut }: { files: KeptFile[]; leftOut: string[] },
  now: Date,
): string {
  return write((tx) => {
    authorize(can.triageEnquiries(person))
    const { askerId, text, via } = input
    const partyId = partyOfAsker(tx, askerId)
    const already = justAsked(tx, askerId, text, now)
    if (already) return already
    const enquiry = insertEnquiry(tx, person, { ...input, partyId }, files, now)
    const { id } = enquiry
    if (leftOut.length > 0) keepMessage(tx, person, id, 'internal', leftOut.join('\n'), now)
    record(tx, person, { kind: 'enquiry.asked', subject: ['enquiry', id], data: { via } }, now)
    tellAsked(tx, person, enquiry, now)
    return id
  })
}

function partyOfAsker(tx: Transaction, askerId: string): string {
  const asker = tx
    .select({ partyId: people.partyId, role: people.role })
    .from(people)
    .where(and(eq(people.id, askerId), isNull(people.deactivatedAt)))
    .get()
  if (asker?.role !== 'housing_organisation') throw new Refused('unknown', undefined, 'askerId')
  return asker.partyId
}

const justAsked = (tx: Transaction, askerId: string, text: string, now: Date): string | undefined =>
  tx
    .select({ id: enquiries.id })
    .from(enquiries)
    .where(
      and(
        eq(enquiries.askerId, askerId),
        eq(enquiries.text, text),
        gte(enquiries.receivedAt, new Date(now.getTime() - IMPATIENCE)),
      ),
    )
    .get()?.id

/** An estate tells the area. */
function placed(tx: Transaction, areaId: string | null, estateId: string | null) {
  if (estateId !== null) {
    const estate = tx.select({ areaId: estates.areaId }).from(estates).where(eq(estates.id, estateId)).get()
    if (!estate) throw new Refused('unknown', undefined, 'estateId')
    return { areaId: estate.areaId, estateId }
  }
  const area = areaId && tx.select({ id: areas.id }).from(areas).where(eq(areas.id, areaId)).get()
  if (areaId && !area) throw new Refused('unknown', undefined, 'areaId')
  return { areaId, estateId }
}

type Asked = Omit<AskInput, 'files'> & {
  partyId: string
  askerId: string
  kind: (typeof ENQUIRY_KINDS)[number]
  via: 'web' | 'phone' | 'mail'
}

function insertEnquiry(
  tx: Transaction,
  person: Viewer,
  { different, ...asked }: Asked,
  files: KeptFile[],
  now: Date,
) {
  const [id, day] = [newId(), today(now)]
  const place = placed(tx, asked.areaId, asked.estateId)
  const ownerId = ownerFor(tx, place.areaId, day)
  tx.insert(enquiries)
    .values({
      ...asked,
      ...place,
      id,
      number: nextNumber(tx),
      ownerId,
      receivedAt: now,
      movedAt: now,
      expectedOn: expectedAfter(asked.kind, day),
    })
    .run()
  indexWords(tx, { kind: 'enquiry', id }, asked.text)
  for (const { kind, id: subjectId } of different) {
    const said = { subjectKind: kind, subjectId, saidAt: now, saidById: person.personId }
    tx.insert(enquiryDifferences)
      .values({ enquiryId: id, ...said })
      .onConflictDoNothing()
      .run()
  }
  for (const file of files)
    attach(tx, file, { enquiryId: id, internal: false, attachedById: person.personId }, now)
  return { id, askerId: asked.askerId, ownerId, areaId: place.areaId }
}

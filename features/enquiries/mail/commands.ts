import { and, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { people } from '@/db/schema'
import { Refused } from '@/lib/errors'
import { findPersonalNumber } from '@/lib/personal-number'
import { authorize, can, type Viewer } from '@/policy'
import { logWithFiles } from '../commands/ask'
import type { MailInput } from '../input'
import { readMail } from './import'

/** A saved mail becomes an enquiry of its sender, who must be one of a housing organisation. Returns the enquiry's id. */
export async function logMail(person: Viewer, { mail }: MailInput, now: Date): Promise<string> {
  authorize(can.triageEnquiries(person))
  const { from, text: words, files, leftOut } = await readMail(new Uint8Array(await mail.arrayBuffer()))
  const text = words || files.map(({ name }) => name).join('\n')
  if (findPersonalNumber(text)) throw new Refused('personalNumber', undefined, 'mail')
  const asker = db()
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.email, from), eq(people.role, 'housing_organisation'), isNull(people.deactivatedAt)))
    .get()
  if (!asker) throw new Refused('mailFromStranger', { address: from }, 'mail')
  const mailed = { askerId: asker.id, via: 'mail', kind: 'question', text } as const
  const nowhere = { areaId: null, estateId: null, different: [] }
  return logWithFiles(person, { ...mailed, ...nowhere }, { files, leftOut }, now)
}

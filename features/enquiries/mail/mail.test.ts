import { eq } from 'drizzle-orm'
import MailComposer from 'nodemailer/lib/mail-composer'
import { beforeEach, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { attachments, enquiries, people } from '@/db/schema'
import { Refused } from '@/lib/errors'
import { DEMO_NOW, demoDatabase, viewerOf } from '@/test/demo'
import { mailInput } from '../input'
import { getEnquiry } from '../queries/detail'
import { logMail } from './commands'

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF')
const DAY = '2026-11-23'

let database: Database
beforeEach(() => {
  database = demoDatabase()
})

const address = (name: string) => database.select().from(people).where(eq(people.name, name)).get()!.email
async function saved(from: string, text: string, files: Record<string, Buffer> = {}): Promise<File> {
  const attached = Object.entries(files).map(([filename, content]) => ({ filename, content }))
  const subject = text && 'Sne'
  const mail = await new MailComposer({ from, subject, text, attachments: attached }).compile().build()
  return new File([new Uint8Array(mail)], 'mail.eml')
}
const log = async (mail: File, name = 'Mette Holm') => logMail(viewerOf(name), { mail }, DEMO_NOW)

test('a saved mail becomes an enquiry of its sender, with its files; what is not kept is named to colleagues alone', async () => {
  const files = { 'kort.pdf': PDF, 'arkiv.zip': Buffer.from('504b0304140000000800', 'hex') }
  const id = await log(await saved(address('Pia Storm'), 'Hvem rydder sne?', files))
  const read = getEnquiry(viewerOf('Mette Holm'), id, DAY)
  expect(read).toMatchObject({ asker: 'Pia Storm', via: 'mail', text: 'Sne\n\nHvem rydder sne?' })
  expect(read.messages).toMatchObject([{ kind: 'internal', text: 'arkiv.zip' }])
  expect(getEnquiry(viewerOf('Pia Storm'), id, DAY).messages).toEqual([])
  const kept = database.select().from(attachments).where(eq(attachments.enquiryId, id)).all()
  expect(kept.map(({ name, internal }) => [name, internal])).toEqual([['kort.pdf', false]])
  expect(await log(await saved(address('Pia Storm'), 'Hvem rydder sne?'))).toBe(id)
})

test('a mail of a file alone asks by the name of its file', async () => {
  const id = await log(await saved(address('Pia Storm'), '', { 'Sne på stien.pdf': PDF }))
  expect(getEnquiry(viewerOf('Mette Holm'), id, DAY).text).toBe('Sne på stien.pdf')
})

test('nothing comes in from outside the account list, nor by anybody but the team', async () => {
  const before = database.select().from(enquiries).all().length
  const refusals = [
    [await saved('nogen@example.org', 'Hej'), 'mailFromStranger'],
    [await saved(address('Søren Bak'), 'Hej'), 'mailFromStranger'],
    [await saved(address('Pia Storm'), 'Hun har cpr 010180-1234'), 'personalNumber'],
    [new File(['noise'], 'x.eml'), 'mailUnreadable'],
  ] as const
  for (const [mail, code] of refusals) await expect(log(mail)).rejects.toThrow(code)
  const fine = await saved(address('Pia Storm'), 'Hej')
  await expect(log(fine, 'Pia Storm')).rejects.toThrow(Refused)
  await expect(log(fine, 'Søren Bak')).rejects.toThrow('notAllowed')
  expect(database.select().from(enquiries).all()).toHaveLength(before)
})

test('a mail of twenty megabytes is refused before it is read', () => {
  const mail = new File([new Uint8Array(20 * 1024 * 1024)], 'mail.eml')
  expect(mailInput.safeParse({ mail }).error?.issues).toMatchObject([{ params: { key: 'mailTooLarge' } }])
})

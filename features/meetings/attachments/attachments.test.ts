import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { and, eq, inArray } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Database } from '@/db/open'
import { actionItems, agendaItems, attachments, meetings, parties } from '@/db/schema'
import { FILES } from '@/db/stored-files'
import { NotFound, Refused, Unavailable } from '@/lib/errors'
import type { Viewer } from '@/policy'
import { emptyFolder } from '@/test/cli'
import { DEMO_NOW, demoDatabase, forumId, viewerOf } from '@/test/demo'
import { addAgendaItem } from '../agenda/commands/add'
import { sendAgenda } from '../agenda/commands/send'
import { announceMeeting, cancelMeeting, planMeeting } from '../commands'
import { propose, stepProposal } from '../proposals/commands'
import { attachEvidence, attachToItem, attachToProposal, removeAttachment } from './commands'
import { attachInput } from './input'
import {
  listAttachments,
  listEvidence,
  listProposalAttachments,
  listTopicAttachments,
  readAttachment,
} from './queries'
import { LARGEST_FILE, MOST_FILES, mediumOf, nameOf } from './rules'

const bytesOf = (name: string) =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../../../test/files', name)))
const fileOf = (name: string, called = name) => new File([bytesOf(name)], called)
const open = { readers: 'item' } as const

let database: Database
let folder: string
let mette: Viewer
let pia: Viewer
let aase: Viewer
let meetingId: string
let itemId: string

beforeEach(() => {
  folder = emptyFolder()
  vi.stubEnv('DATA_DIR', folder)
  database = demoDatabase()
  mette = viewerOf('Mette Holm')
  pia = viewerOf('Pia Storm')
  aase = viewerOf('Åse Aagaard')
  const day = { heldOn: '2028-02-10', startsAt: '14:00', durationMinutes: 90, place: '', link: '' }
  const more = { sagsnr: null, dokumentnr: null, proposalsUntil: null, confirm: [] }
  meetingId = planMeeting(mette, { forumId: forumId('noerrebro'), ...day, ...more }, DEMO_NOW)
  announceMeeting(mette, { id: meetingId }, DEMO_NOW)
  itemId = add('forum')
})
afterEach(() => {
  vi.unstubAllEnvs()
})

function add(visibility: 'forum' | 'internal'): string {
  const words = {
    title: `Lys på stierne ${visibility}`,
    kind: 'discussion',
    minutes: 10,
    presenter: '',
  } as const
  addAgendaItem(mette, { meetingId, ...words, description: '', visibility, proposerPartyId: null }, DEMO_NOW)
  return database.select().from(agendaItems).where(eq(agendaItems.title, words.title)).get()!.id
}

const stored = () => database.select().from(attachments).all()
const namesFor = (viewer: Viewer) =>
  [...listAttachments(viewer, meetingId).values()].flat().map(({ name }) => name)
const suggest = (visibility: 'forum' | 'own' = 'forum') =>
  propose(
    pia,
    { meetingId, title: 'Hegn', kind: 'discussion', minutes: 15, description: '', visibility },
    DEMO_NOW,
  )

test('a file at an item is read by the forum once the item is sent, an internal one by the municipality alone', async () => {
  await attachToItem(mette, { itemId, file: fileOf('plan.pdf'), ...open }, DEMO_NOW)
  await attachToItem(mette, { itemId, file: fileOf('notat.docx'), readers: 'internal' }, DEMO_NOW)
  const [plan, note] = stored()
  expect(namesFor(mette)).toEqual(['plan.pdf', 'notat.docx'])
  expect(namesFor(pia)).toEqual([])
  expect(() => readAttachment(pia, plan!.id)).toThrow(NotFound)
  sendAgenda(mette, { id: meetingId }, DEMO_NOW)
  expect(namesFor(pia)).toEqual(['plan.pdf'])
  expect([...listTopicAttachments(pia, topicOf(itemId)).values()].flat()).toHaveLength(1)
  expect(Buffer.from(readAttachment(pia, plan!.id).body).equals(bytesOf('plan.pdf'))).toBe(true)
  expect(() => readAttachment(pia, note!.id)).toThrow(NotFound)
  expect(readAttachment(viewerOf('Søren Bak'), note!.id).name).toBe('notat.docx')
  expect(() => readAttachment(viewerOf('Erik Dam'), plan!.id)).toThrow(NotFound)
})

const topicOf = (id: string) =>
  database.select().from(agendaItems).where(eq(agendaItems.id, id)).get()!.topicId

test('at an internal item every file is internal, whatever was chosen, and stays so when the item opens', async () => {
  const hidden = add('internal')
  await attachToItem(mette, { itemId: hidden, file: fileOf('plan.pdf'), ...open }, DEMO_NOW)
  database.update(agendaItems).set({ visibility: 'forum' }).where(eq(agendaItems.id, hidden)).run()
  sendAgenda(mette, { id: meetingId }, DEMO_NOW)
  expect(namesFor(mette)).toEqual(['plan.pdf'])
  expect(namesFor(pia)).toEqual([])
})

test('only coordinators attach to an agenda, and not to a cancelled meeting', async () => {
  const attach = (person: Viewer) =>
    attachToItem(person, { itemId, file: fileOf('plan.pdf'), ...open }, DEMO_NOW)
  await expect(attach(pia)).rejects.toThrow(NotFound)
  sendAgenda(mette, { id: meetingId }, DEMO_NOW)
  await expect(attach(pia)).rejects.toThrow(new Refused('notAllowed'))
  await expect(attach(viewerOf('Ruth Vind'))).rejects.toThrow(new Refused('notAllowed'))
  cancelMeeting(mette, { id: meetingId, reason: 'Sygdom' }, DEMO_NOW)
  await expect(attach(mette)).rejects.toThrow(new Refused('meetingIs_cancelled'))
  expect(stored()).toEqual([])
})

test('pressed twice it stands once; after twenty there is room for no more', async () => {
  const attach = (name: string) =>
    attachToItem(mette, { itemId, file: fileOf('plan.pdf', name), ...open }, DEMO_NOW)
  await attach('plan.pdf')
  await attach('plan.pdf')
  expect(stored()).toHaveLength(1)
  for (let number = 2; number <= MOST_FILES; number++) await attach(`plan ${number}.pdf`)
  await expect(attach('plan 21.pdf')).rejects.toThrow(new Refused('tooManyFiles', { most: 20 }, 'file'))
  expect(readdirSync(join(folder, FILES))).toHaveLength(1)
})

test('removed it is gone for everybody, and only coordinators remove what stands on an agenda', async () => {
  await attachToItem(mette, { itemId, file: fileOf('plan.pdf'), ...open }, DEMO_NOW)
  sendAgenda(mette, { id: meetingId }, DEMO_NOW)
  const { id } = stored()[0]!
  expect(() => removeAttachment(pia, { id }, DEMO_NOW)).toThrow(new Refused('notAllowed'))
  expect(() => removeAttachment(viewerOf('Erik Dam'), { id }, DEMO_NOW)).toThrow(NotFound)
  removeAttachment(mette, { id }, DEMO_NOW)
  expect(namesFor(mette)).toEqual([])
  expect(() => readAttachment(mette, id)).toThrow(NotFound)
})

describe('at a proposal', () => {
  test('the party and the municipality read it; taken up, those who read the item', async () => {
    const proposalId = suggest()
    await attachToProposal(pia, { proposalId, file: fileOf('kort.png') }, DEMO_NOW)
    const { id } = stored()[0]!
    expect(listProposalAttachments(mette, proposalId).map(({ name }) => name)).toEqual(['kort.png'])
    expect(listProposalAttachments(aase, proposalId)).toEqual([])
    expect(() => readAttachment(aase, id)).toThrow(NotFound)
    stepProposal(mette, { id: proposalId, step: 'accepted' }, DEMO_NOW)
    expect(readAttachment(pia, id).name).toBe('kort.png')
    expect(() => readAttachment(aase, id)).toThrow(NotFound)
    sendAgenda(mette, { id: meetingId }, DEMO_NOW)
    expect(readAttachment(aase, id).name).toBe('kort.png')
    expect(namesFor(aase)).toEqual(['kort.png'])
  })

  test('another party attaches nothing, and nobody once it is settled', async () => {
    const proposalId = suggest('own')
    const attach = (person: Viewer) =>
      attachToProposal(person, { proposalId, file: fileOf('kort.png') }, DEMO_NOW)
    await expect(attach(aase)).rejects.toThrow(NotFound)
    await expect(attach(mette)).rejects.toThrow(new Refused('notAllowed'))
    await attach(pia)
    removeAttachment(pia, { id: stored()[0]!.id }, DEMO_NOW)
    expect(listProposalAttachments(pia, proposalId)).toEqual([])
    await attach(pia)
    stepProposal(mette, { id: proposalId, step: 'declined', text: 'Hører til hos driften' }, DEMO_NOW)
    await expect(attach(pia)).rejects.toThrow(new Refused('proposalSettled'))
    expect(() => removeAttachment(pia, { id: stored()[1]!.id }, DEMO_NOW)).toThrow(new Refused('notAllowed'))
  })

  test('passed on, the file comes along and stays where it was', async () => {
    const proposalId = suggest()
    await attachToProposal(pia, { proposalId, file: fileOf('kort.png') }, DEMO_NOW)
    const to = forumId('bispebjerg')
    const step = { id: proposalId, step: 'passed_on', text: 'Hos jer', forumId: to } as const
    stepProposal(mette, step, DEMO_NOW)
    const [first, second] = stored()
    expect(first).toMatchObject({ proposalId, contentHash: second!.contentHash })
    expect(listProposalAttachments(mette, second!.proposalId!)).toHaveLength(1)
  })
})

describe('what a file is its content says', () => {
  test.each([
    ['plan.pdf', 'pdf'],
    ['notat.docx', 'docx'],
    ['ark.xlsx', 'xlsx'],
    ['kort.png', 'png'],
    ['foto.jpg', 'jpg'],
  ])('%s', async (name, medium) => {
    expect(await mediumOf(bytesOf(name))).toBe(medium)
  })

  test.each([
    ['a program', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])],
    ['a page with a script', new TextEncoder().encode('<!doctype html><script>alert(1)</script>')],
    [
      'a drawing with a script',
      new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
    ],
    ['plain text', new TextEncoder().encode('Hej')],
    ['a document with macros', bytesOf('makro.docm')],
    ['half a Word file', bytesOf('notat.docx').slice(0, 40)],
  ])('%s called plan.pdf is refused', async (_, content) => {
    const file = new File([content as Uint8Array<ArrayBuffer>], 'plan.pdf')
    await expect(attachToItem(mette, { itemId, file, ...open }, DEMO_NOW)).rejects.toThrow(
      new Refused('fileUnknown', undefined, 'file'),
    )
    expect(stored()).toEqual([])
  })

  test('no bytes make it fail', async () => {
    const beginnings = ['plan.pdf', 'notat.docx', 'ark.xlsx', 'kort.png', 'foto.jpg'].map(bytesOf)
    const damaged = fc.tuple(fc.constantFrom(...beginnings), fc.nat(400), fc.uint8Array({ maxLength: 40 }))
    await fc.assert(
      fc.asyncProperty(damaged, async ([content, from, noise]) => {
        const mixed = Uint8Array.from(content)
        mixed.set(noise, Math.min(from, Math.max(0, mixed.length - noise.length)))
        await mediumOf(mixed.slice(0, content.length))
      }),
      { numRuns: 200 },
    )
  })

  test.each([
    ['Referat 3. maj.PDF', 'Referat 3. maj.pdf'],
    ['C:\\Users\\pia\\Æblø.pdf', 'Æblø.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['fakt\u202Efdp.exe', 'faktfdp.pdf'],
    ['a\r\nSet-Cookie: x.pdf', 'a Set-Cookie: x.pdf'],
    ['.pdf', 'bilag.pdf'],
    [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(120)}.pdf`],
  ])('%j is called %j', (given, name) => {
    expect(nameOf(given, 'pdf')).toBe(name)
  })
})

describe('what the form refuses', () => {
  const keysOf = (file: unknown) =>
    attachInput
      .safeParse({ itemId, file, readers: 'item' })
      .error?.issues.map((issue) => (issue.code === 'custom' ? issue.params?.key : issue.code))
  const sized = (bytes: number) => new File([new Uint8Array(bytes)], 'plan.pdf')

  test('nothing, an empty file, one of 11 MB, one named after a person’s number', () => {
    expect(keysOf(undefined)).toHaveLength(1)
    expect(keysOf(sized(0))).toEqual(['fileEmpty'])
    expect(keysOf(sized(11 * 1024 * 1024))).toEqual(['fileTooLarge'])
    expect(keysOf(sized(LARGEST_FILE))).toBeUndefined()
    expect(keysOf(new File(['x'], '010190-1234.pdf'))).toEqual(['personalNumber'])
  })
})

describe('the disk', () => {
  test('that takes nothing is said, and no row stands without its file', async () => {
    writeFileSync(join(folder, FILES), 'in the way')
    const attempt = attachToItem(mette, { itemId, file: fileOf('plan.pdf'), ...open }, DEMO_NOW)
    await expect(attempt).rejects.toThrow(Unavailable)
    expect(stored()).toEqual([])
    expect(readdirSync(folder)).toEqual([FILES])
  })

  test('that changed a file: it is not handed out', async () => {
    await attachToItem(mette, { itemId, file: fileOf('plan.pdf'), ...open }, DEMO_NOW)
    const { id, contentHash } = stored()[0]!
    writeFileSync(join(folder, FILES, contentHash), 'something else')
    expect(() => readAttachment(mette, id)).toThrow(NotFound)
  })
})

test('what stands at a meeting that was moved stands there still', async () => {
  await attachToItem(mette, { itemId, file: fileOf('plan.pdf'), ...open }, DEMO_NOW)
  database.update(meetings).set({ heldOn: '2028-02-17' }).where(eq(meetings.id, meetingId)).run()
  expect(namesFor(mette)).toEqual(['plan.pdf'])
})

describe('at an action item', () => {
  const itemOf = (party: string) =>
    database
      .select({ item: actionItems })
      .from(actionItems)
      .innerJoin(parties, eq(parties.id, actionItems.responsiblePartyId))
      .where(and(eq(parties.shortName, party), inArray(actionItems.state, ['open', 'in_progress'])))
      .all()
      .map(({ item }) => item)
      .find(({ releasedAt, visibility }) => releasedAt && visibility === 'forum')!
  const attach = (person: Viewer, actionItemId: string) =>
    attachEvidence(person, { actionItemId, file: fileOf('plan.pdf') }, DEMO_NOW)

  test('the party that has it sends it along; the municipality reads it, no other party does', async () => {
    const item = itemOf('fsb')
    await attach(pia, item.id)
    const { id } = stored()[0]!
    expect(readAttachment(mette, id).name).toBe('plan.pdf')
    expect(listEvidence(pia, item)).toHaveLength(1)
    expect(listEvidence(aase, item)).toEqual([])
    expect(() => readAttachment(aase, id)).toThrow(NotFound)
    await expect(attach(aase, item.id)).rejects.toThrow(new Refused('notAllowed'))
    removeAttachment(pia, { id }, DEMO_NOW)
    expect(() => readAttachment(mette, id)).toThrow(NotFound)
  })

  test('not once it is closed, and an auditor never', async () => {
    const item = itemOf('fsb')
    await expect(attach(viewerOf('Ruth Vind'), item.id)).rejects.toThrow(new Refused('notAllowed'))
    database.update(actionItems).set({ state: 'closed' }).where(eq(actionItems.id, item.id)).run()
    await expect(attach(pia, item.id)).rejects.toThrow(new Refused('actionItemIs_closed'))
  })
})

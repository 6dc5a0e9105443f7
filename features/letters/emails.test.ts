import { desc, eq, isNotNull } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { loadViewer } from '@/auth/viewer'
import { attachDatabase, db, write } from '@/db/client'
import {
  actionItems,
  enquiries,
  meetings,
  minutes,
  outbox,
  people,
  signedLinks,
  signInRequests,
} from '@/db/schema'
import { plantCanaries, wordsIn } from '@/e2e/canary/plant'
import { post } from '@/features/outbox/post'
import type { Mail, MailKind } from '@/features/outbox/rules'
import { newId } from '@/lib/ids'
import type { Message } from '@/lib/mail'
import { DEMO_NOW, demoDatabase, personId, viewerOf } from '@/test/demo'
import { writeEmail } from './emails/write'

beforeEach(() => {
  demoDatabase()
})

type Addressed = { kind: MailKind; to: string; payload?: Record<string, string>; locale?: 'da' | 'en' }

function put({ kind, to, payload = {}, locale = 'da' }: Addressed): Mail {
  const id = write((tx) => post(tx, { kind, to: { personId: to, locale }, payload }, DEMO_NOW))
  return db().select().from(outbox).where(eq(outbox.id, id)).get() as Mail
}

async function written(addressed: Addressed): Promise<Message> {
  const message = await writeEmail(put(addressed), DEMO_NOW)
  if ('withdrawn' in message) throw new Error(`not written: ${message.withdrawn}`)
  return message
}

const meetingIn = (state: 'agenda_sent' | 'held' | 'closed') =>
  db().select().from(meetings).where(eq(meetings.state, state)).all()[0]?.id as string

function requestToSignIn(person: string): Record<string, string> {
  const id = newId()
  const expiresAt = new Date(DEMO_NOW.getTime() + 600_000)
  db()
    .insert(signInRequests)
    .values({ id, personId: person, browserHash: id, createdAt: DEMO_NOW, expiresAt })
    .run()
  return { requestId: id }
}

/** One of each that can be written to this person. */
const EVERY_KIND = (person: string): Addressed[] => [
  { kind: 'agenda', to: person, payload: { meetingId: meetingIn('agenda_sent') } },
  { kind: 'agenda', to: person, payload: { meetingId: meetingIn('agenda_sent'), as: 'supplement' } },
  { kind: 'minutes', to: person, payload: { meetingId: meetingIn('closed') } },
  { kind: 'sign_in', to: person, payload: requestToSignIn(person) },
  { kind: 'invitation', to: person },
]

describe.each(['da', 'en'] as const)('every kind of mail in %s', (locale) => {
  test('is whole: a subject, a reader, nothing left to fill in', async () => {
    for (const addressed of EVERY_KIND(personId('Mette Holm'))) {
      const { subject, text, html, to } = await written({ ...addressed, locale })
      expect(to).toBe('mette.holm@demo.invalid')
      expect(subject.length).toBeGreaterThan(10)
      expect(text).toContain('Mette Holm')
      expect(html).toContain(`lang="${locale}"`)
      for (const words of [subject, text]) expect(words).not.toMatch(/[{}]|undefined|null|\bmail\.\w|<\w/)
    }
  })

  test('reads as text: short lines, every address on a line of its own', async () => {
    for (const addressed of EVERY_KIND(personId('Mette Holm'))) {
      const { text } = await written({ ...addressed, locale })
      const lines = text.split('\n')
      expect(lines.filter((line) => line.length > 78 && !/^https?:\S+$/.test(line))).toEqual([])
      const withAddress = lines.filter((line) => line.includes('://'))
      expect(withAddress.length).toBeGreaterThan(0)
      expect(withAddress.filter((line) => !/^https?:\S+$/.test(line))).toEqual([])
    }
  })

  test('fetches nothing, so nobody learns that it was read', async () => {
    for (const addressed of EVERY_KIND(personId('Mette Holm'))) {
      const { html } = await written({ ...addressed, locale })
      expect(html).not.toMatch(/<(img|link|script|iframe)\b|url\(|src=/i)
    }
  })
})

test('the two languages say different things in each kind', async () => {
  for (const addressed of EVERY_KIND(personId('Mette Holm'))) {
    const danish = await written({ ...addressed, locale: 'da' })
    const english = await written({ ...addressed, locale: 'en' })
    expect(danish.subject).not.toBe(english.subject)
    expect(danish.text).not.toBe(english.text)
  }
})

test('it goes to the address on file when it is written, and answers go to the convener of the forum', async () => {
  const mail = {
    kind: 'agenda',
    to: personId('Pia Storm'),
    payload: { meetingId: meetingIn('agenda_sent') },
  } as const
  db()
    .update(people)
    .set({ email: 'pia@new.example.dk' })
    .where(eq(people.id, personId('Pia Storm')))
    .run()
  const { to, replyTo, text } = await written(mail)
  expect(to).toBe('pia@new.example.dk')
  expect(replyTo).toBe('mette.holm@demo.invalid')
  expect(text).toContain('Svaret går til Mette Holm')
})

test('without a convener nobody is promised an answer by mail', async () => {
  db().update(people).set({ deactivatedAt: DEMO_NOW }).where(eq(people.name, 'Mette Holm')).run()
  const { replyTo, text } = await written({
    kind: 'agenda',
    to: personId('Pia Storm'),
    payload: { meetingId: meetingIn('agenda_sent') },
  })
  expect(replyTo).toBeUndefined()
  expect(text).not.toContain('svar på denne mail')
})

describe('the minutes', () => {
  const inReview = () =>
    db().select({ id: minutes.meetingId }).from(minutes).where(eq(minutes.state, 'in_review')).get()
      ?.id as string

  test('say until when one may comment', async () => {
    const { subject, text } = await written({
      kind: 'minutes',
      to: personId('Mette Holm'),
      payload: { meetingId: inReview() },
    })
    expect(subject).toMatch(/^Referat til kommentering: /)
    expect(text.replaceAll('\n', ' ')).toMatch(/til kommentering til den \d+\. \w+ 2026/)
  })

  test('corrected, they say that they take the place of the first', async () => {
    const meetingId = meetingIn('closed')
    const first = db().select().from(minutes).where(eq(minutes.meetingId, meetingId)).get()
    if (!first) throw new Error('no minutes')
    db()
      .insert(minutes)
      .values({ ...first, id: newId(), version: 2 })
      .run()
    const { subject, text } = await written({
      kind: 'minutes',
      to: personId('Mette Holm'),
      payload: { meetingId },
    })
    expect(subject).toMatch(/^Rettet referat: /)
    expect(text).toContain('afløser')
  })

  test('count what their reader is to do and let them accept it; an internal title stays at home', async () => {
    const meetingId = meetingIn('closed')
    const [first, second] = db().select().from(actionItems).where(eq(actionItems.meetingId, meetingId)).all()
    if (!first || !second) throw new Error('the meeting gave no two action items')
    const soren = viewerOf('Søren Bak')
    const own = { responsiblePersonId: soren.personId, responsiblePartyId: soren.partyId, closedAt: null }
    for (const [item, state, visibility] of [
      [first, 'open', 'internal'],
      [second, 'in_progress', 'forum'],
    ] as const) {
      db()
        .update(actionItems)
        .set({ ...own, state, visibility })
        .where(eq(actionItems.id, item.id))
        .run()
    }
    const { text } = await written({ kind: 'minutes', to: soren.personId, payload: { meetingId } })
    expect(text).toContain('Du har 2 åbne opgaver fra mødet.')
    expect(text).not.toContain(first.title)
    expect(text.replaceAll('\n', ' ')).toContain(second.title)
    expect(text.match(/Jeg tager opgaven:\nhttp\S+/g)).toHaveLength(1)
    expect(db().select().from(signedLinks).all()).toMatchObject([
      { personId: soren.personId, subjectId: first.id, purpose: 'action_item.accept' },
    ])
  })
})

test('secrets are new in each mail, and rest nowhere', async () => {
  const addressed = { kind: 'invitation', to: personId('Pia Storm') } as const
  const [one, two] = [await written(addressed), await written(addressed)]
  const token = (text: string) => /sign-in\/link\/(\S+)/.exec(text)?.[1] as string
  expect(token(one.text)).not.toBe(token(two.text))
  const file = db().$client.serialize().toString('latin1')
  expect(file).not.toContain(token(two.text))
})

describe('nothing internal leaves by mail', () => {
  test('no word of any text stands in any mail to anybody who may not read it', async () => {
    const { database, canaries } = plantCanaries(db().$client.serialize())
    attachDatabase(database)
    // The coming meeting and the latest of each forum: older minutes are written in the same way.
    const newest = Map.groupBy(
      database
        .select()
        .from(meetings)
        .where(isNotNull(meetings.announcedAt))
        .orderBy(desc(meetings.heldOn))
        .all(),
      ({ forumId }) => forumId,
    )
    const about = [...newest.values()].flatMap((ofForum) => ofForum.slice(0, 2))
    const asked = database.select({ id: enquiries.id }).from(enquiries).all()
    const everybody = database.select({ id: people.id }).from(people).all()
    let letters = 0
    const seen = new Set<string>()
    for (const { id: person } of everybody) {
      const viewer = loadViewer(database, person, DEMO_NOW)
      if (!viewer) continue
      const allowed = new Set(canaries.filter(({ maySee }) => maySee(viewer)).map(({ word }) => word))
      const mails: Addressed[] = [
        ...about.flatMap(({ id: meetingId }) => [
          { kind: 'agenda' as const, to: person, payload: { meetingId } },
          { kind: 'minutes' as const, to: person, payload: { meetingId } },
        ]),
        ...asked.flatMap(({ id: enquiryId }) => [
          { kind: 'enquiry_receipt' as const, to: person, payload: { enquiryId } },
          ...['answer', 'ask', 'reply'].map((news) => ({
            kind: 'enquiry_news' as const,
            to: person,
            payload: { enquiryId, news },
          })),
        ]),
        { kind: 'invitation', to: person },
        { kind: 'sign_in', to: person, payload: requestToSignIn(person) },
      ]
      for (const addressed of mails) {
        const message = await writeEmail(put(addressed), DEMO_NOW)
        if ('withdrawn' in message) continue
        letters++
        const words = wordsIn(`${message.subject} ${message.text} ${message.html}`)
        expect(
          words.filter((word) => !allowed.has(word)),
          `${addressed.kind} to ${viewer.name}`,
        ).toEqual([])
        expect(wordsIn(message.subject)).toEqual([])
        for (const word of words) seen.add(word)
      }
    }
    expect(letters).toBeGreaterThan(200)
    // The words are there to be found: titles of forum items, in the mail of those who have them.
    expect(seen.size).toBeGreaterThan(0)
  }, 120_000)
})

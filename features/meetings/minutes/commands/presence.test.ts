import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { agendaItems, meetings } from '@/db/schema'
import { NotFound, Refused } from '@/lib/errors'
import { DEMO_NOW, demoDatabase, forumId, viewerOf } from '@/test/demo'
import { notePresence, othersPresent } from './presence'

let database: Database
let meetingId: string
let itemId: string
beforeEach(() => {
  database = demoDatabase()
  const today = and(eq(meetings.forumId, forumId('noerrebro')), eq(meetings.heldOn, '2026-11-23'))
  meetingId = database.select().from(meetings).where(today).get()!.id
  itemId = database.select().from(agendaItems).where(eq(agendaItems.meetingId, meetingId)).get()!.id
})

const later = (seconds: number) => new Date(DEMO_NOW.getTime() + seconds * 1000)
const here = (name: string, now: Date, typing = false) =>
  notePresence(viewerOf(name), { meetingId, itemId, typing }, now)
const seenBy = (name: string, now: Date) => othersPresent(viewerOf(name), meetingId, now)

describe('two coordinators in one log', () => {
  test('see each other and not themselves', () => {
    here('Mette Holm', later(0))
    here('Jonas Friis', later(1), true)
    expect(seenBy('Mette Holm', later(2))).toMatchObject([{ name: 'Jonas Friis', itemId, typing: true }])
    expect(seenBy('Jonas Friis', later(2))).toMatchObject([{ name: 'Mette Holm', typing: false }])
  })

  test('who has closed the page is gone within half a minute', () => {
    here('Mette Holm', later(100))
    here('Jonas Friis', later(100))
    expect(seenBy('Mette Holm', later(121))).toEqual([])
  })
})

test('only the team is ever there', () => {
  for (const name of ['Karen Lund', 'Søren Bak', 'Pia Storm', 'Lars Nygaard', 'Ruth Vind']) {
    expect(() => here(name, later(200)), name).toThrow(new Refused('notAllowed'))
  }
  expect(() => here('Erik Dam', later(200))).toThrow(NotFound)
  expect(seenBy('Mette Holm', later(200))).toEqual([])
})

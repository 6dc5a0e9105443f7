import { join } from 'node:path'
import { count, eq } from 'drizzle-orm'
import { type Database, openDatabase } from '@/db/open'
import {
  actionItems,
  agendaItems,
  attendances,
  decisions,
  forums,
  meetings,
  minutes,
  notes,
  people,
} from '@/db/schema'
import { addDays } from '@/lib/dates'

const YEARS = 10
const MEETINGS = 480
const ACTION_ITEMS = 5000
const DAY = 86_400_000

/** Ten years of everything, in the file of a demo. */
export function growToTenYears(folder: string): { meetings: number; actionItems: number } {
  const database = openDatabase(join(folder, 'en-indgang.db'))
  repeatMeetings(database)
  topUpActionItems(database)
  overload(database, 'Niels Brandstrup')
  database.$client.exec('ANALYZE')
  const grown = { meetings: rows(database, meetings), actionItems: rows(database, actionItems) }
  database.$client.close()
  return grown
}

/**
 * Repeats the demo's past year, a year further back each time, until there are ten years of meetings: with their agendas
 * and who came, and as a rule with all that was written at them.
 */
export function repeatMeetings(database: Database, { records = true } = {}): void {
  const past = database
    .select()
    .from(meetings)
    .all()
    .filter(({ state }) => state === 'closed')
  const copy = copier(database, records)
  const before = rows(database, meetings)
  let copied = 0
  for (let round = 1; before + copied < MEETINGS; round++) {
    for (const meeting of past) {
      if (before + copied >= MEETINGS) break
      copy(meeting, round)
      copied++
    }
  }
}

const rows = (database: Database, table: typeof meetings | typeof actionItems): number =>
  database.select({ count: count() }).from(table).get()?.count ?? 0

/** Copies a meeting with all that hangs on it; rounds are spread over the ten years. */
function copier(database: Database, records: boolean) {
  const all = {
    items: database.select().from(agendaItems).all(),
    attendances: database.select().from(attendances).all(),
    notes: database.select().from(notes).all(),
    decisions: database.select().from(decisions).all(),
    actionItems: database.select().from(actionItems).all(),
    minutes: database.select().from(minutes).all(),
  }
  return (meeting: typeof meetings.$inferSelect, round: number) => {
    const back = Math.round((YEARS * 365 * round) / 12)
    const date = (day: string) => addDays(day, -back)
    const renamed = (id: string) => `${id}-${round}`
    const of = <Row extends { meetingId: string | null }>(rows: Row[]) =>
      rows.filter(({ meetingId }) => meetingId === meeting.id)
    database.transaction(
      (tx) => {
        const heldOn = date(meeting.heldOn)
        tx.insert(meetings)
          .values({ ...meeting, id: renamed(meeting.id), heldOn, number: meeting.number + 100 * round })
          .run()
        for (const item of of(all.items)) {
          tx.insert(agendaItems)
            .values({ ...item, id: renamed(item.id), meetingId: renamed(meeting.id) })
            .run()
        }
        for (const row of of(all.attendances)) {
          tx.insert(attendances)
            .values({ ...row, id: renamed(row.id), meetingId: renamed(meeting.id) })
            .run()
        }
        if (!records) return
        for (const row of of(all.notes)) {
          tx.insert(notes)
            .values({ ...row, ...under(row, meeting.id), id: renamed(row.id) })
            .run()
        }
        for (const row of of(all.decisions)) {
          tx.insert(decisions)
            .values({
              ...row,
              ...under(row, meeting.id),
              id: renamed(row.id),
              decidedOn: date(row.decidedOn),
            })
            .run()
        }
        for (const row of of(all.minutes)) {
          tx.insert(minutes)
            .values({ ...row, id: renamed(row.id), meetingId: renamed(meeting.id) })
            .run()
        }
        for (const row of of(all.actionItems)) {
          tx.insert(actionItems)
            .values({
              ...row,
              id: renamed(row.id),
              meetingId: renamed(meeting.id),
              agendaItemId: row.agendaItemId && renamed(row.agendaItemId),
              ...settledBefore(row, back),
            })
            .run()
        }
      },
      { behavior: 'immediate' },
    )
    function under(row: { agendaItemId: string }, meetingId: string) {
      return { meetingId: renamed(meetingId), agendaItemId: renamed(row.agendaItemId) }
    }
  }
}

/** An action item of long ago: agreed, due and closed so many days earlier. */
function settledBefore(item: typeof actionItems.$inferSelect, days: number) {
  const closedAt = new Date((item.closedAt ?? item.createdAt).getTime() - days * DAY)
  const before = { agreedOn: addDays(item.agreedOn, -days), dueOn: addDays(item.dueOn, -days) }
  return { ...before, closedAt, state: 'closed' as const }
}

/** Spread evenly over the ten years, as they would have come about. */
function topUpActionItems(database: Database): void {
  const originals = database
    .select()
    .from(actionItems)
    .all()
    .filter(({ state }) => state === 'closed')
  const missing = ACTION_ITEMS - rows(database, actionItems)
  database.transaction(
    (tx) => {
      for (let index = 0; index < missing; index++) {
        const original = originals[index % originals.length]
        if (!original) return
        const days = Math.round((index / missing) * YEARS * 365)
        tx.insert(actionItems)
          .values({ ...original, ...settledBefore(original, days), id: `${original.id}-more-${index}` })
          .run()
      }
    },
    { behavior: 'immediate' },
  )
}

const OPEN_ITEMS = 2000

/** One person with far too much to do. */
function overload(database: Database, name: string): void {
  const person = database.select().from(people).where(eq(people.name, name)).get()
  // In a forum whose own page is not measured.
  const forum = database.select().from(forums).where(eq(forums.slug, 'valby-vigerslev')).get()
  const item = database.select().from(actionItems).where(eq(actionItems.state, 'in_progress')).get()
  if (!person || !item || !forum) throw new Error(`The demo knows no ${name}.`)
  const given = { responsiblePersonId: person.id, responsiblePartyId: person.partyId, forumId: forum.id }
  database.transaction(
    (tx) => {
      for (let index = 0; index < OPEN_ITEMS; index++) {
        const dueOn = addDays(item.dueOn, index % 200)
        tx.insert(actionItems)
          .values({
            ...item,
            ...given,
            dueOn,
            id: `${item.id}-open-${index}`,
            title: `${item.title} ${index}`,
          })
          .run()
      }
    },
    { behavior: 'immediate' },
  )
}

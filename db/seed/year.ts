import type { PlainDate } from '@/lib/dates'
import { comingItems, itemsOf, topicBook, writeItem } from './agenda'
import { writeAnswers } from './answers'
import { writeAttendance } from './attendance'
import { comingMeetingDay, pastMeetingDays } from './calendar'
import type { DemoMeeting, DemoYear } from './content'
import type { SeedContext } from './context'
import type { Directory } from './directory'
import { writeActionItem } from './follow-up'
import { FORUMS } from './forums'
import { numbering, writeCancelledMeeting, writeComingMeeting, writeHeldMeeting } from './meetings'
import { writeMinutes, writeRecipients } from './minutes'
import { comingMoments, heldMoments } from './moments'
import {
  type DecisionBook,
  type LoggedItem,
  writeDecisions,
  writeNotes,
  writeTopicsForLater,
} from './records'

/** A forum's past year and its coming meeting. */
export function writeYear(context: SeedContext, directory: Directory, year: DemoYear): void {
  const demo = FORUMS.find(({ slug }) => slug === year.forum)
  if (!demo) throw new Error(`The demo knows no forum ${year.forum}.`)
  const { today } = context
  const place = {
    forumId: directory.forum(year.forum).id,
    convenerId: directory.person(demo.convener).id,
    meets: demo.meets,
  }
  const topicId = topicBook(context, place.forumId)
  const decisions: DecisionBook = { last: new Map(), written: new Map() }
  const number = numbering()

  const held = (heldOn: PlainDate, told: DemoMeeting, state: DemoYear['lastMinutes']) => {
    const at = heldMoments(heldOn, demo.meets)
    const meeting = writeHeldMeeting(context, place, heldOn, number(heldOn), at, state === 'approved')
    writeRecipients(context, directory, meeting, 'agenda', at.agendaSent)
    writeAttendance(context, directory, meeting, at, told.attendance)
    const releasedAt = state === 'drafting' ? null : at.minutesSent
    const agenda = { meeting, topicId, createdAt: at.planned, sentAt: at.agendaSent, held: true }
    const nextLine = clock(at.started)
    const afterwards = itemsOf(told).flatMap((item, index) => {
      const id = writeItem(context, directory, agenda, item, index + 1)
      return writeLines(context, directory, decisions, { id, meeting, item, nextLine, releasedAt })
    })
    writeMinutes(context, directory, meeting, state, at)
    for (const happen of afterwards) happen()
  }

  const days = pastMeetingDays(today, year.lastDaysAgo, year.past.length, demo.meets.weekday)
  for (const [index, told] of year.past.entries()) {
    held(days[index] ?? today, told, index === year.past.length - 1 ? year.lastMinutes : 'approved')
  }
  if (year.cancelled) {
    const [heldOn = today] = pastMeetingDays(today, year.cancelled.daysAgo, 1, demo.meets.weekday)
    writeCancelledMeeting(context, place, heldOn, number(heldOn), year.cancelled)
  }
  if (!year.coming) return
  const { inDays, state } = year.coming
  const heldOn = comingMeetingDay(today, inDays, demo.meets.weekday)
  const at = comingMoments(heldOn, today)
  const meeting = writeComingMeeting(context, place, heldOn, number(heldOn), state)
  const sentAt = state === 'agenda_sent' ? at.agendaSent : null
  if (sentAt) {
    writeRecipients(context, directory, meeting, 'agenda', sentAt)
    writeAnswers(context, meeting, sentAt)
  }
  const agenda = { meeting, topicId, createdAt: at.planned, sentAt, held: false }
  for (const [index, item] of comingItems(year.coming).entries()) {
    writeItem(context, directory, agenda, item, index + 1)
  }
}

/** Returns what became of the action items. */
function writeLines(context: SeedContext, directory: Directory, book: DecisionBook, logged: LoggedItem) {
  writeNotes(context, logged)
  writeTopicsForLater(context, logged)
  const [decided] = writeDecisions(context, book, logged)
  return (logged.item.actionItems ?? []).map((item) =>
    writeActionItem(context, directory, logged, item, decided ?? null),
  )
}

/** The clock in the room: a line every three minutes. */
function clock(started: Date): () => Date {
  let minutes = 4
  return () => {
    minutes += 3
    return new Date(started.getTime() + minutes * 60_000)
  }
}

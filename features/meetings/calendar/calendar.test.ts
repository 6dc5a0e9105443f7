import ICAL from 'ical.js'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { forums } from '@/db/schema'
import { DEMO_NOW, demoDatabase, forumId, viewerOf } from '@/test/demo'
import { cancelMeeting, changeMeeting, planMeeting } from '../commands'
import { getMeeting } from '../queries'
import { meetingAsCalendar } from './exports'

const mette = () => viewerOf('Mette Holm')
const words = {
  durationMinutes: 90,
  place: '',
  link: '',
  sagsnr: null,
  dokumentnr: null,
  proposalsUntil: null,
}
const YES = ['meetingInPast', 'meetingFarAway', 'meetingOnClosedDay', 'meetingInQuietWeek', 'meetingSameDay']

let database: Database
beforeEach(() => {
  database = demoDatabase()
})

const plan = (heldOn: string, startsAt: string, more: Partial<typeof words> = {}) =>
  planMeeting(
    mette(),
    { forumId: forumId('noerrebro'), heldOn, startsAt, ...words, ...more, confirm: YES },
    DEMO_NOW,
  )

function read(id: string) {
  const calendar = new ICAL.Component(ICAL.parse(meetingAsCalendar(getMeeting(mette(), id), DEMO_NOW)))
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!)
  const status = event.component.getFirstPropertyValue('status')
  return { event, status, start: event.startDate.toJSDate(), end: event.endDate.toJSDate() }
}

describe('a meeting in somebody’s calendar', () => {
  test.each([
    ['the day the clocks go forward', '2027-03-28', '14:00', '2027-03-28T12:00:00.000Z'],
    ['the day before', '2027-03-27', '14:00', '2027-03-27T13:00:00.000Z'],
    ['the day the clocks go back', '2027-10-31', '14:00', '2027-10-31T13:00:00.000Z'],
    ['the day before', '2027-10-30', '14:00', '2027-10-30T12:00:00.000Z'],
  ])('is at the right moment on %s', (_, day, time, moment) => {
    const { start, end } = read(plan(day, time))
    expect(start.toISOString()).toBe(moment)
    expect(end.getTime() - start.getTime()).toBe(90 * 60_000)
  })

  test('commas, semicolons, backslashes and Danish letters in its place come back as they were', () => {
    const place = 'Kulturhuset, sal 2; bag\\ved "Åen" — æøå'
    expect(read(plan('2027-03-11', '14:00', { place })).event.location).toBe(place)
  })

  test('a long place is folded so that every reader puts it together again', () => {
    const place = 'Ærøgade '.repeat(24).trim()
    const id = plan('2027-03-11', '14:00', { place })
    const file = meetingAsCalendar(getMeeting(mette(), id), DEMO_NOW)
    expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    expect(read(id).event.location).toBe(place)
  })

  test('a forum whose name has line breaks, commas and colons is one property, and no more', () => {
    const name = 'Forum\r\nBEGIN:VALARM\r\nATTENDEE:mailto:x@example.org, Nord; Øst\\'
    database.update(forums).set({ name }).run()
    const id = plan('2027-03-11', '14:00')
    const { event } = read(id)
    expect(event.summary.replaceAll('\r', '')).toBe(name.replaceAll('\r', ''))
    expect(event.component.getAllSubcomponents()).toEqual([])
    expect(event.attendees).toEqual([])
  })

  test('a case number says nothing new to a calendar; a place does', () => {
    const id = plan('2027-03-11', '14:00')
    const change = (version: number, more: object) =>
      changeMeeting(
        mette(),
        { id, version, heldOn: '2027-03-11', startsAt: '14:00', ...words, ...more, confirm: YES },
        DEMO_NOW,
      )
    change(1, { sagsnr: '2027-0001' })
    expect(read(id).event.sequence).toBe(0)
    change(2, { sagsnr: '2027-0001', place: 'Sal 2' })
    expect(read(id).event.sequence).toBe(1)
  })

  test('keeps its name when it is moved, and says that it is newer', () => {
    const id = plan('2027-03-11', '14:00')
    const before = read(id).event
    changeMeeting(
      mette(),
      { id, version: 1, heldOn: '2027-03-18', startsAt: '15:00', ...words, confirm: YES },
      DEMO_NOW,
    )
    const after = read(id)
    expect(after.event.uid).toBe(before.uid)
    expect(after.event.sequence).toBe(before.sequence + 1)
    expect(after.start.toISOString()).toBe('2027-03-18T14:00:00.000Z')
  })

  test('cancelled it is marked so, and newer than what was fetched before', () => {
    const id = plan('2027-03-11', '14:00')
    const { uid } = read(id).event
    cancelMeeting(mette(), { id, reason: 'Sal ikke ledig' }, DEMO_NOW)
    const { status, event } = read(id)
    expect([status, event.sequence, event.uid]).toEqual(['CANCELLED', 1, uid])
    expect(meetingAsCalendar(getMeeting(mette(), id), DEMO_NOW)).not.toContain('Sal ikke')
  })
})

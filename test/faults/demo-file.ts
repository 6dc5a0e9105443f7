import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import { DATABASE_FILE } from '@/db/client'
import { meetings } from '@/db/schema'
import { startMeeting } from '@/features/meetings/minutes/commands/meeting'
import { DEMO_NOW, demoDatabase, forumId, viewerOf } from '../demo'

export type DemoFile = { file: string; meetingId: string; now: string }

/** The demo municipality as a file, in the middle of the meeting in Nørrebro. */
export function demoFile(folder: string): DemoFile {
  const database = demoDatabase()
  const coming = and(eq(meetings.forumId, forumId('noerrebro')), eq(meetings.state, 'agenda_sent'))
  const meeting = database.select({ id: meetings.id }).from(meetings).where(coming).get()
  if (!meeting) throw new Error('The demo has no meeting to log.')
  startMeeting(viewerOf('Mette Holm'), { meetingId: meeting.id }, DEMO_NOW)
  const file = join(folder, DATABASE_FILE)
  writeFileSync(file, database.$client.serialize())
  return { file, meetingId: meeting.id, now: DEMO_NOW.toISOString() }
}

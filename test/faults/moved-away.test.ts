import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { notes } from '@/db/schema'
import { whyNotReady } from '@/features/health/queries'
import { listAttendance } from '@/features/meetings/attendance/queries'
import { Unavailable } from '@/lib/errors'
import { DEMO_NOW, viewerOf } from '../demo'
import { nextChange } from './changes'
import { ownDatabase } from './own-database'
import { randomFrom } from './random'
import { lost } from './saved'
import { patience, seed } from './size'

const random = randomFrom(seed)
const change = (meetingId: string) => nextChange(random, meetingId, DEMO_NOW)

describe('a database file that is no longer where it was opened', { timeout: patience(30) }, () => {
  test.each([
    ['renamed', (file: string) => renameSync(file, `${file}.elsewhere`)],
    ['removed', (file: string) => rmSync(file)],
    [
      'replaced by a copy',
      (file: string) => {
        copyFileSync(file, `${file}.copy`)
        renameSync(`${file}.copy`, file)
      },
    ],
  ])('%s: nothing is saved into it any more, reading goes on, and it is said to the watch', (_, move) => {
    const { file, meetingId } = ownDatabase()
    change(meetingId).save()
    expect(whyNotReady()).toBeNull()
    move(file)
    expect(whyNotReady()).toBe('MOVED')
    expect(change(meetingId).save).toThrow(new Unavailable('readOnly'))
    expect(listAttendance(viewerOf('Mette Holm'), meetingId).length).toBeGreaterThan(0)
  })

  test('put back, it is written into after the next start, and holds all that was acknowledged', () => {
    const { file, meetingId, reopen } = ownDatabase()
    const before = change(meetingId)
    before.save()
    renameSync(file, `${file}.elsewhere`)
    expect(change(meetingId).save).toThrow(Unavailable)
    renameSync(`${file}.elsewhere`, file)
    reopen()
    const after = change(meetingId)
    after.save()
    expect(lost(db().$client, [before.ack, after.ack])).toEqual([])
    expect(whyNotReady()).toBeNull()
  })
})

test('the test would notice: past the guard, a write into a removed file succeeds', {
  timeout: patience(30),
}, () => {
  const { file, meetingId } = ownDatabase()
  change(meetingId).save()
  rmSync(file)
  const written = db().transaction((tx) => tx.update(notes).set({ version: 99 }).run())
  expect(written.changes).toBeGreaterThan(0)
  expect(existsSync(file)).toBe(false)
})

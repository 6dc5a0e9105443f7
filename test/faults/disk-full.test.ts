import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { db } from '@/db/client'
import { latched } from '@/db/latch'
import { whyNotReady } from '@/features/health/queries'
import { listAttendance } from '@/features/meetings/attendance/queries'
import { Unavailable } from '@/lib/errors'
import { emptyFolder } from '../cli'
import { DEMO_NOW, viewerOf } from '../demo'
import { nextChange } from './changes'
import { ownDatabase } from './own-database'
import { randomFrom } from './random'
import { type Ack, damage, halves, lost } from './saved'
import { patience, seed } from './size'

/** A place with an end, and how room is made in it again. */
type Place = { folder: string; fill: () => void; makeRoom: () => void }

/** SQLite's own limit: the error of a full disk, without the rights to make one. */
function limitedPages(): Place {
  const pages = () => db().$client.pragma('page_count', { simple: true }) as number
  return {
    folder: emptyFolder(),
    fill: () => db().$client.pragma(`max_page_count = ${pages() + 10}`),
    makeRoom: () => db().$client.pragma('max_page_count = 1000000'),
  }
}

/** A small disk in memory that something else fills up; only root may make one. */
function smallDisk(): Place {
  const folder = emptyFolder()
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', folder])
  onTestFinished(() => void execFileSync('umount', [folder]))
  const other = join(folder, 'other')
  const fill = () => {
    const { bavail, bsize } = statfsSync(folder)
    writeFileSync(other, Buffer.alloc(bavail * bsize - 200_000))
  }
  return { folder, fill, makeRoom: () => rmSync(other) }
}

function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'en-indgang-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', folder], { stdio: 'ignore' })
    execFileSync('umount', [folder])
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true })
  }
}

afterEach(() => void vi.useRealTimers())

/** Saves until nothing more can be saved. */
function saveUntilFull(meetingId: string, acknowledge: (ack: Ack, save: () => void) => void): unknown {
  const random = randomFrom(seed)
  for (;;) {
    const { ack, save } = nextChange(random, meetingId, DEMO_NOW)
    try {
      acknowledge(ack, save)
    } catch (error) {
      return error
    }
  }
}

const FULL = 'saving is refused, reading goes on, all is there, and saving begins again when there is room'

test(`at SQLite's own limit: ${FULL}`, { timeout: patience(60) }, () => fillAndMakeRoom(limitedPages))
test.skipIf(!mayMount())(`on a full disk: ${FULL}`, { timeout: patience(60) }, () =>
  fillAndMakeRoom(smallDisk),
)

function fillAndMakeRoom(make: () => Place): void {
  vi.useFakeTimers({ toFake: ['Date'] })
  const place = make()
  const { meetingId } = ownDatabase(place.folder)
  const acks: Ack[] = []
  const saveAll = () =>
    saveUntilFull(meetingId, (ack, save) => {
      save()
      acks.push(ack)
    })
  place.fill()
  expect(saveAll()).toEqual(new Unavailable('readOnly'))
  expect(acks.length).toBeGreaterThan(0)
  expect(latched()).toBe('SQLITE_FULL')
  expect(whyNotReady()).toBe('SQLITE_FULL')
  expect(listAttendance(viewerOf('Mette Holm'), meetingId).length).toBeGreaterThan(0)
  const { $client: sqlite } = db()
  expect([lost(sqlite, acks), halves(sqlite, meetingId), damage(sqlite)]).toEqual([[], [], []])

  place.makeRoom()
  vi.setSystemTime(Date.now() + 10_000)
  const { ack, save } = nextChange(randomFrom(seed + 1), meetingId, DEMO_NOW)
  save()
  expect(latched()).toBeNull()
  expect([lost(sqlite, [...acks, ack]), halves(sqlite, meetingId), damage(sqlite)]).toEqual([[], [], []])
}

test('the test would notice an acknowledgement that comes before the change is saved', {
  timeout: patience(60),
}, () => {
  const place = limitedPages()
  const { meetingId } = ownDatabase(place.folder)
  const acks: Ack[] = []
  place.fill()
  saveUntilFull(meetingId, (ack, save) => {
    acks.push(ack)
    save()
  })
  expect(lost(db().$client, acks)).toEqual([acks.at(-1)])
})

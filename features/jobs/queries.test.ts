import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { timetable } from '@/db/schema'
import { getSafety, isAlive, whyNotReady } from '@/features/health/queries'
import { enoughSpace } from '@/features/health/rules'
import { NotFound } from '@/lib/errors'
import { DEMO_NOW, demoDatabase, viewerOf } from '@/test/demo'
import { listJobs } from './queries'

beforeEach(() => {
  demoDatabase()
  db().insert(timetable).values({ job: 'backUp', schedule: '0 */15 * * * *' }).run()
})

describe('what runs by itself', () => {
  test('is listed for a coordinator with the moment of its next run', () => {
    expect(listJobs(viewerOf('Mette Holm'), DEMO_NOW)).toMatchObject([
      { job: 'backUp', state: 'waiting', nextAt: new Date('2026-11-23T09:15:00Z') },
    ])
  })

  test.each(['Karen Lund', 'Pia Storm', 'Ruth Vind'])('is not there for %s', (name) => {
    expect(() => listJobs(viewerOf(name), DEMO_NOW)).toThrow(NotFound)
    expect(() => getSafety(viewerOf(name))).toThrow(NotFound)
  })
})

describe('a server', () => {
  test('is alive when its database answers', () => expect(isAlive()).toBe(true))

  test('is not ready with a connection that forgot a setting', () => {
    db().$client.pragma('synchronous = NORMAL')
    expect(whyNotReady()).toBe('StartRefused')
  })

  test('wants a gigabyte of room, or a tenth of a small disk', () => {
    const gigabyte = 1024 ** 3
    expect(enoughSpace(gigabyte, 100 * gigabyte)).toBe(true)
    expect(enoughSpace(gigabyte - 1, 100 * gigabyte)).toBe(false)
    expect(enoughSpace(gigabyte / 10, gigabyte)).toBe(true)
    expect(enoughSpace(gigabyte / 11, gigabyte)).toBe(false)
  })
})

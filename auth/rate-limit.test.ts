import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Database } from '@/db/open'
import { rateLimits } from '@/db/schema'
import { emptyDatabase } from '@/test/database'
import { networkOf } from './network'
import { type Attempt, isTooOften } from './rate-limit'

const START = new Date('2026-11-23T09:00:00Z')

let database: Database
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START })
  database = emptyDatabase()
})
afterEach(() => vi.useRealTimers())

const minutesLater = (minutes: number) => vi.setSystemTime(START.getTime() + minutes * 60_000)

async function allowedOf(count: number, attempt: (n: number) => Attempt): Promise<number> {
  const refusals = await Promise.all(Array.from({ length: count }, (_, n) => isTooOften(attempt(n))))
  return refusals.filter((refused) => !refused).length
}

describe('asking for a mail', () => {
  const ask = (address: string, network: string | null = null): Attempt => ({
    what: 'mail',
    address,
    network,
  })

  test('is possible three times in a quarter for one address, however fast one asks', async () => {
    expect(await allowedOf(100, () => ask('pia@fsb.example'))).toBe(3)
    minutesLater(14)
    expect(await allowedOf(1, () => ask('pia@fsb.example'))).toBe(0)
    expect(await allowedOf(1, () => ask('lars@lokaludvalg.example'))).toBe(1)
    minutesLater(16)
    expect(await allowedOf(4, () => ask('pia@fsb.example'))).toBe(3)
  })

  test('is possible twenty times in a quarter from one network, whatever addresses are typed', async () => {
    const from = (network: string) => (n: number) => ask(`anna${n}@fsb.example`, network)
    expect(await allowedOf(50, from('192.0.2.7'))).toBe(20)
    expect(await allowedOf(5, from('192.0.2.8'))).toBe(5)
  })

  test('is possible three hundred times an hour in all', async () => {
    expect(await allowedOf(400, (n) => ask(`anna${n}@fsb.example`))).toBe(300)
    minutesLater(59)
    expect(await allowedOf(1, () => ask('pia@fsb.example'))).toBe(0)
    minutesLater(61)
    expect(await allowedOf(1, () => ask('pia@fsb.example'))).toBe(1)
  })

  test('too often for one address takes nothing from the others', async () => {
    await allowedOf(1000, () => ask('pia@fsb.example'))
    expect(await allowedOf(297, (n) => ask(`anna${n}@fsb.example`))).toBe(297)
  })

  test('is counted apart from codes and links', async () => {
    await allowedOf(30, (n) => ask(`anna${n}@fsb.example`, '192.0.2.7'))
    expect(await allowedOf(30, () => ({ what: 'code', network: '192.0.2.7' }))).toBe(20)
    expect(await allowedOf(30, () => ({ what: 'link', network: '192.0.2.7' }))).toBe(20)
  })
})

test('the table holds no address in clear', async () => {
  await isTooOften({ what: 'mail', network: '192.0.2.7', address: 'pia@fsb.example' })
  const kept = database.select().from(rateLimits).all()
  expect(kept).toHaveLength(3)
  expect(JSON.stringify(kept)).not.toMatch(/pia|fsb|192\.0/)
})

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['198.51.100.1, 203.0.113.7', '203.0.113.7'],
  ['127.0.0.1,evil , 203.0.113.7 ', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['127.0.0.1', null],
  ['::1', null],
  ['::ffff:127.0.0.1', null],
  ['203.0.113.7, unknown', null],
  ['', null],
  [null, null],
])('forwarded for %s is the network %s', (header, network) => {
  expect(networkOf(header)).toBe(network)
})

import Sqlite from 'better-sqlite3'
import { eq, sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { emptyDatabase } from '@/test/database'
import type { Reader } from './open'
import { installation } from './schema'
import { keepStatements, keptQuery } from './statements'

const ONE = sql`SELECT 'kind' AS key, 'demo' AS value`

test('a statement is prepared once, however often it is asked', () => {
  const database = emptyDatabase()
  const prepare = vi.spyOn(database.$client, 'prepare')
  const storedValue = (key: 'kind' | 'municipality') =>
    database.select({ value: installation.value }).from(installation).where(eq(installation.key, key)).get()
  database.insert(installation).values({ key: 'municipality', value: 'Roskilde' }).run()
  expect([storedValue('municipality'), storedValue('municipality'), storedValue('kind')]).toEqual([
    { value: 'Roskilde' },
    { value: 'Roskilde' },
    undefined,
  ])
  expect(prepare.mock.calls.length).toBe(2)
})

test('the same text answers in rows and in values, whichever was asked before', () => {
  const database = emptyDatabase()
  const row = { key: 'kind', value: 'demo' }
  for (let round = 0; round < 2; round++) {
    expect(database.all(ONE)).toEqual([row])
    expect(database.values(ONE)).toEqual([['kind', 'demo']])
    expect(database.get(ONE)).toEqual(row)
  }
})

test('what others prepare is theirs alone', () => {
  const database = emptyDatabase()
  const text = 'SELECT key, value FROM installation'
  const own = database.$client.prepare(text)
  database.values(sql.raw(text))
  expect(database.$client.prepare(text)).not.toBe(own)
  database.insert(installation).values({ key: 'municipality', value: 'Roskilde' }).run()
  expect(own.all()).toContainEqual({ key: 'municipality', value: 'Roskilde' })
})

test('a statement kept from before a table changed reads the table as it is now', () => {
  const database = emptyDatabase()
  const read = () => database.all(sql`SELECT * FROM installation WHERE key = 'municipality'`)
  database.insert(installation).values({ key: 'municipality', value: 'Roskilde' }).run()
  expect(read()).toEqual([{ key: 'municipality', value: 'Roskilde' }])
  database.$client.exec("ALTER TABLE installation ADD COLUMN shade TEXT DEFAULT 'dark'")
  expect(read()).toEqual([{ key: 'municipality', value: 'Roskilde', shade: 'dark' }])
})

test('the statement used longest ago makes room', () => {
  const sqlite = new Sqlite(':memory:')
  const prepare = vi.spyOn(sqlite, 'prepare')
  const kept = keepStatements(sqlite)
  for (let number = 0; number < 300; number++) kept.prepare(`SELECT ${number}`)
  kept.prepare('SELECT 0')
  kept.prepare('SELECT 300')
  prepare.mockClear()
  kept.prepare('SELECT 0')
  expect(prepare).not.toHaveBeenCalled()
  kept.prepare('SELECT 1')
  expect(prepare).toHaveBeenCalledOnce()
})

test('a query is written once for each database and each argument, and sees what was written since', () => {
  const build = vi.fn((reader: Reader, key: 'kind' | 'municipality') =>
    reader
      .select({ value: installation.value })
      .from(installation)
      .where(eq(installation.key, key))
      .prepare(),
  )
  const stored = keptQuery(build)
  const [one, other] = [emptyDatabase(), emptyDatabase()]
  expect(stored(one, 'municipality').get()).toBeUndefined()
  one.insert(installation).values({ key: 'municipality', value: 'Roskilde' }).run()
  expect(stored(one, 'municipality').get()).toEqual({ value: 'Roskilde' })
  expect(stored(one, 'kind').get()).toBeUndefined()
  expect(stored(other, 'municipality').get()).toBeUndefined()
  expect(build).toHaveBeenCalledTimes(3)
})

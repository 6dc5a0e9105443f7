import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, test } from 'vitest'
import { backUp } from '@/db/backup'
import { backupName } from '@/db/kept-backups'
import { cli, emptyFolder } from '@/test/cli'
import { emptyDatabase } from '@/test/database'
import { demoDatabase } from '@/test/demo'

const DATABASE = 'en-indgang.db'
const DEMO = demoDatabase().$client.serialize()
const prepare = (DATA_DIR: string, env: Record<string, string> = {}) => cli(['prepare'], { DATA_DIR, ...env })
const count = (folder: string, sql: string) => {
  const sqlite = new Sqlite(join(folder, DATABASE), { fileMustExist: true })
  try {
    return sqlite.prepare(sql).pluck().get()
  } finally {
    sqlite.close()
  }
}

describe.concurrent('prepare', { timeout: 240_000 }, () => {
  test('makes the demo where there is no folder yet, and keeps it the next time', async ({ expect }) => {
    const folder = join(emptyFolder(), 'new', 'data')
    const first = await prepare(folder, { APP_URL: 'http://localhost:3000' })
    expect(first).toMatchObject({ code: 0, err: '', last: '{"kind":"demo"}' })
    expect(readdirSync(folder)).toEqual([DATABASE])
    const made = count(folder, "SELECT value FROM installation WHERE key = 'created_at'")

    const second = await prepare(folder)
    expect(second).toMatchObject({ code: 0, out: '{"kind":"demo"}\n', err: '' })
    expect(count(folder, "SELECT value FROM installation WHERE key = 'created_at'")).toBe(made)
    expect(readdirSync(folder)).toEqual([DATABASE])
  })

  test('twice at once makes one demo', async ({ expect }) => {
    const folder = emptyFolder()
    const both = await Promise.all([prepare(folder), prepare(folder)])
    expect(both.map(({ code, last }) => [code, last])).toEqual([
      [0, '{"kind":"demo"}'],
      [0, '{"kind":"demo"}'],
    ])
    expect(readdirSync(folder)).toEqual([DATABASE])
    expect(count(folder, "SELECT count(*) FROM people WHERE name = 'Mette Holm'")).toBe(1)
  })

  test('clears away what a start that was killed left behind', async ({ expect }) => {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'unfinished-999999999.db'), 'half')
    writeFileSync(join(folder, 'unfinished-999999999.db-wal'), 'half')
    expect(await prepare(folder)).toMatchObject({ code: 0, last: '{"kind":"demo"}' })
    expect(readdirSync(folder)).toEqual([DATABASE])
  })

  test('stops in a folder that holds something else, and adds nothing', async ({ expect }) => {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'photos.txt'), 'mine')
    const ended = await prepare(folder)
    expect(ended).toMatchObject({ code: 1, out: '' })
    expect(ended.err).toContain('photos.txt')
    expect(readdirSync(folder)).toEqual(['photos.txt'])
  })

  test.for([
    ['APP_URL', 'https://en-indgang.example.dk'],
    ['APP_URL', 'not an address'],
    ['OIDC_ISSUER', 'https://login.example.dk'],
    ['SMTP_URL', 'smtp://mail.example.dk'],
  ] as const)('makes no demo when %s is %s, as in real operation', async ([name, value], { expect }) => {
    const folder = join(emptyFolder(), 'mistyped')
    const ended = await prepare(folder, { [name]: value })
    expect(ended).toMatchObject({ code: 1, out: '' })
    expect(ended.err).toContain('DATA_DIR')
    expect(ended.err).toContain('npm run cli -- init')
    expect(existsSync(folder)).toBe(false)
  })

  test('never makes a demo of a real installation, not even when its database is lost', async ({
    expect,
  }) => {
    const folder = emptyFolder()
    expect(await cli(['init'], { DATA_DIR: folder })).toMatchObject({ code: 0, err: '' })
    expect(await prepare(folder, { APP_URL: 'https://en-indgang.example.dk' })).toMatchObject({
      code: 0,
      last: '{"kind":"real"}',
    })
    expect(count(folder, 'SELECT count(*) FROM people')).toBe(0)

    rmSync(join(folder, DATABASE))
    const ended = await prepare(folder)
    expect(ended).toMatchObject({ code: 1, out: '' })
    expect(ended.err).toContain('rigtig installation')
    expect(readdirSync(folder)).toEqual(['installation.json'])
  })

  test('stops when a demo lies in the folder of a real installation', async ({ expect }) => {
    const folder = emptyFolder()
    writeFileSync(join(folder, DATABASE), DEMO)
    writeFileSync(join(folder, 'installation.json'), '{"kind":"real"}')
    const ended = await prepare(folder)
    expect(ended.code).toBe(1)
    expect(ended.out).not.toContain('"kind"')
  })

  test.for([
    ['is empty', Buffer.alloc(0)],
    ['is no database', Buffer.from('Kære dagbog. '.repeat(200))],
    ['belongs to another program', foreignDatabase()],
  ] as const)('stops at a file that %s, and leaves it as it was', async ([, content], { expect }) => {
    const folder = emptyFolder()
    writeFileSync(join(folder, DATABASE), content)
    const ended = await prepare(folder)
    expect(ended).toMatchObject({ code: 1, out: '' })
    expect(ended.err).toContain('ikke rørt')
    expect(readFileSync(join(folder, DATABASE)).equals(content)).toBe(true)
    expect(readdirSync(folder)).toEqual([DATABASE])
  })

  test('stops at a damaged database and names the newest backup that is whole', async ({ expect }) => {
    const folder = emptyFolder()
    const file = join(folder, DATABASE)
    const backups = join(folder, 'backups')
    const [older, newer] = [new Date('2026-11-01T09:00:00Z'), new Date('2026-11-02T09:00:00Z')].map((at) => {
      const backup = join(backups, backupName(at))
      backUp(demoDatabase().$client, backup, at)
      return backup
    }) as [string, string]
    writeFileSync(newer, readFileSync(newer).fill(0, 4096 * 3, 4096 * 40))
    const bytes = Buffer.from(DEMO)
    bytes.fill(0, 4096 * 3, 4096 * 40)
    writeFileSync(file, bytes)
    const ended = await prepare(folder)
    expect(ended).toMatchObject({ code: 1, out: '' })
    expect(ended.err).toContain(older)
    expect(ended.err).toContain('npm run cli -- restore 2026-11-01')
    expect(ended.err).not.toContain(newer)
    expect(readFileSync(file).equals(bytes)).toBe(true)
    expect(readdirSync(folder).sort()).toEqual(['backups', DATABASE])
  })

  test('stops at a database newer than the program, and leaves it as it was', async ({ expect }) => {
    const folder = emptyFolder()
    const sqlite = emptyDatabase().$client
    sqlite.exec("INSERT INTO applied_migrations VALUES ('9999_future.sql', 'x', '2099-01-01T00:00:00Z')")
    const bytes = sqlite.serialize()
    writeFileSync(join(folder, DATABASE), bytes)
    const ended = await prepare(folder)
    expect(ended).toMatchObject({ code: 1, out: '' })
    expect(ended.err).toContain('9999_future.sql')
    expect(readFileSync(join(folder, DATABASE)).equals(bytes)).toBe(true)
  })

  test('stops when DATA_DIR is a file', async ({ expect }) => {
    const file = join(emptyFolder(), 'file')
    writeFileSync(file, '')
    const ended = await prepare(file)
    expect(ended.code).toBe(1)
    expect(ended.err).toContain('ikke en mappe')
  })
})

function foreignDatabase(): Buffer {
  const sqlite = new Sqlite(':memory:')
  sqlite.exec('CREATE TABLE recipes (name TEXT)')
  return sqlite.serialize()
}

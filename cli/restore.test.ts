import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, test } from 'vitest'
import { backUp } from '@/db/backup'
import { backupName, faultOf, listBackups } from '@/db/kept-backups'
import { takeLock } from '@/db/lock'
import { openDatabase } from '@/db/open'
import { cli, emptyFolder } from '@/test/cli'
import { emptyDatabase } from '@/test/database'
import { demoDatabase } from '@/test/demo'

const DEMO = demoDatabase().$client.serialize()
const REAL = realDatabase()

function installation(bytes = DEMO): string {
  const DATA_DIR = emptyFolder()
  writeFileSync(join(DATA_DIR, 'en-indgang.db'), bytes)
  return DATA_DIR
}

function change(folder: string, sql: string): void {
  const { $client: sqlite } = openDatabase(join(folder, 'en-indgang.db'))
  sqlite.exec(sql)
  sqlite.close()
}

function ask(folder: string, sql: string): unknown {
  const sqlite = new Sqlite(join(folder, 'en-indgang.db'), { readonly: true, fileMustExist: true })
  try {
    return sqlite.prepare(sql).pluck().get()
  } finally {
    sqlite.close()
  }
}

const TITLE = "SELECT title FROM people WHERE name = 'Pia Storm'"
const retitle = (title: string) => `UPDATE people SET title = '${title}' WHERE name = 'Pia Storm'`
const backups = (folder: string) => listBackups(join(folder, 'backups'))

describe.concurrent('the operator', { timeout: 240_000 }, () => {
  test('takes a backup when something has changed, or always when asked', async ({ expect }) => {
    const DATA_DIR = installation()
    const first = await cli(['backup'], { DATA_DIR })
    expect(first).toMatchObject({ code: 0, err: '' })
    expect(first.out).toMatch(
      /^Sikkerhedskopi: .*\.db \(\d(,\d)? MB, [\d.]+ rækker, seneste hændelse \d+\)\.\n$/,
    )
    expect((await cli(['backup'], { DATA_DIR })).out).toBe(
      `Intet er ændret siden ${backups(DATA_DIR)[0]?.name}.\n`,
    )
    expect(backups(DATA_DIR)).toHaveLength(1)
    change(DATA_DIR, retitle('Ny titel'))
    await cli(['backup'], { DATA_DIR })
    expect(backups(DATA_DIR)).toHaveLength(2)
    await cli(['backup', '--always'], { DATA_DIR })
    expect(backups(DATA_DIR).map(faultOf)).toEqual([null, null, null])
  })

  test('takes a new one when the newest was harmed, though nothing has changed', async ({ expect }) => {
    const DATA_DIR = installation()
    await cli(['backup'], { DATA_DIR })
    const [harmed] = backups(DATA_DIR)
    writeFileSync(harmed?.file ?? '', 'ruined')
    await cli(['backup'], { DATA_DIR })
    expect(backups(DATA_DIR).map(faultOf)).toEqual([null, 'er ændret, siden den blev taget'])
    const listed = (await cli(['backups'], { DATA_DIR })).out.trim().split('\n')
    expect(listed[0]).toMatch(/hel$/)
    expect(listed[1]).toBe(`${harmed?.name}  kan ikke bruges: den er ændret, siden den blev taget`)
  })

  test('keeps backups in a folder of their own', async ({ expect }) => {
    const [DATA_DIR, BACKUP_DIR] = [installation(), join(emptyFolder(), 'elsewhere')]
    await cli(['backup'], { DATA_DIR, BACKUP_DIR })
    expect(readdirSync(DATA_DIR)).toEqual(['en-indgang.db'])
    expect(listBackups(BACKUP_DIR).map(faultOf)).toEqual([null])
    expect(statSync(BACKUP_DIR).mode & 0o777).toBe(0o700)
    rmSync(join(DATA_DIR, 'en-indgang.db'))
    expect(await cli(['restore'], { DATA_DIR, BACKUP_DIR })).toMatchObject({ code: 0, err: '' })
  })

  test('gets the newest back, or the one they name, and is told where the old one lies', async ({
    expect,
  }) => {
    const DATA_DIR = installation()
    for (const title of ['første', 'anden']) {
      change(DATA_DIR, retitle(title))
      await cli(['backup'], { DATA_DIR })
    }
    change(DATA_DIR, retitle('tredje'))
    const newest = await cli(['restore'], { DATA_DIR })
    expect(newest).toMatchObject({ code: 0, err: '' })
    expect(ask(DATA_DIR, TITLE)).toBe('anden')
    const aside = /gemt i (\S+)\. Slet/.exec(newest.out)?.[1] ?? ''
    expect(ask(aside, TITLE)).toBe('tredje')

    const first = backups(DATA_DIR).at(-1)
    await cli(['restore', first?.name ?? ''], { DATA_DIR })
    expect(ask(DATA_DIR, TITLE)).toBe('første')
    await cli(['restore', 'backups/2.db'], { DATA_DIR, INIT_CWD: DATA_DIR }).then(({ code, err }) => {
      expect([code, err]).toEqual([
        1,
        'Der er ingen sikkerhedskopi backups/2.db. Se dem med: npm run cli -- backups\n',
      ])
    })
  })

  test('is refused while a server runs', async ({ expect }) => {
    const DATA_DIR = installation()
    await cli(['backup'], { DATA_DIR })
    change(DATA_DIR, retitle('i gang'))
    const letGo = takeLock(DATA_DIR)
    const ended = await cli(['restore'], { DATA_DIR })
    letGo()
    expect(ended).toMatchObject({ code: 1, out: '' })
    expect(ended.err).toContain('Stop den først')
    expect(ask(DATA_DIR, TITLE)).toBe('i gang')
  })

  test('is refused a backup that is harmed or has no manifest, when they name it', async ({ expect }) => {
    const DATA_DIR = installation()
    await cli(['backup'], { DATA_DIR })
    const [backup] = backups(DATA_DIR)
    const file = backup?.file ?? ''
    renameSync(file.replace('.db', '.json'), join(DATA_DIR, 'backups', 'away'))
    const ended = await cli(['restore', file], { DATA_DIR })
    expect(ended).toMatchObject({
      code: 1,
      out: '',
      err: `${file} har intet læseligt manifest. Intet er ændret.\n`,
    })
    expect((await cli(['restore'], { DATA_DIR })).err).toContain('ingen hel sikkerhedskopi')
  })

  test('is refused a backup of a newer program, and told which one fits', async ({ expect }) => {
    const DATA_DIR = installation()
    await cli(['backup'], { DATA_DIR })
    const [fitting] = backups(DATA_DIR)
    change(DATA_DIR, "INSERT INTO applied_migrations VALUES ('9999_future.sql', 'x', '2099-01-01T00:00:00Z')")
    const { $client: sqlite } = openDatabase(join(DATA_DIR, 'en-indgang.db'))
    const newer = join(DATA_DIR, 'backups', backupName(new Date('2099-01-01T00:00:00Z')))
    backUp(sqlite, newer, new Date('2099-01-01T00:00:00Z'))
    sqlite.close()
    const before = readFileSync(join(DATA_DIR, 'en-indgang.db'))
    const ended = await cli(['restore'], { DATA_DIR })
    expect(ended).toMatchObject({ code: 1, out: '' })
    expect(ended.err).toContain('nyere udgave')
    expect(ended.err).toContain(`npm run cli -- restore ${fitting?.name}`)
    expect((await cli(['restore', newer], { DATA_DIR })).err).toContain('nyere udgave')
    expect(readFileSync(join(DATA_DIR, 'en-indgang.db')).equals(before)).toBe(true)
    expect(await cli(['restore', fitting?.name ?? ''], { DATA_DIR })).toMatchObject({ code: 0 })
  })

  test('never gets a demo into a real installation', async ({ expect }) => {
    const demo = installation()
    await cli(['backup'], { DATA_DIR: demo })
    const DATA_DIR = emptyFolder()
    await cli(['init'], { DATA_DIR })
    const ended = await cli(['restore', backups(demo)[0]?.file ?? ''], { DATA_DIR })
    expect(ended).toMatchObject({ code: 1, out: '' })
    expect(ended.err).toContain('er en demo')
    expect(ask(DATA_DIR, "SELECT value FROM installation WHERE key = 'kind'")).toBe('real')
  })

  test('moves a real installation to an empty folder, where it is marked as real again', async ({
    expect,
  }) => {
    const old = installation(REAL)
    await cli(['backup'], { DATA_DIR: old })
    const DATA_DIR = join(emptyFolder(), 'data')
    expect(await cli(['restore', backups(old)[0]?.file ?? ''], { DATA_DIR })).toMatchObject({
      code: 0,
      err: '',
    })
    expect(existsSync(join(DATA_DIR, 'installation.json'))).toBe(true)
    expect(await cli(['prepare'], { DATA_DIR })).toMatchObject({ code: 0, last: '{"kind":"real"}' })
  })

  test('is told by a lost database how to get it back', async ({ expect }) => {
    const DATA_DIR = emptyFolder()
    await cli(['init'], { DATA_DIR })
    await cli(['backup'], { DATA_DIR })
    rmSync(join(DATA_DIR, 'en-indgang.db'))
    const ended = await cli(['prepare'], { DATA_DIR })
    expect(ended.code).toBe(1)
    expect(ended.err).toContain(`npm run cli -- restore ${backups(DATA_DIR)[0]?.name}`)
  })

  test.for(['backup', 'restore', 'drill'])(
    'is told by %s that there is nothing',
    async (command, { expect }) => {
      const ended = await cli([command], { DATA_DIR: emptyFolder() })
      expect(ended).toMatchObject({ code: 1, out: '' })
      expect(ended.err).toMatch(/^Der er ingen (database|hel sikkerhedskopi) i /)
    },
  )
})

function realDatabase(): Buffer {
  const { $client: sqlite } = emptyDatabase()
  sqlite.exec("INSERT INTO installation VALUES ('kind', 'real'), ('created_at', '2026-11-23T09:00:00.000Z')")
  return sqlite.serialize()
}

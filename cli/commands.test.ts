import { createHash } from 'node:crypto'
import { cpSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, test } from 'vitest'
import { importMunicipality } from '@/features/municipality/import'
import { cli, emptyFolder } from '@/test/cli'
import { emptyDatabase } from '@/test/database'
import { root } from '@/test/source-tree'

const STRUCTURE = join(root, 'db', 'seed', 'municipality')

/** With the demo's structure in it, when asked for. */
function realInstallation({ imported = false } = {}): { DATA_DIR: string } {
  const DATA_DIR = emptyFolder()
  const database = emptyDatabase()
  if (imported) importMunicipality(STRUCTURE, new Date())
  writeFileSync(join(DATA_DIR, 'en-indgang.db'), database.$client.serialize())
  return { DATA_DIR }
}

const rows = ({ DATA_DIR }: { DATA_DIR: string }, sql: string) => {
  const sqlite = new Sqlite(join(DATA_DIR, 'en-indgang.db'), { fileMustExist: true })
  try {
    return sqlite.prepare(sql).all() as Record<string, string>[]
  } finally {
    sqlite.close()
  }
}

describe.concurrent('the operator', { timeout: 240_000 }, () => {
  test('is helped: without a command, and after one that is not known', async ({ expect }) => {
    const [none, unknown, option, words] = await Promise.all([
      cli([], {}),
      cli(['sartt'], {}),
      cli(['import', '--dry-run', 'x'], {}),
      cli(['import'], {}),
    ])
    expect(none).toMatchObject({ code: 0, err: '' })
    expect(none.out).toContain('npm run cli -- invite EMAIL')
    expect(unknown).toMatchObject({ code: 2, out: '' })
    expect(unknown.err).toMatch(/^Kommandoen »sartt« kendes ikke\.\n/)
    expect(option).toMatchObject({ code: 2, out: '' })
    expect(option.err).toMatch(/^Tilvalget --dry-run kendes ikke\.\n/)
    expect(words.code).toBe(2)
    expect(words.err).toContain('import MAPPE')
  })

  test('makes a real installation in an empty folder only', async ({ expect }) => {
    const DATA_DIR = emptyFolder()
    writeFileSync(join(DATA_DIR, 'notes.txt'), '')
    const ended = await cli(['init'], { DATA_DIR })
    expect(ended).toMatchObject({ code: 1, out: '' })
    expect(readdirSync(DATA_DIR)).toEqual(['notes.txt'])
  })

  test.for(['import', 'migrate', 'invite'])(
    'is told by %s that there is no database',
    async (command, { expect }) => {
      const words = { import: [STRUCTURE], migrate: [], invite: ['a@example.dk'] }[command] ?? []
      const DATA_DIR = emptyFolder()
      const ended = await cli([command, ...words], { DATA_DIR })
      expect(ended).toMatchObject({ code: 1, out: '' })
      expect(ended.err).toContain('Der er ingen database')
      expect(readdirSync(DATA_DIR)).toEqual([])
    },
  )

  test('imports a folder, relative to where they stand; the second time nothing changes', async ({
    expect,
  }) => {
    const env = { ...realInstallation(), INIT_CWD: join(root, 'db', 'seed') }
    expect(await cli(['import', 'municipality'], env)).toMatchObject({
      code: 0,
      out: '105 rækker er nye, 0 er ændret, 0 er som før.\n',
    })
    expect(await cli(['import', 'municipality'], env)).toMatchObject({
      code: 0,
      out: 'Intet er ændret: alle 105 rækker er som før.\n',
    })
  })

  test('reads every fault of an import with file, line, column and remedy', async ({ expect }) => {
    const env = realInstallation()
    const folder = emptyFolder()
    cpSync(STRUCTURE, folder, { recursive: true })
    writeFileSync(join(folder, 'departments.csv'), 'short_name,name,source\nTMF,,public\n')
    const ended = await cli(['import', folder], env)
    expect(ended).toMatchObject({ code: 1, out: '' })
    expect(ended.err).toBe(
      'departments.csv, linje 2, kolonne name: Feltet er tomt. Udfyld det.\nIntet er importeret: 1 fejl.\n',
    )
    expect(rows(env, 'SELECT * FROM parties')).toEqual([])
  })

  test('invites: the link is shown once and only its hash is kept', async ({ expect }) => {
    const env = { ...realInstallation({ imported: true }), APP_URL: 'https://en-indgang.example.dk' }
    const asked = [
      'invite',
      'Anna.Berg@example.dk',
      '--role',
      'coordinator',
      '--party',
      'TMF',
      '--name',
      'Anna Berg',
    ]
    const ended = await cli(asked, env)
    expect(ended).toMatchObject({ code: 0, err: '' })
    const token =
      /^https:\/\/en-indgang\.example\.dk\/sign-in\/link\/([\w-]{43})$/.exec(ended.last)?.[1] ?? ''
    const [person] = rows(env, 'SELECT id, name, email, role FROM people')
    expect(person).toMatchObject({ name: 'Anna Berg', email: 'anna.berg@example.dk', role: 'coordinator' })
    const [link] = rows(env, 'SELECT * FROM sign_in_links')
    expect(link).toMatchObject({
      token_hash: createHash('sha256').update(token).digest('hex'),
      person_id: person?.id,
      used_at: null,
    })
    expect(Date.parse(link?.expires_at ?? '') - Date.parse(link?.created_at ?? '')).toBe(15 * 60_000)
    expect(JSON.stringify(rows(env, 'SELECT * FROM events'))).not.toContain(token)
    expect(rows(env, "SELECT actor_id, subject_id FROM events WHERE kind = 'person.invited'")).toEqual([
      { actor_id: 'cli', subject_id: person?.id },
    ])

    // Somebody known needs no more than their address, and stays who they are.
    expect(await cli(['invite', 'anna.berg@example.dk'], env)).toMatchObject({ code: 0 })
    const other = await cli(['invite', 'anna.berg@example.dk', '--role', 'auditor'], env)
    expect(other.code).toBe(1)
    expect(rows(env, 'SELECT * FROM people')).toHaveLength(1)
    expect(rows(env, 'SELECT * FROM sign_in_links')).toHaveLength(2)
  })

  test('is told which roles and parties there are, and what is no address', async ({ expect }) => {
    const env = realInstallation({ imported: true })
    const ask = (...words: string[]) => cli(['invite', ...words], env)
    const [role, party, email, name] = await Promise.all([
      ask('b@example.dk', '--role', 'boss', '--party', 'TMF'),
      ask('b@example.dk', '--role', 'housing_organisation', '--party', 'TMF'),
      ask('b@example', '--role', 'coordinator', '--party', 'TMF'),
      ask('b@example.dk', '--role', 'coordinator', '--party', 'TMF', '--name', '010180-1234'),
    ])
    expect(role).toMatchObject({ code: 2, out: '' })
    expect(role.err).toContain('coordinator, department_staff')
    expect(party).toMatchObject({ code: 2, out: '' })
    expect(party.err).toContain('AAB, AKB København')
    expect(party.err).not.toContain('TMF')
    expect(email).toMatchObject({ code: 2, out: '' })
    expect(name).toMatchObject({ code: 2, out: '' })
    expect(rows(env, 'SELECT * FROM people')).toEqual([])
  })
})

import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, type Page, test } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import { comingMeeting } from './pages'
import { demoFolder, root, type Server, startServer } from './server'
import { signInAs } from './sign-in'

// One story: what was saved is copied while the site runs, lost with its disk, and put back.
test.describe.configure({ mode: 'serial' })
test.setTimeout(180_000)

const PORT = 3146
const runFile = promisify(execFile)
const cli = (command: string) =>
  runFile(join(root, 'node_modules/.bin/node'), ['--import', 'tsx', 'cli/index.ts', command], {
    cwd: root,
    env: { ...process.env, DATA_DIR: folder },
  })

let folder: string
let server: Server
let meeting: string
let page: Page
const acknowledged: string[] = []

test.beforeAll(async () => {
  folder = demoFolder('restore')
  meeting = comingMeeting(folder)
  server = await startServer(PORT, folder)
})
test.afterAll(() => server?.stop())

const ask = (sql: string, ...values: string[]) => {
  const sqlite = new Sqlite(join(folder, 'en-indgang.db'), { readonly: true })
  try {
    return sqlite
      .prepare(sql)
      .pluck()
      .all(...values)
  } finally {
    sqlite.close()
  }
}

/** Logs a note and remembers its id when the server says that it is saved. */
async function save(itemId: unknown): Promise<number> {
  const id = randomUUID()
  const answer = await page.request.post(`${server.url}/meetings/${meeting}/workspace/lines`, {
    headers: { Origin: server.url, 'Content-Type': 'application/json' },
    data: { id, itemId, kind: 'note', text: `Gemt under nummer ${acknowledged.length + 1}` },
  })
  if (answer.ok()) acknowledged.push(id)
  return answer.status()
}

test('the site is copied while people write', async ({ browser }) => {
  page = await (await browser.newContext({ baseURL: server.url })).newPage()
  await signInAs(page, 'Mette Holm')
  const [item] = ask('SELECT id FROM agenda_items WHERE meeting_id = ? AND removed_at IS NULL', meeting)
  for (let line = 0; line < 10; line++) expect(await save(item)).toBe(200)
  const copying = cli('backup')
  for (let line = 0; line < 10; line++) expect(await save(item)).toBe(200)
  expect((await copying).stdout).toContain('Sikkerhedskopi')
  expect((await cli('backup')).stdout).toMatch(/Sikkerhedskopi|Intet er ændret/)
  expect(acknowledged).toHaveLength(20)
})

test('it is not put back under a server that runs', async () => {
  await expect(cli('restore')).rejects.toThrow('Stop den først')
})

test('lost, it is not started but told how to get back; put back, it holds every acknowledged change', async () => {
  await server.stop()
  writeFileSync(join(folder, 'en-indgang.db'), 'x'.repeat(100_000))
  for (const part of ['-wal', '-shm']) rmSync(join(folder, `en-indgang.db${part}`), { force: true })
  await expect(cli('prepare')).rejects.toThrow('npm run cli -- restore')

  expect((await cli('restore')).stdout).toContain('Lagt på plads')
  expect(ask('SELECT id FROM notes')).toEqual(expect.arrayContaining(acknowledged))
  server = await startServer(PORT, folder)

  await page.goto(`${server.url}/meetings/${meeting}`)
  await expect(page).toHaveURL(/\/sign-in/)
  await signInAs(page, 'Mette Holm')
  await page.goto(`${server.url}/meetings/${meeting}/workspace`)
  await expect(page.getByRole('paragraph').filter({ hasText: 'Gemt under nummer 20' })).toBeVisible()
})

test('the newest backup comes to life on trial, and the day is written down', async () => {
  const { stdout } = await cli('drill')
  expect(stdout).toContain('Øvelsen lykkedes')
  const record = JSON.parse(readFileSync(join(folder, 'drill.json'), 'utf8'))
  expect(Date.now() - Date.parse(record.at)).toBeLessThan(60_000)
})

import { randomUUID } from 'node:crypto'
import { readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import { randomFrom } from '../test/faults/random'
import { type Ack, damage, halves, lost } from '../test/faults/saved'
import { seed, times } from '../test/faults/size'
import { comingMeeting } from './pages'
import { demoFolder, type Server, startServer } from './server'
import { signInAs } from './sign-in'

// The rest of test/faults kills processes that run the commands; here it is the built site, through its doors.
test.describe.configure({ mode: 'serial' })

const PORT = 3151
const CYCLES = times(10)
const WRITERS = 4

let folder: string
let server: Server
let meeting: string
let itemId: string
let cookie: string
let page: Page

test.beforeAll(async ({ browser }) => {
  folder = demoFolder('faults')
  meeting = comingMeeting(folder)
  itemId = read((sqlite) =>
    sqlite
      .prepare('SELECT id FROM agenda_items WHERE meeting_id = ? AND removed_at IS NULL')
      .pluck()
      .get(meeting),
  ) as string
  server = await startServer(PORT, folder)
  page = await (await browser.newContext({ baseURL: server.url })).newPage()
  await signInAs(page, 'Mette Holm')
  const cookies = await page.context().cookies()
  cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
})
test.afterAll(() => server?.stop())

function read<Answer>(ask: (sqlite: Sqlite.Database) => Answer): Answer {
  const sqlite = new Sqlite(join(folder, 'en-indgang.db'), { readonly: true })
  try {
    return ask(sqlite)
  } finally {
    sqlite.close()
  }
}

type Note = Ack & { kind: 'note' }
const newNote = (text: string): Note => ({ kind: 'note', id: randomUUID(), version: 1, text })

/** Sends a line as the workspace does; null when nobody answered. */
async function send({ kind, id, text }: Note): Promise<Response | null> {
  const headers = { Origin: server.url, 'Content-Type': 'application/json', Cookie: cookie }
  const body = JSON.stringify({ kind, id, itemId, text })
  const address = `${server.url}/meetings/${meeting}/workspace/lines`
  const answer = await fetch(address, { method: 'POST', headers, body }).catch(() => null)
  // An answer that breaks off is none.
  return (await answer?.arrayBuffer().catch(() => null)) ? answer : null
}

test(`killed ${CYCLES} times while people write: what was answered is there, what was not can be sent again`, async () => {
  test.setTimeout(CYCLES * 20_000)
  const random = randomFrom(seed)
  const answered: Note[] = []
  for (let cycle = 0; cycle < CYCLES; cycle++) {
    const unanswered: Note[] = []
    const enough = answered.length + 5 + random.int(30)
    let killed: Promise<void> | undefined
    const write = async () => {
      while (!killed) {
        const note = newNote(`Linje ${random.int(1e9)}`)
        const answer = await send(note)
        if (!answer) unanswered.push(note)
        else if (answer.ok) answered.push(note)
        else throw new Error(`The line was answered with ${answer.status}.`)
        if (answered.length >= enough) killed ??= server.stop('SIGKILL')
      }
    }
    await Promise.all(Array.from({ length: WRITERS }, write))
    await killed
    server = await startServer(PORT, folder)
    expect(
      read((sqlite) => lost(sqlite, answered)),
      `FAULTS_SEED=${seed}`,
    ).toEqual([])
    for (const note of unanswered) expect((await send(note))?.status).toBe(200)
    answered.push(...unanswered)
    expect(read((sqlite) => [halves(sqlite, meeting), damage(sqlite)])).toEqual([[], []])
  }
  const notes = read((sqlite) =>
    sqlite.prepare("SELECT count(*) FROM notes WHERE body LIKE 'Linje %'").pluck().get(),
  )
  expect(notes).toBe(answered.length)
  await page.goto(`/meetings/${meeting}/workspace`)
  await expect(page.getByRole('paragraph').filter({ hasText: answered.at(-1)?.text })).toBeVisible()
})

test('a second server of the same folder does not start, and the first goes on', async () => {
  await expect(startServer(PORT + 1, folder)).rejects.toThrow('stopped with code 1')
  expect((await send(newNote('Stadig her')))?.status).toBe(200)
})

test('told to stop it leaves one whole file, killed it leaves the rest of it beside', async () => {
  const beside = () => readdirSync(folder).filter((name) => /^en-indgang\.db-/.test(name))
  expect((await send(newNote('Før et drab')))?.status).toBe(200)
  await server.stop('SIGKILL')
  expect(beside()).toContain('en-indgang.db-wal')

  server = await startServer(PORT, folder)
  const note = newNote('Før et ordentligt stop')
  expect((await send(note))?.status).toBe(200)
  await server.stop()
  expect(beside()).toEqual([])
  expect(read((sqlite) => lost(sqlite, [note]))).toEqual([])
  server = await startServer(PORT, folder)
})

test('the file moved away: saving is refused with a sentence, pages are shown, the watch is told', async () => {
  const file = join(folder, 'en-indgang.db')
  renameSync(file, `${file}.elsewhere`)
  expect((await fetch(`${server.url}/readyz`)).status).toBe(503)
  expect((await send(newNote('Ingen steder')))?.status).toBe(503)
  expect((await page.goto(`/meetings/${meeting}`))?.status()).toBe(200)

  await server.stop()
  renameSync(`${file}.elsewhere`, file)
  server = await startServer(PORT, folder)
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  expect((await send(newNote('Igen på plads')))?.status).toBe(200)
})

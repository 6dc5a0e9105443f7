import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { attachDatabase, write } from '@/db/client'
import { openDatabase } from '@/db/open'
import { post } from '@/features/outbox/post'
import { emptyFolder } from '../cli'
import { DEMO_NOW, demoDatabase, personId } from '../demo'
import { root } from '../source-tree'
import { bundle } from './bundle'
import type { Claiming } from './processes/claim-mail'

const MAILS = 300
let script: string
beforeAll(async () => {
  script = await bundle('claim-mail')
})

/** What two processes that begin at the same time took, each id as often as it was taken. */
async function claimedByTwo(fault?: Claiming['fault']): Promise<string[]> {
  const file = join(emptyFolder(), 'en-indgang.db')
  await demoDatabase().$client.backup(file)
  const database = attachDatabase(openDatabase(file))
  const to = { personId: personId('Pia Storm'), locale: 'da' as const }
  write((tx) => {
    for (let n = 0; n < MAILS; n++) post(tx, { kind: 'invitation', to, payload: {} }, DEMO_NOW)
  })
  database.$client.close()

  const given: Claiming = { file, now: DEMO_NOW.toISOString(), fault }
  const processes = [1, 2].map(() =>
    spawn(join(root, 'node_modules/.bin/node'), [script, JSON.stringify(given)], {
      stdio: ['pipe', 'pipe', 'ignore'],
    }),
  )
  const said = processes.map(listen)
  await Promise.all(said.map(({ ready }) => ready))
  for (const { stdin } of processes) stdin.write('go\n')
  await Promise.all(said.map(({ ended }) => ended))
  return said.flatMap(({ lines }) => lines().slice(1))
}

function listen(child: ChildProcess) {
  let text = ''
  child.stdout?.setEncoding('utf8').on('data', (more: string) => {
    text += more
  })
  const lines = () => text.split('\n').filter(Boolean)
  return { ready: once(child.stdout ?? child, 'data'), ended: once(child, 'close'), lines }
}

test('two processes that reach for the same mails take each of them once', async () => {
  const claimed = await claimedByTwo()
  expect(claimed).toHaveLength(MAILS)
  expect(new Set(claimed).size).toBe(MAILS)
}, 60_000)

test('the control: without the transaction some are taken twice', async () => {
  const claimed = await claimedByTwo('outside of a transaction')
  expect(claimed.length).toBeGreaterThan(new Set(claimed).size)
}, 60_000)

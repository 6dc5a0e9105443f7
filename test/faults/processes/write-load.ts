import '@/lib/runtime'
import { writeSync } from 'node:fs'
import { attachDatabase, db } from '@/db/client'
import { type Database, openDatabase } from '@/db/open'
import { type Change, nextChange } from '../changes'
import { randomFrom } from '../random'
import type { Ack } from '../saved'

/** `fault` makes a control: a process that breaks one of the promises on purpose. */
export type WriteLoad = {
  file: string
  meetingId: string
  /** An instant. */
  now: string
  seed: number
  /** After so many it stops and closes; without, it goes on until it is killed. */
  changes?: number
  /** Pages in the log before they are moved into the file; 1,000 unless told. */
  checkpoint?: number
  fault?: 'acknowledges first' | 'without transactions' | 'synchronous = NORMAL'
}

const { file, meetingId, seed, changes = Number.POSITIVE_INFINITY, checkpoint, fault, ...load } = given()
const random = randomFrom(seed)
const now = new Date(load.now)
const database = attachDatabase(openDatabase(file))
if (checkpoint) database.$client.pragma(`wal_autocheckpoint = ${checkpoint}`)
if (fault === 'synchronous = NORMAL') database.$client.pragma('synchronous = NORMAL')
if (fault === 'without transactions') neverBegin(database)

for (let done = 0; done < changes; done++) {
  const { ack, save }: Change = nextChange(random, meetingId, now)
  if (fault === 'acknowledges first') say(ack)
  save()
  if (fault !== 'acknowledges first') say(ack)
}
db().$client.close()

function given(): WriteLoad {
  return JSON.parse(process.argv[2] ?? '')
}

/** A system call of its own, so that nothing said is held back and nothing is said twice. */
function say(ack: Ack): void {
  writeSync(1, `${JSON.stringify(ack)}\n`)
}

function neverBegin(database: Database): void {
  Object.assign(database, { transaction: (change: (tx: Database) => unknown) => change(database) })
}

import '@/lib/runtime'
import fs, { mkdirSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { dirname } from 'node:path'
import { backUp } from '@/db/backup'
import { openDatabase } from '@/db/open'

export type BackingUp = {
  file: string
  backup: string
  now: string
  /** Which of its steps on the file system it dies before; without, or past the last one, it comes to its end. */
  killAt?: number
  fault?: 'straight to its name'
}

const { file, backup, now, killAt, fault }: BackingUp = JSON.parse(process.argv[2] ?? '')
const { $client: sqlite } = openDatabase(file)
let steps = 0
if (fault === 'straight to its name') {
  mkdirSync(dirname(backup), { recursive: true })
  sqlite.prepare('VACUUM INTO ?').run(backup)
} else {
  for (const step of ['mkdirSync', 'chmodSync', 'fsyncSync', 'renameSync', 'writeFileSync'] as const) {
    const take = fs[step] as (...args: unknown[]) => unknown
    Object.assign(fs, {
      [step]: (...args: unknown[]) => {
        if (++steps === killAt) process.kill(process.pid, 'SIGKILL')
        return take(...args)
      },
    })
  }
  syncBuiltinESMExports()
  backUp(sqlite, backup, new Date(now))
}
sqlite.close()
process.stdout.write(`${steps}\n`)

import '@/lib/runtime'
import { writeSync } from 'node:fs'
import { attachDatabase, db } from '@/db/client'
import { openDatabase } from '@/db/open'
import { claimDueMail, settleMail } from '@/features/outbox/sending'

/** `fault` makes a control: a process that looks and takes in two steps. */
export type Claiming = { file: string; now: string; fault?: 'outside of a transaction' }

const { file, now, fault }: Claiming = JSON.parse(process.argv[2] ?? '')
const database = attachDatabase(openDatabase(file))
if (fault)
  Object.assign(database, { transaction: (change: (tx: typeof database) => unknown) => change(database) })

// Both begin when both are there.
writeSync(1, 'ready\n')
process.stdin.once('data', () => {
  for (let mail = claimDueMail(new Date(now)); mail; mail = claimDueMail(new Date(now))) {
    writeSync(1, `${mail.id}\n`)
    settleMail(mail, { state: 'sent' }, new Date(now))
  }
  db().$client.close()
  process.stdin.destroy()
})

import { checkDatabase } from '@/db/check'
import { db } from '@/db/client'
import { startOrStop } from '@/instrumentation-node'

export type Serving = { folder: string; fault?: 'without the lock' }

const { folder, fault }: Serving = JSON.parse(process.argv[2] ?? '')
process.env.DATA_DIR = folder
process.env.JOBS = 'off'

if (fault) checkDatabase(db())
else startOrStop()
process.stdout.write('started\n')
setInterval(() => process.stdout.write('serving\n'), 1000)

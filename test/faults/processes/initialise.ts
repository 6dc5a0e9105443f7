import '@/lib/runtime'
import { runCommand } from '@/cli/commands'
import { neverFlush } from '../never-flush'

export type Initialising = { folder: string; now: string; fault?: 'without flushing' }

const { folder, now, fault }: Initialising = JSON.parse(process.argv[2] ?? '')
process.env.DATA_DIR = folder
if (fault) neverFlush()
process.exitCode = await runCommand(['init'], new Date(now))

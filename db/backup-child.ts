import { spawn } from 'node:child_process'

/**
 * Takes a backup in a process of its own, since copying would keep every request waiting. It does nothing when nothing
 * has changed.
 * @throws an error with code BACKUP_FAILED; the reason is in the log, in the child's own words
 */
export const backUpInChild = (): Promise<void> => inChild('backup', 'BACKUP_FAILED')

/**
 * Puts the newest backup back into a folder of its own, serves it and counts.
 * @throws an error with code DRILL_FAILED; the reason is in the log
 */
export const drillInChild = (): Promise<void> => inChild('drill', 'DRILL_FAILED')

function inChild(command: 'backup' | 'drill', failure: string): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'cli/index.ts', command], {
    cwd: /* turbopackIgnore: true */ process.cwd(),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(Object.assign(new Error(command), { code: failure })),
    )
  })
}

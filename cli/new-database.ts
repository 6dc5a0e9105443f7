import { linkSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { flush, makeFolder } from '@/db/durable-file'
import { migrate } from '@/db/migrate'
import { type Database, openDatabase } from '@/db/open'

const UNFINISHED = /^unfinished-(\d+)\.db/

export const isUnfinished = (name: string): boolean => UNFINISHED.test(name)

/**
 * Makes and fills a database beside its place and gives it its name when it is whole: who looks in between,
 * or pulls the plug, sees none at all. False when somebody else was faster.
 */
export function makeDatabase(file: string, now: Date, fill: (database: Database) => void): boolean {
  const folder = dirname(file)
  makeFolder(folder)
  removeAbandoned(folder)
  const unfinished = join(folder, `unfinished-${process.pid}.db`)
  try {
    const database = openDatabase(unfinished, { create: true })
    try {
      migrate(database.$client, now)
      fill(database)
    } finally {
      // Closing the last connection moves the write-ahead log into the file.
      database.$client.close()
    }
    flush(unfinished)
    // A rename would overwrite.
    linkSync(unfinished, file)
    flush(folder)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    for (const part of ['', '-wal', '-shm']) rmSync(`${unfinished}${part}`, { force: true })
  }
}

/** What a killed process left behind; one that still runs keeps its own. */
function removeAbandoned(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = Number(UNFINISHED.exec(name)?.[1] ?? 0)
    if (pid > 0 && !isRunning(pid)) rmSync(join(folder, name), { force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

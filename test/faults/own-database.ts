import { dirname } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import { closeDatabase, db } from '@/db/client'
import { emptyFolder } from '../cli'
import { type DemoFile, demoFile } from './demo-file'

/** The demo as a file of its own, opened as the server opens it, until the test is over. */
export function ownDatabase(folder = emptyFolder()): DemoFile & { folder: string; reopen: () => void } {
  const demo = demoFile(folder)
  vi.stubEnv('DATA_DIR', dirname(demo.file))
  const reopen = () => {
    closeDatabase()
    db()
  }
  reopen()
  onTestFinished(() => {
    closeDatabase()
    vi.unstubAllEnvs()
  })
  return { ...demo, folder, reopen }
}

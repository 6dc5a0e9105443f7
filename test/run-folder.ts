import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    runFolder: string
  }
}

/** A folder that all files of one run share, for what is made once; a watched run begins with an empty one. */
export default function shareFolder(project: TestProject) {
  const share = () => {
    const folder = mkdtempSync(join(tmpdir(), 'en-indgang-run-'))
    project.provide('runFolder', folder)
    return folder
  }
  let folder = share()
  const clear = () => rmSync(folder, { recursive: true, force: true })
  project.onTestsRerun(() => {
    clear()
    folder = share()
  })
  return clear
}

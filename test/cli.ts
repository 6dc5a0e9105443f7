import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { root } from './source-tree'

export type Ended = { code: number | null; out: string; err: string; last: string }

/** Runs the operator's CLI as a process of its own, with nothing in its environment but what is given. */
export function cli(args: string[], env: Record<string, string>): Promise<Ended> {
  const node = join(root, 'node_modules', '.bin', 'node')
  // The CLI reads no NODE_ENV of the test runner's, which the types of spawn insist on.
  const environment = { PATH: process.env.PATH, ...env } as unknown as NodeJS.ProcessEnv
  const child = spawn(node, ['--import', 'tsx', 'cli/index.ts', ...args], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text
  })
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ code, ...said, last: said.out.trim().split('\n').at(-1) ?? '' }))
  })
}

const folders: string[] = []

/** An empty folder that is gone after the test file; tests that run side by side cannot each clear up. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'en-indgang-'))
  folders.push(folder)
  return folder
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

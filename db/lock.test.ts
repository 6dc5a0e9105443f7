import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { root } from '@/test/source-tree'
import { StartRefused } from './check'
import { takeLock } from './lock'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('one server holds a folder at a time', () => {
  const letGo = takeLock(folder)
  expect(() => takeLock(folder)).toThrow(StartRefused)
  letGo()
  takeLock(folder)()
})

test('a server killed outright leaves nothing to clean up', async () => {
  const holder = `
    import { takeLock } from '${join(root, 'db/lock.ts')}'
    takeLock(${JSON.stringify(folder)})
    process.stdout.write('held')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', holder], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  expect(() => takeLock(folder)).toThrow(StartRefused)
  child.kill('SIGKILL')
  await once(child, 'exit')
  takeLock(folder)()
})

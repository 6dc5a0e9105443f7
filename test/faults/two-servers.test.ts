import { beforeAll, expect, test } from 'vitest'
import { emptyFolder } from '../cli'
import { bundle } from './bundle'
import { type Child, start } from './child'
import { demoFile } from './demo-file'
import type { Serving } from './processes/serve'
import { patience, times } from './size'

const TIMES = times(10)

let script: string
beforeAll(async () => {
  script = await bundle('serve')
}, patience(30))

const serve = (folder: string, fault?: Serving['fault']): Child =>
  start(script, { folder, fault } satisfies Serving)

test(`a second server stops with a sentence, and the first killed leaves the folder free, ${TIMES} times`, {
  timeout: patience(120),
}, async () => {
  const folder = emptyFolder()
  demoFile(folder)
  for (let time = 0; time < TIMES; time++) {
    const first = serve(folder)
    await first.heard(1)
    const second = await serve(folder).ended
    expect(second).toMatchObject({ code: 1, signal: null })
    expect(second.err).toBe(
      `En anden Én indgang kører allerede på ${folder}. Stop den først, eller ret DATA_DIR.\n`,
    )
    await first.kill()
  }
})

test('the test would notice a start without the lock', { timeout: patience(60) }, async () => {
  const folder = emptyFolder()
  demoFile(folder)
  const first = serve(folder, 'without the lock')
  await first.heard(1)
  const second = serve(folder, 'without the lock')
  await second.heard(1)
  await Promise.all([first.kill(), second.kill()])
})

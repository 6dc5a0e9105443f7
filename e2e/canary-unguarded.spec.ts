import { expect, test } from '@playwright/test'
import { plantDemo } from './canary/planted'
import { startServer } from './server'
import { copySite } from './site-copy'

test('with one guard removed the walk of the canaries fails', async ({ browser }) => {
  test.setTimeout(240_000)
  const unguarded = copySite('unguarded')
  unguarded.change('policy/visible.ts', 'if (!isOutsider(viewer)) return meeting\n', 'return meeting\n')
  await unguarded.build()
  const planted = plantDemo('canary-unguarded')
  const weak = await startServer(3102, planted.folder, { cwd: unguarded.folder })
  try {
    const walked = await planted.walkAs(browser, weak.url, 'Pia Storm', 1)
    expect(walked.leaks.map(({ word }) => word)).toContainEqual(expect.stringMatching(/^kanarie/))
  } finally {
    await weak.stop()
  }
})

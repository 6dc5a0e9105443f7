import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { closingLine, countPlaywright, countVitest, isGreen, oneCheck, readReport } from './test-report.mjs'

const folder = mkdtempSync(join(tmpdir(), 'test-report-'))
afterAll(() => rmSync(folder, { recursive: true }))

const vitestFile = (...statuses: string[]) => ({
  name: 'a.test.ts',
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status, at) => ({ status, fullName: `test ${at}` })),
})
const spec = (title: string, status: string) => ({ title, tests: [{ status }] })

describe('counting', () => {
  test('a skipped test of vitest counts as failed and is named', () => {
    const counted = countVitest({ testResults: [vitestFile('passed', 'skipped', 'todo', 'failed')] })
    expect(counted).toMatchObject({ passed: 1, failed: 3 })
    expect(counted.names).toContain('sprunget over: test 1 (a.test.ts)')
  })

  test('a test file that cannot be read is one failure', () => {
    const broken = { name: 'b.test.ts', status: 'failed', assertionResults: [] }
    expect(countVitest({ testResults: [vitestFile('passed'), broken] })).toMatchObject({
      passed: 1,
      failed: 1,
    })
  })

  test('tests of Playwright are counted at every depth, and only the expected ones pass', () => {
    const counted = countPlaywright({
      errors: [],
      suites: [
        {
          title: 'a.spec.ts',
          specs: [spec('one', 'expected')],
          suites: [
            {
              title: 'inner',
              specs: [spec('two', 'unexpected'), spec('three', 'skipped'), spec('four', 'flaky')],
            },
          ],
        },
      ],
    })
    expect(counted).toMatchObject({ passed: 1, failed: 3 })
    expect(counted.names).toContain('sprunget over: a.spec.ts › inner › three')
  })

  test('an error outside the tests of Playwright is a failure', () => {
    const report = { errors: [{ message: 'no server\nat …' }], suites: [] }
    expect(countPlaywright(report)).toMatchObject({ passed: 0, failed: 1 })
  })
})

describe('a run is not believed', () => {
  const report = (content: string) => {
    const file = join(folder, 'report.json')
    writeFileSync(file, content)
    return file
  }
  const green = JSON.stringify({ testResults: [vitestFile('passed')] })

  test('when its report is missing or broken', () => {
    expect(readReport(join(folder, 'none.json'), countVitest, 0)).toMatchObject({ passed: 0, failed: 1 })
    expect(readReport(report('{"testRes'), countVitest, 0)).toMatchObject({ passed: 0, failed: 1 })
  })

  test('when it ended with an error though every test passed', () => {
    expect(readReport(report(green), countVitest, 0)).toMatchObject({ passed: 1, failed: 0 })
    expect(readReport(report(green), countVitest, 1)).toMatchObject({ passed: 1, failed: 1 })
  })

  test('when it ran nothing', () => {
    const empty = report(JSON.stringify({ testResults: [] }))
    expect(readReport(empty, countVitest, 0)).toMatchObject({ passed: 0, failed: 1 })
  })
})

test('the closing line sums the steps, and only all of them passed is green', () => {
  const passed = oneCheck('types', true)
  const failed = oneCheck('lint', false)
  expect(closingLine([passed, passed, failed])).toBe('2 passed, 1 failed')
  expect(isGreen([passed, passed])).toBe(true)
  expect(isGreen([passed, failed])).toBe(false)
  expect(isGreen([])).toBe(false)
})

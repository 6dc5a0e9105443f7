import { readFileSync } from 'node:fs'

/** What the tests of one step came to; names are of those that did not pass. */
const tally = (passed, names) => ({ passed, failed: names.length, names })

export const oneCheck = (name, ok) => tally(ok ? 1 : 0, ok ? [] : [name])

/** Vitest's JSON report. A file that could not be read holds no tests, and is one failure. */
export function countVitest(report) {
  const tests = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ status, fullName }) => ({ status, name: `${fullName} (${name})` })),
  )
  const brokenFiles = report.testResults
    .filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0)
    .map(({ name }) => `kan ikke læses: ${name}`)
  return countTests(tests, 'passed', brokenFiles)
}

/** Playwright's JSON report. */
export function countPlaywright(report) {
  const tests = report.suites.flatMap((suite) => testsIn(suite, []))
  return countTests(
    tests,
    'expected',
    report.errors.map(({ message }) => `fejl uden for testene: ${message?.split('\n')[0]}`),
  )
}

function testsIn(suite, trail) {
  const path = [...trail, suite.title]
  const own = (suite.specs ?? []).flatMap(({ title, tests }) =>
    tests.map(({ status }) => ({ status, name: [...path, title].join(' › ') })),
  )
  return [...own, ...(suite.suites ?? []).flatMap((inner) => testsIn(inner, path))]
}

/** A test that was skipped proves nothing, so it counts as failed. */
function countTests(tests, passing, others) {
  const rest = tests.filter(({ status }) => status !== passing)
  const names = rest.map(({ status, name }) => `${SKIPPED.has(status) ? 'sprunget over' : 'fejlet'}: ${name}`)
  return tally(tests.length - rest.length, [...names, ...others])
}

const SKIPPED = new Set(['skipped', 'pending', 'todo', 'disabled'])

/** Reads a runner's report; a run that failed, or ran nothing, is at least one failure whatever the report says. */
export function readReport(file, count, exitCode) {
  let counted
  try {
    counted = count(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return tally(0, [`der kom ingen læselig rapport (kode ${exitCode})`])
  }
  if (counted.failed > 0) return counted
  if (exitCode !== 0) return tally(counted.passed, [`kørslen sluttede med kode ${exitCode}`])
  if (counted.passed === 0) return tally(0, ['der var ingen test at køre'])
  return counted
}

/** The line that must stand alone at the very end. */
export function closingLine(steps) {
  const sum = (key) => steps.reduce((total, step) => total + step[key], 0)
  return `${sum('passed')} passed, ${sum('failed')} failed`
}

/** Green only when something ran and nothing failed. */
export const isGreen = (steps) =>
  steps.some(({ passed }) => passed > 0) && steps.every(({ failed }) => failed === 0)

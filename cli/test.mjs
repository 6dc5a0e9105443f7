import './node-floor.mjs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installBrowser } from './browser.mjs'
import { build, isBuilt } from './build.mjs'
import { handSignalsOn, run, SHOWN } from './child.mjs'
import { install } from './install.mjs'
import { machinePath, node24, ownPath, root } from './places.mjs'
import { installStrace } from './strace.mjs'
import { closingLine, countPlaywright, countVitest, isGreen, oneCheck, readReport } from './test-report.mjs'

const reports = mkdtempSync(join(tmpdir(), 'en-indgang-test-'))
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js')

const STEPS = {
  types: { title: 'Typer', work: () => npmRun('types') },
  lint: { title: 'Stil og ubrugt kode', work: () => npmRun('lint') },
  unit: { title: 'Enheds- og arkitekturtest', work: runVitest },
  build: { title: 'Bygning', work: runBuild },
  e2e: { title: 'Browser- og tilgængelighedstest', work: runPlaywright },
}
const CHOICES = { unit: ['unit'], e2e: ['build', 'e2e'] }

const done = []
// Interrupted is not passed.
process.on('exit', (code) => {
  rmSync(reports, { recursive: true, force: true })
  if (code === 0 && !isGreen(done)) process.exitCode = 1
})
// Playwright closes its server and browsers on SIGINT only.
handSignalsOn({ as: 'SIGINT' })

try {
  const chosen = choose(process.argv.slice(2))
  leaveThePersonsSettings()
  await install(console.log)
  if (chosen.includes('unit')) await installStrace(console.log)
  if (chosen.includes('e2e')) await installBrowser(console.log)
  for (const name of chosen) done.push(await runStep(STEPS[name]))
} catch (error) {
  console.log(error.message)
  done.push({ title: 'Forberedelse', seconds: 0, ...oneCheck(error.message.split('\n')[0], false) })
}
summarize()
process.exitCode = isGreen(done) ? 0 : 1

function choose(words) {
  const unknown = words.filter((word) => !(word in CHOICES))
  if (unknown.length > 0) {
    throw new Error(
      `"${unknown.join(' ')}" kendes ikke. Vælg npm test, npm test -- unit eller npm test -- e2e.`,
    )
  }
  return words.length === 0 ? Object.keys(STEPS) : [...new Set(words.flatMap((word) => CHOICES[word]))]
}

/** Tests have data, addresses and a mode of their own; a real installation's must not reach them. */
function leaveThePersonsSettings() {
  for (const name of ['DATA_DIR', 'BACKUP_DIR', 'APP_URL', 'HOST', 'PORT', 'NODE_ENV'])
    delete process.env[name]
}

async function runStep({ title, work }) {
  console.log(`\n── ${title} ${'─'.repeat(Math.max(4, 70 - title.length))}`)
  const started = Date.now()
  const counted = await work(title)
  const seconds = (Date.now() - started) / 1000
  console.log(`── ${title}: ${counted.failed === 0 ? 'i orden' : 'fejlet'} efter ${danish(seconds)} s`)
  return { title, seconds, ...counted }
}

async function npmRun(script) {
  const { code } = await run('npm', ['run', '--silent', script], { env: { PATH: machinePath } })
  return oneCheck(`npm run ${script}`, code === 0)
}

async function runVitest() {
  const file = join(reports, 'vitest.json')
  const args = [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { code } = await run(node24, args, { env: { PATH: ownPath } })
  return readReport(file, countVitest, code)
}

async function runBuild() {
  if (isBuilt()) {
    console.log('Intet er ændret siden sidste bygning.')
    return oneCheck('next build', true)
  }
  const { code } = await build(SHOWN)
  return oneCheck('next build', code === 0)
}

async function runPlaywright() {
  if (!isBuilt()) return oneCheck('ikke kørt, for siderne er ikke bygget', false)
  const file = join(reports, 'playwright.json')
  const { code } = await run(node24, [playwright, 'test', '--reporter=list,json'], {
    env: { PATH: ownPath, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  })
  return readReport(file, countPlaywright, code)
}

function summarize() {
  for (const { title, names } of done.filter(({ failed }) => failed > 0)) {
    console.log(`\n${title}:`)
    for (const name of names) console.log(`  ${name.replace(`${root}/`, '')}`)
  }
  console.log(
    `\n${'Trin'.padEnd(34)}${'bestået'.padStart(9)}${'fejlet'.padStart(9)}${'sekunder'.padStart(10)}`,
  )
  for (const { title, passed, failed, seconds } of done) {
    const figures = [String(passed).padStart(9), String(failed).padStart(9), danish(seconds).padStart(10)]
    console.log(title.padEnd(34) + figures.join(''))
  }
  console.log(`\n${closingLine(done)}`)
}

function danish(seconds) {
  return seconds.toFixed(1).replace('.', ',')
}

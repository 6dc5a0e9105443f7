import './node-floor.mjs'
import { join, resolve } from 'node:path'
import { addressFrom, assertFree } from './address.mjs'
import { build, isBuilt } from './build.mjs'
import { handSignalsOn, KEPT, run, start } from './child.mjs'
import { install } from './install.mjs'
import { node24, ownPath, root } from './places.mjs'

const WAIT_MS = 100
const LONGEST_WAIT_MS = 60_000
const SIGN_IN = {
  demo: 'Det er en demokommune: vælg en af demoens personer og log ind. Personer, møder og timer er opdigtet.',
  real: 'Log ind med det link, som `npm run cli -- invite` giver.',
}
const say = (sentence) => console.log(sentence)

handSignalsOn()
try {
  const address = addressFrom(process.env)
  await assertFree(address)
  await install(say)
  await buildWhenStale()
  const dataDir = resolve(root, process.env.DATA_DIR || 'data')
  const env = {
    ...process.env,
    PATH: ownPath,
    NODE_ENV: 'production',
    DATA_DIR: dataDir,
    PORT: String(address.port),
  }
  if (!env.APP_URL && address.isLoopback) env.APP_URL = address.url
  const kind = await prepare(env)
  await serve(address, env, kind)
} catch (error) {
  console.error(error.message)
  process.exit(1)
}

async function buildWhenStale() {
  if (isBuilt()) return
  say('Bygger siderne. Det tager op til et par minutter og gøres kun, når programmet er ændret.')
  const { code, said } = await build(KEPT)
  if (code !== 0) throw new Error(`${said.trim()}\n\nSiderne kunne ikke bygges; grunden står ovenfor.`)
}

/** Makes or migrates the database; a refusal is printed by the command itself. */
async function prepare(env) {
  const command = ['--import', 'tsx', 'cli/index.ts', 'prepare']
  const { code, said } = await run(node24, command, { stdio: ['ignore', 'pipe', 'inherit'], env })
  if (code !== 0) process.exit(1)
  const lines = said.trim().split('\n')
  const { kind } = JSON.parse(lines.pop())
  for (const line of lines) say(line)
  return kind
}

async function serve(address, env, kind) {
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  const args = [next, 'start', '--hostname', address.host, '--port', String(address.port)]
  const server = start(node24, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  server.once('exit', (code) => process.exit(code ?? 1))
  // What the server says while starting is for us; what it says later is its log.
  server.stdout.resume()
  const status = await answering(`${address.near}/sign-in`)
  server.stdout.pipe(process.stdout)
  say(`\nÉn indgang er klar på ${env.APP_URL ?? address.near}`)
  if (status >= 400) say(`Log ind-siden svarer med fejl ${status}: se serverens log.`)
  say(SIGN_IN[kind])
  if (!env.APP_URL) {
    say(
      'Sæt APP_URL til den adresse, folk skriver i browseren. Indtil da kan der kun gemmes fra denne maskine.',
    )
  }
  say(`Data ligger i ${env.DATA_DIR}. Stop med Ctrl+C.`)
}

/** The status of the first answer. */
async function answering(url) {
  const until = Date.now() + LONGEST_WAIT_MS
  while (Date.now() < until) {
    const answer = await fetch(url, { redirect: 'manual' }).catch(() => null)
    await answer?.arrayBuffer()
    if (answer) return answer.status
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS))
  }
  throw new Error('Serveren svarede ikke inden for et minut og er stoppet igen.')
}

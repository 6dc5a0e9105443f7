import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { KEPT, run } from './child.mjs'
import { machinePath, node24, root } from './places.mjs'
import { readStamp, writeStamp } from './stamp.mjs'

const lockfile = join(root, 'package-lock.json')
const stamp = join(root, 'node_modules', '.en-indgang-lock')
const LAST_LINES = 15
const SLOW_MS = 60_000

/** Installs what the lockfile names, when it is not there already. Throws a sentence for a person. */
export async function install(say) {
  if (await isInstalled()) return
  say('Installerer de pakker, programmet bygger på. Første gang tager det et par minutter.')
  // Everything is built here, so the build tools are needed where NODE_ENV is production too.
  const npm = [
    'install',
    '--no-save',
    '--include=dev',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const patience = setTimeout(
    say,
    SLOW_MS,
    'Henter stadig. Uden forbindelse til npm giver den op efter nogle minutter.',
  )
  const { code, said, missing } = await run('npm', npm, { stdio: KEPT, env: { PATH: machinePath } })
  clearTimeout(patience)
  if (missing)
    throw new Error('npm mangler på maskinen. Det følger med Node: hent Node 20 eller nyere på nodejs.org.')
  if (code !== 0)
    throw new Error(`${lastLines(said)}\n\nPakkerne kunne ikke installeres; npm siger hvorfor ovenfor.`)
  if (!(await hasNode24())) {
    throw new Error(
      'Node 24 kom ikke med i installationen. Kør `npm rebuild node --ignore-scripts=false`, og start igen.',
    )
  }
  writeStamp(stamp, lockHash())
}

/** A complete node_modules that was copied here, or made by npm itself, needs no registry. */
async function isInstalled() {
  if (!existsSync(node24)) return false
  if (readStamp(stamp) === lockHash()) return true
  if (!holdsEverything(packagesOf(lockfile), packagesOf(join(root, 'node_modules', '.package-lock.json'))))
    return false
  if (!(await hasNode24())) return false
  writeStamp(stamp, lockHash())
  return true
}

/** Whether every package the lockfile demands is installed as the lockfile says; optional ones fit other machines. */
export function holdsEverything(demanded, installed) {
  return Object.entries(demanded).every(([path, { version, integrity, optional }]) => {
    if (path === '') return true
    const there = installed[path]
    if (!there) return optional === true
    return there.version === version && there.integrity === integrity
  })
}

const packagesOf = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {})
const lockHash = () => createHash('sha256').update(readFileSync(lockfile)).digest('hex')
const lastLines = (text) => text.trim().split('\n').slice(-LAST_LINES).join('\n')

async function hasNode24() {
  const { code, said } = await run(node24, ['-p', 'process.versions.napi >= 10'], { stdio: KEPT })
  return code === 0 && said.trim() === 'true'
}

import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './child.mjs'

const DEBIANS = '/usr/bin/chromium'

/** The browser the end-to-end tests run in: CHROMIUM, or Debian's. Throws a sentence with the one line to run. */
export async function installBrowser(say) {
  const named = process.env.CHROMIUM
  if (named) {
    if (existsSync(named)) return
    throw new Error(`CHROMIUM peger på ${named}, men der er ingen fil.`)
  }
  if (existsSync(DEBIANS)) return
  if (process.getuid?.() !== 0 || !isOnPath('apt-get')) throw new Error(ASK)
  say('Installerer browseren chromium med apt-get.')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { env })
  const { code } = await run('apt-get', ['install', '-y', '-qq', 'chromium'], { env })
  if (code !== 0 || !existsSync(DEBIANS)) throw new Error(ASK)
}

const ASK = `Browsertestene mangler chromium. Kør dette, og start igen (har du den et andet sted, så sæt CHROMIUM til filen):
sudo apt-get update && sudo apt-get install -y chromium`

const isOnPath = (program) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))

import { existsSync } from 'node:fs'
import { installFromDebian } from './apt.mjs'

const DEBIANS = '/usr/bin/chromium'

/** The browser the end-to-end tests run in: CHROMIUM, or Debian's. Throws a sentence with the one line to run. */
export async function installBrowser(say) {
  const named = process.env.CHROMIUM
  if (!named)
    return installFromDebian({ name: 'chromium', isThere: () => existsSync(DEBIANS), ask: ASK, say })
  if (!existsSync(named)) throw new Error(`CHROMIUM peger på ${named}, men der er ingen fil.`)
}

const ASK = `Browsertestene mangler chromium. Kør dette, og start igen (har du den et andet sted, så sæt CHROMIUM til filen):
sudo apt-get update && sudo apt-get install -y chromium`

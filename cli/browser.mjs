import { existsSync } from 'node:fs'
import { installFromDebian } from './apt.mjs'

/** The same browser without a window, which takes two thirds of the time; the other does as well. */
const WINDOWLESS = '/usr/bin/chromium-headless-shell'
const WHOLE = '/usr/bin/chromium'

/** The browser the end-to-end tests run in: CHROMIUM, or Debian's. */
export const browserPath = () => process.env.CHROMIUM ?? (existsSync(WINDOWLESS) ? WINDOWLESS : WHOLE)

/** Throws a sentence with the one line to run when there is none, and none may be installed. */
export async function installBrowser(say) {
  const named = process.env.CHROMIUM
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM peger på ${named}, men der er ingen fil.`)
    return
  }
  try {
    const isThere = () => existsSync(WINDOWLESS)
    await installFromDebian({ name: 'chromium-headless-shell', isThere, ask: ASK, say })
  } catch (error) {
    if (!existsSync(WHOLE)) throw error
  }
}

const ASK = `Browsertestene mangler chromium. Kør dette, og start igen (har du den et andet sted, så sæt CHROMIUM til filen):
sudo apt-get update && sudo apt-get install -y chromium-headless-shell`

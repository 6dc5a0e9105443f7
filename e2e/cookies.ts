import type { Browser } from '@playwright/test'
import { signInAs } from './sign-in'

/** Signs somebody in with a browser and hands out what it would send, for requests a browser would not make. */
export async function cookiesOf(browser: Browser, baseURL: string, name: string): Promise<string> {
  const context = await browser.newContext({ baseURL })
  await signInAs(await context.newPage(), name)
  const cookies = await context.cookies()
  await context.close()
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}

import type { BrowserContext, Page } from '@playwright/test'

/** Collects what the browser refused, and whatever it or a page complains about, from every page of a context. */
export async function collectComplaints(context: BrowserContext): Promise<string[]> {
  const complaints: string[] = []
  await context.exposeFunction('complain', (what: string) => complaints.push(what))
  await context.addInitScript(() => {
    const { complain } = window as never as { complain: (what: string) => void }
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      complain(`${violatedDirective} ${blockedURI} ${sourceFile}`),
    )
  })
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      complaints.push(`${message.text()} ${message.location().url}`)
  })
  context.on('weberror', (error) => complaints.push(String(error.error())))
  return complaints
}

/** Until the browser has nothing more to do for the page it shows. */
export const settle = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestIdleCallback(() => done(0))))

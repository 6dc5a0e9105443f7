import type { Page } from '@playwright/test'

/** Presses the person's button on the demo's sign-in page; afterwards the page stands where they begin. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: new RegExp(`${name}$`) }).click()
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'))
}

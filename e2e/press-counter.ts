import type { Page } from '@playwright/test'

export type Presses = { keys: number; clicks: number }

/**
 * Counts what a hand does on the page from now on: every key that goes down, held modifiers too, and every click of
 * the mouse. A button pressed with Enter is a key, not a click.
 */
export async function countPresses(page: Page): Promise<Presses> {
  const presses: Presses = { keys: 0, clicks: 0 }
  await page.exposeFunction('countPress', (kind: keyof Presses) => {
    presses[kind]++
  })
  const listen = () => {
    const count = (window as never as { countPress: (kind: string) => void }).countPress
    window.addEventListener('keydown', (event) => event.isTrusted && count('keys'), true)
    window.addEventListener('click', (event) => event.isTrusted && event.detail > 0 && count('clicks'), true)
  }
  await page.addInitScript(listen)
  await page.evaluate(listen)
  return presses
}

import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What the colours alone decide; the rest is the same in every look. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/** What axe finds, as rule and place, on the whole page or within one part of it. */
export const barriers = (page: Page, within?: string): Promise<string[]> =>
  found(axeOn(page).withTags(RULES), within)

/** Our pages have no frames, so axe needs no page of its own to put its findings together; and only what is wrong is told. */
const axeOn = (page: Page, axeSource?: string) =>
  new AxeBuilder({ page, axeSource }).setLegacyMode(true).options({ resultTypes: ['violations'] })

/** Reading axe in takes a third of a look; where it looked already, it stands in the page. */
const axeAlreadyOn = (page: Page) => axeOn(page, 'window.axe')

async function found(axe: AxeBuilder, within?: string): Promise<string[]> {
  const { violations } = await (within ? axe.include(within) : axe).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

/** The same in both appearances, without drawing the page anew. */
export async function barriersInBothLooks(page: Page, within?: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const light = await barriers(page, within)
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  const dark = await found(axeAlreadyOn(page).withRules(COLOUR_RULES), within)
  return [...light, ...dark.map((barrier) => `dark ${barrier}`)]
}

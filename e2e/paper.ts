import type { Page } from '@playwright/test'

/** What lies between the margins of an A4 page, in CSS pixels. */
const PAPER = { width: 642, height: 971 }

/** As it is printed by somebody who reads in the dark. */
export async function onPaper(page: Page): Promise<void> {
  await page.setViewportSize(PAPER)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
}

/** What one could press, if paper could be pressed. */
export const toPress = (page: Page) =>
  page
    .locator('header, footer, nav:not(.printed), form:not([method="get"]), button, summary')
    .filter({ visible: true })
    .allTextContents()

/** What lies beyond the right margin. */
export const cutOff = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main :is(h1, h2, h3, p, li, th, td, dd)')]
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map(({ tagName, textContent }) => `${tagName} ${textContent?.slice(0, 40)}`),
  )

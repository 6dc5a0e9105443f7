import { expect, test } from '@playwright/test'
import { signInAs } from './sign-in'

test('Rikke Hedelund chooses English, reads the next agenda in it, and is met in English next time', async ({
  page,
}) => {
  await signInAs(page, 'Rikke Hedelund')
  await expect(page.locator('html')).toHaveAttribute('lang', 'da')

  await page.goto('/me')
  await page.getByLabel('English').check()
  await page.getByRole('button', { name: 'Gem', exact: false }).first().click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')

  await page.goto('/meetings')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Meetings')
  await page
    .getByRole('link', { name: /Nørrebro/ })
    .first()
    .click()
  await expect(page.getByText('for discussion').first()).toBeVisible()
  await expect(page.getByText('til drøftelse')).toHaveCount(0)

  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await signInAs(page, 'Rikke Hedelund')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

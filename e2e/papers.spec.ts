import { expect, test } from '@playwright/test'
import { everyPage } from './pages'
import { signInAs } from './sign-in'

const minutes = () => everyPage().find(({ name }) => name === 'minutes approved')?.path ?? ''

test('Pia takes the minutes along as PDF and Word, named by what they are', async ({ page }) => {
  await signInAs(page, 'Pia Storm')
  for (const [link, extension, begins] of [
    ['Hent som PDF', 'pdf', '%PDF'],
    ['Hent som Word', 'docx', 'PK'],
  ] as const) {
    await page.goto(minutes())
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: link }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(
      new RegExp(`^Referat – Boligsocialt Forum Nørrebro – \\d\\d-\\d\\d-\\d{4}\\.${extension}$`),
    )
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    expect(Buffer.concat(chunks).subarray(0, begins.length).toString()).toBe(begins)
  }
})

test('who may not read the minutes finds no paper of them either', async ({ page, request }) => {
  const addresses = ['minutes.pdf', 'minutes.docx', 'calendar.ics'].map((file) =>
    minutes().replace(/minutes$/, file),
  )
  for (const address of addresses) expect((await request.get(address)).status(), address).toBe(404)
  await signInAs(page, 'Erik Dam')
  for (const address of addresses) expect((await page.request.get(address)).status(), address).toBe(404)
  expect((await page.request.get('/meetings/nowhere/minutes.pdf')).status()).toBe(404)
})

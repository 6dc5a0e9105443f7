import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { events } from '@/db/schema'
import { DEMO_NOW, demoDatabase, viewerOf } from '@/test/demo'
import { preferencesInput } from '../input'
import { getMe } from '../queries/me'
import { changePreferences } from './preferences'

let database: Database
beforeEach(() => {
  database = demoDatabase()
})

test('a person keeps a language and an appearance, and nobody else gets them', () => {
  changePreferences(viewerOf('Pia Storm'), { locale: 'en', theme: 'dark' }, DEMO_NOW)
  expect(viewerOf('Pia Storm')).toMatchObject({ locale: 'en', theme: 'dark' })
  expect(viewerOf('Mette Holm')).toMatchObject({ locale: 'da', theme: 'system' })
  expect(getMe(viewerOf('Pia Storm'))).toMatchObject({ name: 'Pia Storm', locale: 'en', theme: 'dark' })
})

test('what is not chosen stays as it was', () => {
  changePreferences(viewerOf('Ruth Vind'), { theme: 'light' }, DEMO_NOW)
  changePreferences(viewerOf('Ruth Vind'), { locale: 'en' }, DEMO_NOW)
  expect(viewerOf('Ruth Vind')).toMatchObject({ locale: 'en', theme: 'light' })
})

test('the choice is on record', () => {
  changePreferences(viewerOf('Pia Storm'), { locale: 'en' }, DEMO_NOW)
  const written = database.select().from(events).where(eq(events.kind, 'person.preferences-changed')).all()
  expect(written).toMatchObject([{ actorId: viewerOf('Pia Storm').personId, data: { locale: 'en' } }])
})

test.each([{ locale: 'sv', theme: 'light' }, { locale: 'da', theme: 'pink' }, {}])(
  '%j is no choice',
  (typed) => expect(preferencesInput.safeParse(typed).success).toBe(false),
)

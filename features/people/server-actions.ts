'use server'
import { openFormAction } from '@/auth/form-action'
import { type Preferences, rememberPreferences } from '@/auth/preferences'
import { currentViewer } from '@/auth/session'
import { changePreferences } from './commands/preferences'
import { languageInput, preferencesInput } from './input'

async function choose(wanted: Partial<Preferences>, now: Date): Promise<void> {
  const viewer = await currentViewer()
  if (viewer) changePreferences(viewer, wanted, now)
  await rememberPreferences(wanted)
}

/** Strangers choose too: their browser remembers it. */
export const chooseLanguageAction = openFormAction(languageInput, choose)
export const changePreferencesAction = openFormAction(preferencesInput, choose)

'use server'
import { getTranslations } from 'next-intl/server'
import { formAction, openFormAction } from '@/auth/form-action'
import { type Preferences, rememberPreferences } from '@/auth/preferences'
import { currentViewer } from '@/auth/session'
import { changePerson } from './commands/change'
import { createPerson } from './commands/create'
import { deactivatePerson, reactivatePerson } from './commands/deactivate'
import { inviteByMail, showSignInLink } from './commands/invite'
import { movePerson } from './commands/move'
import { changePreferences } from './commands/preferences'
import {
  changePersonInput,
  deactivateInput,
  languageInput,
  movePersonInput,
  newPersonInput,
  personInput,
  preferencesInput,
  reactivateInput,
} from './input'
import { signInAddress } from './rules'

async function choose(wanted: Partial<Preferences>, now: Date): Promise<void> {
  const viewer = await currentViewer()
  if (viewer) changePreferences(viewer, wanted, now)
  await rememberPreferences(wanted)
}

const pageOf = (_: unknown, { id }: { id: string }) => `/admin/people/${id}`

/** Strangers choose too: their browser remembers it. */
export const chooseLanguageAction = openFormAction(languageInput, choose)
export const changePreferencesAction = openFormAction(preferencesInput, choose)

export const createPersonAction = formAction(newPersonInput, createPerson, {
  redirectTo: (id) => `/admin/people/${id}`,
})
export const changePersonAction = formAction(changePersonInput, changePerson, {
  done: async () => (await getTranslations('people'))('details.saved'),
})
export const inviteByMailAction = formAction(personInput, inviteByMail, {
  done: async () => (await getTranslations('people'))('access.mailSent'),
})
/** What is said when it went well is the link itself: it is shown this once. */
export const showSignInLinkAction = formAction(personInput, showSignInLink, { done: signInAddress })
export const movePersonAction = formAction(movePersonInput, movePerson, { redirectTo: pageOf })
export const deactivatePersonAction = formAction(deactivateInput, deactivatePerson, { redirectTo: pageOf })
export const reactivatePersonAction = formAction(reactivateInput, reactivatePerson)

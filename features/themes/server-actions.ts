'use server'
import { formAction } from '@/auth/form-action'
import { addTheme, changeTheme } from './commands'
import { changeThemeInput, newThemeInput } from './input'

export const addThemeAction = formAction(newThemeInput, addTheme, { redirectTo: () => '/admin/themes' })
export const changeThemeAction = formAction(changeThemeInput, changeTheme, {
  redirectTo: () => '/admin/themes',
})

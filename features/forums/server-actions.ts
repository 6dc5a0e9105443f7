'use server'
import { formAction } from '@/auth/form-action'
import { addForum, changeForum } from './commands'
import { changeForumInput, newForumInput } from './input'

export const addForumAction = formAction(newForumInput, addForum, { redirectTo: (slug) => `/forums/${slug}` })
export const changeForumAction = formAction(changeForumInput, changeForum, {
  redirectTo: () => '/admin/forums',
})

'use server'
import { formAction } from '@/auth/form-action'
import { addForum, addGroup, changeForum } from './commands'
import { changeForumInput, newForumInput, newGroupInput } from './input'

export const addForumAction = formAction(newForumInput, addForum, { redirectTo: (slug) => `/forums/${slug}` })
export const addGroupAction = formAction(newGroupInput, addGroup, { redirectTo: (slug) => `/forums/${slug}` })
export const changeForumAction = formAction(changeForumInput, changeForum, {
  redirectTo: () => '/admin/forums',
})

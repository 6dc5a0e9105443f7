'use server'
import { formAction } from '@/auth/form-action'
import { addSteeringGroup, changeSteeringGroup } from './commands/group'
import { changeSteeringGroupInput, newSteeringGroupInput } from './input'

export const addSteeringGroupAction = formAction(newSteeringGroupInput, addSteeringGroup, {
  redirectTo: () => '/admin/steering-groups',
})
export const changeSteeringGroupAction = formAction(changeSteeringGroupInput, changeSteeringGroup, {
  redirectTo: () => '/admin/steering-groups',
})

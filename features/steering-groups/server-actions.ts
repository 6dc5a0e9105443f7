'use server'
import { formAction } from '@/auth/form-action'
import { closeGroup, reopenGroup } from './commands/closing'
import { keepCount } from './commands/count'
import { addSteeringGroup, changeSteeringGroup } from './commands/group'
import { leaveItem, placeItem, removeLeft } from './commands/succession'
import {
  changeSteeringGroupInput,
  closeGroupInput,
  keepCountInput,
  leaveInput,
  newSteeringGroupInput,
  placeInput,
  removeLeftInput,
  reopenGroupInput,
} from './input'

export const addSteeringGroupAction = formAction(newSteeringGroupInput, addSteeringGroup, {
  redirectTo: () => '/admin/steering-groups',
})
export const changeSteeringGroupAction = formAction(changeSteeringGroupInput, changeSteeringGroup, {
  redirectTo: () => '/admin/steering-groups',
})
export const leaveItemAction = formAction(leaveInput, leaveItem)
export const placeItemAction = formAction(placeInput, placeItem, {
  redirectTo: (group) => `/forums/succession/${group}`,
})
export const removeLeftAction = formAction(removeLeftInput, removeLeft)
export const closeGroupAction = formAction(closeGroupInput, closeGroup)
export const reopenGroupAction = formAction(reopenGroupInput, reopenGroup)
export const keepCountAction = formAction(keepCountInput, keepCount, {
  redirectTo: () => '/forums/succession',
})

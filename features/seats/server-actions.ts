'use server'
import { getTranslations } from 'next-intl/server'
import { formAction } from '@/auth/form-action'
import { addSeat } from './commands/add'
import { changeSeat, endSeat, withdrawSeat } from './commands/change'
import { requireSeats } from './commands/require'
import { addSeatInput, changeSeatInput, endSeatInput, requiredSeatsInput, seatInput } from './input'

const said = async () => (await getTranslations('seats'))('seat.saved')

export const addSeatAction = formAction(addSeatInput, addSeat, {
  redirectTo: (id) => `/admin/seats/${id}`,
})
export const changeSeatAction = formAction(changeSeatInput, changeSeat, { done: said })
export const endSeatAction = formAction(endSeatInput, endSeat, {
  done: async () => (await getTranslations('seats'))('seat.ended'),
})
export const withdrawSeatAction = formAction(seatInput, withdrawSeat, { redirectTo: () => '/admin/seats' })
export const requireSeatsAction = formAction(requiredSeatsInput, requireSeats, {
  done: async () => (await getTranslations('seats'))('required.saved'),
})

'use server'
import { formAction } from '@/auth/form-action'
import { addOffer, changeOffer, confirmOffer } from './commands'
import { changeOfferInput, newOfferInput, offerInput } from './input'

const redirectTo = (id: string) => `/offers/${id}`
export const addOfferAction = formAction(newOfferInput, addOffer, { redirectTo })
export const changeOfferAction = formAction(changeOfferInput, changeOffer, { redirectTo })
export const confirmOfferAction = formAction(offerInput, confirmOffer)

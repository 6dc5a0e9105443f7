'use server'
import { formAction } from '@/auth/form-action'
import { makeFeed, revokeFeed } from './commands'
import { feedInput, makeFeedInput } from './input'

/** The address is the answer: nobody can read it later. */
export const makeFeedAction = formAction(makeFeedInput, makeFeed, { done: (address) => address })
export const revokeFeedAction = formAction(feedInput, revokeFeed, { afterTheEnd: true })

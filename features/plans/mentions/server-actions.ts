'use server'
import { formAction } from '@/auth/form-action'
import { nameSubject } from './commands'
import { nameSubjectInput } from './input'

export const nameSubjectAction = formAction(nameSubjectInput, nameSubject)

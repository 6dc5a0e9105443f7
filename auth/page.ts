import 'server-only'
import { notFound } from 'next/navigation'
import { NotFound } from '@/lib/errors'

/** Unseen, missing and malformed are one and the same 404. */
export function orNotFound<Found>(find: () => Found): Found {
  try {
    return find()
  } catch (error) {
    if (error instanceof NotFound) notFound()
    throw error
  }
}

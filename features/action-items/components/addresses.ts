import { type ListAddress, listInput } from '../input'
import type { FormName } from './step-form'

/** A list as its address says it. */
export const listQuery = (address: ListAddress): string =>
  new URLSearchParams(
    Object.entries(address).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ).toString()

/** An item, opened from a list to which one comes back. */
export const itemHref = (id: string, list?: string): string =>
  `/action-items/${id}${list ? `?from=${encodeURIComponent(list)}` : ''}`

/** The item with the form of a step open and the cursor in its first field. */
export const stepHref = (id: string, step: FormName, list?: string): string =>
  `/action-items/${id}?do=${step}${list ? `&from=${encodeURIComponent(list)}` : ''}`

/** The list one came from, at the item; what makes no sense in the address is passed over. */
export function placeInList(id: string, from: unknown): string {
  if (typeof from !== 'string') return '/action-items'
  const list = listQuery(listInput.parse(Object.fromEntries(new URLSearchParams(from))))
  return `/action-items${list ? `?${list}` : ''}#${id}`
}

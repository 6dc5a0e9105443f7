const LONGEST = 254
const LONGEST_LOCAL_PART = 64
const WORD = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+"
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const ADDRESS = new RegExp(`^(${WORD}(?:\\.${WORD})*)@(?:${LABEL}\\.)+${LABEL}$`)

/**
 * A mail address as it is looked up, in small letters; null for anything that is not plainly one. Only ASCII: letters
 * that merely look like ours, lists, quotes and hidden characters have no business in an address on file.
 */
export function parseMailAddress(typed: string): string | null {
  const address = typed.replace(/^ +| +$/g, '').toLowerCase()
  // toLowerCase makes a k of the Kelvin sign, so what was typed is judged.
  if (/[^\x20-\x7e]/.test(typed) || address.length > LONGEST) return null
  const localPart = ADDRESS.exec(address)?.[1]
  return localPart && localPart.length <= LONGEST_LOCAL_PART ? address : null
}

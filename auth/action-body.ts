const ACTION_ID = /^[0-9a-f]{42}$/
/** Beside plain text React's format knows references, promises, maps and more; a form of ours uses these three. */
const USED_BY_FORMS = /^\$(?:\$|undefined$|K1$)/

/**
 * Whether a body is what our forms send to a server action, with a script or without one. React's decoder of
 * arguments can do far more than forms need and has been a way in before; nothing else shall reach it, nor make it
 * answer 500.
 */
export async function isFormOfOurs(request: Request): Promise<boolean> {
  const actionId = request.headers.get('next-action')
  if (actionId !== null && !ACTION_ID.test(actionId)) return false
  try {
    const form = await request.formData()
    return actionId === null ? isSentByBrowser(form) : isSentByScript(form)
  } catch {
    return false
  }
}

/** `0` holds the arguments, the last state and a reference to the form; the form's fields follow under its number. */
function isSentByScript(form: FormData): boolean {
  const sent = form.getAll('0')
  const strangers = [...form.keys()].filter((name) => name !== '0' && !name.startsWith('_1_'))
  if (sent.length !== 1 || strangers.length > 0) return false
  const values = parsePlain(sent[0])
  return Array.isArray(values) && values.length === 2 && values[1] === '$K1'
}

/** Four hidden fields name the action and the last state; all others are the form's. */
function isSentByBrowser(form: FormData): boolean {
  const hidden = [...form.keys()].filter((name) => name.startsWith('$ACTION_'))
  const number = /^\$ACTION_REF_(\d+)$/.exec(hidden[0] ?? '')?.[1]
  const expected = [`$ACTION_REF_${number}`, `$ACTION_${number}:0`, `$ACTION_${number}:1`, '$ACTION_KEY']
  if (!number || hidden.join() !== expected.join()) return false
  const state = parsePlain(form.get(`$ACTION_${number}:1`))
  return namesAction(form.get(`$ACTION_${number}:0`)) && Array.isArray(state) && state.length === 1
}

const namesAction = (text: FormDataEntryValue | null) =>
  typeof text === 'string' && /^\{"id":"[0-9a-f]{42}","bound":"\$@1"\}$/.test(text)

/** Throws on anything but JSON without the references our forms do not use. */
function parsePlain(text: FormDataEntryValue | null | undefined): unknown {
  if (typeof text !== 'string') return undefined
  return JSON.parse(text, (name, value: unknown) => {
    const strange = typeof value === 'string' && value.startsWith('$') && !USED_BY_FORMS.test(value)
    if (strange || name === '__proto__') throw new SyntaxError('Not a form of ours')
    return value
  })
}

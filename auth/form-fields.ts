import { parseWithZod } from '@conform-to/zod/v4'
import type { core, ZodType } from 'zod'

/** `title`, and `counts[3].count` where rows are typed in a table. */
const FIELD_NAME = /^[a-z]\w*(\[\d{1,2}\](\.[a-z]\w*)?)?$/i

/**
 * A form judged by its schema. Conform reads names as paths and orders: a single `a[99999999]` becomes a list of a
 * hundred million, which the answer then spells out. So only names as our own forms have them are read.
 */
export const judgeForm = <Input>(
  form: FormData,
  input: ZodType<Input>,
  formatError: (issues: core.$ZodIssue[]) => string[],
) => parseWithZod(withOwnNames(form), { schema: input, formatError })

function withOwnNames(form: FormData): FormData {
  const own = new FormData()
  for (const [name, value] of form) if (FIELD_NAME.test(name)) own.append(name, value)
  return own
}

import type { FormName } from './step-form'

/** Opens the item with the form of a step, the cursor in one of its fields. */
export const stepHref = (id: string, step: FormName, field: string): string =>
  `/action-items/${id}?do=${step}#${step}-${field}`

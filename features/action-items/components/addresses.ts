import type { FormName } from './step-form'

/** The item with the form of a step open and the cursor in its first field. */
export const stepHref = (id: string, step: FormName): string => `/action-items/${id}?do=${step}`

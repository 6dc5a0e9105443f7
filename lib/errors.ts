type Values = Record<string, string | number>

/** What a person can cause by an ordinary act; anything else that is thrown is a defect. */
export abstract class ExpectedError extends Error {}

/** It does not exist, or this person may not know that it does. */
export class NotFound extends ExpectedError {
  override readonly name = 'NotFound'
}

/** Nobody can save at the moment, through no fault of the person's; what was typed waits. */
export class Unavailable extends ExpectedError {
  override readonly name = 'Unavailable'

  constructor(readonly code: 'readOnly' | 'busy') {
    super(code)
  }
}

export type ConflictDetails = {
  field: string
  theirs: string
  theirVersion: number
  /** Where a form has several texts: theirs in the other fields that differ. */
  others?: { field: string; theirs: string }[]
}

/** Somebody else was faster; `details` carries their text, so both can be shown. */
export class Conflict extends ExpectedError {
  override readonly name = 'Conflict'

  constructor(
    readonly code: string,
    readonly details?: ConflictDetails,
  ) {
    super(code)
  }
}

/** A rule says no. `code` is a key of i18n errors.json; with `field` the sentence stands at that field. */
export class Refused extends ExpectedError {
  override readonly name = 'Refused'

  constructor(
    readonly code: string,
    readonly values?: Values,
    readonly field?: string,
  ) {
    super(code)
  }
}

/** A soft rule asks first; the person answers yes by sending the form again with confirm=<code>. */
export class Question extends ExpectedError {
  override readonly name = 'Question'

  constructor(
    readonly field: string,
    readonly code: string,
    readonly values?: Values,
  ) {
    super(code)
  }
}

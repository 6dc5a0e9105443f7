import type { SubmissionResult } from '@conform-to/react'

/** What a form knows after it was sent: errors beside the typed text, a question, the other's text, or that it is done. */
export type FormState = {
  submission?: SubmissionResult<string[]>
  /** Asks, and takes yes: the same form sent again with confirm=<code>. */
  question?: { code: string; field?: string; text: string }
  /** Somebody else was faster; the typed text stays in the field, theirs is shown beside it. */
  conflict?: {
    field: string
    theirs: string
    theirVersion: number
    text: string
    others?: { field: string; theirs: string }[]
  }
  done?: string
  /** When it went well; absent as long as it has not. */
  at?: number
}

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>

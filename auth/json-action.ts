import 'server-only'
import type { core, ZodType } from 'zod'
import { Conflict, type ExpectedError, NotFound, Refused, Unavailable } from '@/lib/errors'
import type { Viewer } from '@/policy'
import { errorTexts } from './error-texts'
import { actingViewer, perform, SignedOut, sentFromTheWeb, TooFast } from './perform'
import { standsBehind } from './web-writes'

const LARGEST_BODY = 64 * 1024
const FORBIDDEN = new Set(['notAllowed', 'foreignOrigin', 'teamHasEnded'])

type Parameters = { params: Promise<Record<string, string>> }
type RouteHandler = (request: Request, context: Parameters) => Promise<Response>

/**
 * The one way from a script to a command, for what is saved while it is typed: a stable address, unlike a server
 * action's, survives a new release. A `[meeting]` in the address is the input's `meetingId`. A failure is
 * `{ error }`, `{ question }` or `{ conflict }` with a 4xx; `answer` says how things stand after it went well.
 */
export function jsonAction<Input, Answer>(
  input: ZodType<Input>,
  command: (person: Viewer, input: Input, now: Date) => unknown,
  answer: (person: Viewer, input: Input) => Answer | Promise<Answer>,
): RouteHandler {
  const sent = sentFromTheWeb(command)
  const handler: RouteHandler = async (request, { params }) => {
    const texts = await errorTexts()
    const body = await readBody(request)
    const ids = Object.entries((await params) ?? {}).map(([name, value]) => [`${name}Id`, value])
    const performed = await perform(texts, async () => {
      const viewer = await actingViewer()
      if (body === null) throw new Refused('badRequest')
      const parsed = input.safeParse({ ...body, ...Object.fromEntries(ids) })
      if (!parsed.success) {
        if (parsed.error.issues.some(namesNothing)) throw new NotFound()
        return { issues: texts.issues(parsed.error.issues) }
      }
      sent(viewer, parsed.data, new Date())
      return { answer: await answer(viewer, parsed.data) }
    })
    if ('error' in performed) {
      const { formErrors, fieldErrors = {}, question, conflict } = performed.explained
      const error = formErrors?.[0] ?? Object.values(fieldErrors)[0]?.[0]
      return Response.json({ error, question, conflict }, { status: statusOf(performed.error) })
    }
    const { answer: went, issues } = performed.result
    return issues ? Response.json({ error: issues[0] }, { status: 422 }) : Response.json(went)
  }
  return standsBehind(handler, { input, command: sent })
}

/** A malformed id is as unknown as one that was never given. */
const namesNothing = (issue: core.$ZodIssue) =>
  issue.code === 'custom' && ['unknown', 'choose'].includes(issue.params?.key)

/** The body as an object; null when it is none, or too long. */
async function readBody(request: Request): Promise<object | null> {
  const text = await request.text()
  if (text.length > LARGEST_BODY) return null
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === 'object' && !Array.isArray(body) ? body : null
  } catch {
    return null
  }
}

function statusOf(error: ExpectedError): number {
  if (error instanceof SignedOut) return 401
  if (error instanceof TooFast) return 429
  if (error instanceof NotFound) return 404
  if (error instanceof Conflict) return 409
  if (error instanceof Unavailable) return 503
  if (error instanceof Refused && FORBIDDEN.has(error.code)) return 403
  return 422
}

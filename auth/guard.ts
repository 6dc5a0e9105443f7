import { isFormOfOurs } from './action-body'
import { comesFromOwnPage } from './origin'
import type { Reason } from './refusal'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])
const LARGEST_BODY = 512 * 1024
/** Where files are attached and lists sent. The form says so itself when a file is somewhat too large; what is beyond stops here. */
const WITH_FILE =
  /^\/(?:meetings\/(?:[\w-]+\/attachments|proposals\/[\w-]+)|action-items\/[\w-]+|enquiries\/[\w-]+|admin\/import\/\w+)$/
const LARGEST_WITH_FILE = 12 * 1024 * 1024

/** Why a request stops at the outer door, before anything of it is run; null when it may come in. */
export async function whyRefused(request: Request): Promise<[status: number, reason: Reason] | null> {
  const { headers, method, url } = request
  const { pathname } = new URL(url)
  if (!isDecodable(pathname)) return [400, 'badAddress']
  if (SAFE_METHODS.has(method)) return null
  if (!comesFromOwnPage(headers)) return [403, 'foreignOrigin']
  // Without a length nobody knows how much is coming; browsers always say it.
  if (headers.has('transfer-encoding')) return [411, 'noLength']
  const most = WITH_FILE.test(pathname) ? LARGEST_WITH_FILE : LARGEST_BODY
  if (Number(headers.get('content-length')) > most) return [413, 'tooLarge']
  if (isForAction(headers) && !(await isFormOfOurs(request))) return [400, 'unreadable']
  return null
}

const isForAction = (headers: Headers) =>
  headers.has('next-action') || /^multipart\//i.test(headers.get('content-type') ?? '')

function isDecodable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== ''
  } catch {
    return false
  }
}

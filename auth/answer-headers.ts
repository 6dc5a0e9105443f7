import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { appUrl } from '@/lib/env'
import { NOTHING_MAY_LOAD } from './content-security-policy'
import { currentAnswer } from './current-answer'

const YEAR = 365 * 24 * 3600

/** Devices and powers of the browser that no page of ours uses; an injected script shall not have them either. */
const SWITCHED_OFF = [
  ...['accelerometer', 'autoplay'],
  ...['browsing-topics', 'camera', 'compute-pressure', 'cross-origin-isolated', 'display-capture'],
  ...['encrypted-media', 'fullscreen', 'gamepad', 'geolocation', 'gyroscope', 'hid'],
  ...['identity-credentials-get', 'idle-detection', 'keyboard-map', 'local-fonts', 'magnetometer'],
  ...['microphone', 'midi', 'otp-credentials', 'payment', 'picture-in-picture'],
  ...['publickey-credentials-create', 'publickey-credentials-get', 'screen-wake-lock', 'serial'],
  ...['storage-access', 'sync-xhr', 'usb', 'window-management', 'xr-spatial-tracking'],
]

/** What goes with every answer, whatever it is: the one list. A page's own policy replaces the strict one here. */
export function answerHeaders(): [name: string, value: string][] {
  const headers: [string, string][] = [
    ['Content-Security-Policy', NOTHING_MAY_LOAD],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['Referrer-Policy', 'same-origin'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Origin-Agent-Cluster', '?1'],
    ['Permissions-Policy', SWITCHED_OFF.map((power) => `${power}=()`).join(', ')],
  ]
  if (appUrl().protocol === 'https:')
    headers.push(['Strict-Transport-Security', `max-age=${YEAR}; includeSubDomains`])
  return headers
}

/**
 * Next answers much by itself: files, redirects, bad addresses, its own failures. No proxy and no setting reaches them
 * all, so each answer gets its headers where it is born. Files with a hash in their name may be kept, all else may not.
 */
export function headEveryAnswer(): void {
  const headers = answerHeaders()
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    currentAnswer().enterWith(response)
    for (const [name, value] of headers) response.setHeader(name, value)
    if (!request.url?.startsWith('/_next/static/')) response.setHeader('Cache-Control', 'private, no-store')
  })
}

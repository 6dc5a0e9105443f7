import { oidc } from '@/lib/env'

/**
 * What a page may load and run: our own files, and scripts that carry this request's nonce. A form may lead on to the
 * municipality's sign-in, which Chromium counts as a target of the form.
 */
export function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === 'development'
  const issuer = oidc()?.issuer
  const directives = {
    'default-src': ["'none'"],
    // React explains its errors by eval in development; Turbopack brings styles in as text there.
    'script-src': [`'nonce-${nonce}'`, "'strict-dynamic'", development && "'unsafe-eval'"],
    'style-src': ["'self'", development ? "'unsafe-inline'" : `'nonce-${nonce}'`],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'form-action': ["'self'", issuer && URL.canParse(issuer) && new URL(issuer).origin],
    'frame-ancestors': ["'none'"],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
  }
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources.filter(Boolean)].join(' '))
    .join('; ')
}

/** For what is no page: nothing is loaded, run or framed. */
export const NOTHING_MAY_LOAD =
  "default-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"

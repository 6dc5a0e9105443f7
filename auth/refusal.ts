import { createHash } from 'node:crypto'
import da from '@/i18n/da/shell.json'
import en from '@/i18n/en/shell.json'
import { localeFrom } from '@/i18n/locale'
import { NOTHING_MAY_LOAD } from './content-security-policy'

const STYLE = 'body{max-width:60ch;margin:4rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}'
const POLICY = `${NOTHING_MAY_LOAD}; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`

const WORDS = { da: da.refused, en: en.refused }

export type Reason = Exclude<keyof typeof da.refused, 'title' | 'toOverview'>

/** What is said at the door, where no page is drawn: a small page of its own, or a sentence for a script. */
export function refusal(status: number, reason: Reason, asked: { locale?: string; page: boolean }): Response {
  const locale = localeFrom(asked.locale)
  const words = WORDS[locale]
  if (!asked.page) return answer(status, words[reason], 'text/plain')
  return answer(
    status,
    `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${words.title} · Én indgang</title>
<style>${STYLE}</style>
<main>
<h1>${words.title}</h1>
<p>${words[reason]}</p>
<p><a href="/">${words.toOverview}</a></p>
</main>
</html>
`,
    'text/html',
  )
}

const answer = (status: number, body: string, type: string) =>
  new Response(body, {
    status,
    headers: { 'Content-Type': `${type}; charset=utf-8`, 'Content-Security-Policy': POLICY },
  })

import { join, resolve } from 'node:path'

type Env = Record<string, string | undefined>

/** The folder with the database, and with its backups unless they have one of their own. */
export const dataDir = () => resolve(/* turbopackIgnore: true */ process.env.DATA_DIR ?? 'data')

export const backupDir = () =>
  process.env.BACKUP_DIR
    ? resolve(/* turbopackIgnore: true */ process.env.BACKUP_DIR)
    : join(dataDir(), 'backups')

/** Where people reach the site; decides cookies and which origin may write. */
export const appUrl = () => new URL(process.env.APP_URL ?? `http://127.0.0.1:${process.env.PORT ?? '3000'}`)

/** Where mail is handed over, and whom it comes from; null as long as there is no SMTP_URL. */
export function smtp({ SMTP_URL, MAIL_FROM }: Env = process.env) {
  return SMTP_URL ? { url: SMTP_URL, from: MAIL_FROM ?? '' } : null
}

/** The municipality's sign-in; null as long as there is no OIDC_ISSUER. */
export function oidc({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }: Env = process.env) {
  if (!OIDC_ISSUER) return null
  return { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID ?? '', clientSecret: OIDC_CLIENT_SECRET ?? '' }
}

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug']

/** How much the log tells; what cannot be read is as if it were not said, so that the start can complain of it. */
export const logLevel = ({ LOG_LEVEL = '' }: Env = process.env): string =>
  LOG_LEVELS.includes(LOG_LEVEL) ? LOG_LEVEL : 'info'

/** How often a person may save in a minute. */
export const writesAMinute = ({ WRITES_A_MINUTE }: Env = process.env): number =>
  Number(WRITES_A_MINUTE ?? 600)

/** A sentence for each setting that cannot be right; a real installation is judged by its whole surroundings. */
export function faultsOf(env: Env, kind: 'demo' | 'real'): string[] {
  return [
    ...demoFaults(env, kind),
    ...addressFaults(env, kind),
    ...smtpFaults(env),
    ...oidcFaults(env),
    ...dialFaults(env),
  ]
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/
const isLoopback = (url: URL) => LOOPBACK.test(url.hostname)
const isMailbox = (text: string) => /^([^<>\r\n]*<)?[^\s@<>,]+@[^\s@<>,]+>?$/.test(text)

/** A demo's people are invented: nothing leaves it, and nobody real comes in. */
function demoFaults(env: Env, kind: 'demo' | 'real'): string[] {
  if (kind === 'real') return []
  return ['SMTP_URL', 'OIDC_ISSUER']
    .filter((name) => env[name])
    .map((name) => `${name} kan ikke bruges med en demo. Fjern indstillingen, eller ret DATA_DIR.`)
}

function addressFaults({ APP_URL }: Env, kind: 'demo' | 'real'): string[] {
  if (!APP_URL) {
    return kind === 'demo'
      ? []
      : [
          'APP_URL mangler. Sæt den til den adresse, folk skriver i browseren, fx https://enindgang.kommune.dk.',
        ]
  }
  const url = parse(APP_URL, ['http:', 'https:'])
  if (!url) return [`APP_URL=${APP_URL} er ikke en webadresse. Skriv den som https://enindgang.kommune.dk.`]
  if (url.pathname !== '/' || url.search || url.hash || url.username)
    return [
      'APP_URL skal være adressen alene, uden sti, spørgsmålstegn og navn: https://enindgang.kommune.dk.',
    ]
  if (url.protocol === 'http:' && !isLoopback(url))
    return ['APP_URL skal begynde med https: uden kryptering kan enhver på nettet læse med.']
  return []
}

function smtpFaults({ SMTP_URL, MAIL_FROM }: Env): string[] {
  if (!SMTP_URL) return MAIL_FROM ? ['MAIL_FROM er sat, men SMTP_URL mangler: ingen mail kan sendes.'] : []
  const faults: string[] = []
  // The address may hold a password, so it is never repeated.
  if (!parse(SMTP_URL, ['smtp:', 'smtps:']))
    faults.push(
      'SMTP_URL er ikke en adresse på en mailserver. Skriv den som smtps://navn:kode@mail.kommune.dk:465.',
    )
  if (!MAIL_FROM || !isMailbox(MAIL_FROM))
    faults.push(
      'MAIL_FROM mangler eller er ikke en mailadresse. Skriv fx: Én indgang <enindgang@kommune.dk>.',
    )
  return faults
}

function oidcFaults({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }: Env): string[] {
  if (!OIDC_ISSUER) {
    return OIDC_CLIENT_ID || OIDC_CLIENT_SECRET
      ? [
          'OIDC_ISSUER mangler, men OIDC_CLIENT_ID eller OIDC_CLIENT_SECRET er sat. Sæt alle tre, eller ingen.',
        ]
      : []
  }
  const faults: string[] = []
  const issuer = parse(OIDC_ISSUER, ['http:', 'https:'])
  if (!issuer || (issuer.protocol === 'http:' && !isLoopback(issuer)))
    faults.push('OIDC_ISSUER skal være udstederens adresse med https, som den står i tjenestens oplysninger.')
  if (/\/(common|organizations|consumers)(\/|$)/.test(issuer?.pathname ?? ''))
    faults.push(
      'OIDC_ISSUER må ikke være fælles for alle organisationer. Brug kommunens egen (tenant-id i adressen).',
    )
  if (!OIDC_CLIENT_ID) faults.push('OIDC_CLIENT_ID mangler: det navn, tjenesten har givet Én indgang.')
  if (!OIDC_CLIENT_SECRET)
    faults.push('OIDC_CLIENT_SECRET mangler: den kode, tjenesten har givet Én indgang.')
  return faults
}

function dialFaults({ LOG_LEVEL, JOBS, WRITES_A_MINUTE }: Env): string[] {
  const faults: string[] = []
  if (LOG_LEVEL && !LOG_LEVELS.includes(LOG_LEVEL))
    faults.push(`LOG_LEVEL=${LOG_LEVEL} kendes ikke. Brug en af disse: ${LOG_LEVELS.join(', ')}.`)
  if (JOBS && !['on', 'off'].includes(JOBS)) faults.push(`JOBS=${JOBS} kendes ikke. Brug on eller off.`)
  if (WRITES_A_MINUTE && !/^[1-9]\d{0,8}$/.test(WRITES_A_MINUTE))
    faults.push(`WRITES_A_MINUTE=${WRITES_A_MINUTE} er ikke et antal. Brug et helt tal, fx 600.`)
  return faults
}

function parse(text: string, protocols: string[]): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null
  return url?.hostname && protocols.includes(url.protocol) ? url : null
}

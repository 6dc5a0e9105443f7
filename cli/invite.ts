import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { parties, people, ROLES, type Role } from '@/db/schema'
import { createPerson } from '@/features/people/commands/create'
import { showSignInLink } from '@/features/people/commands/invite'
import { newPersonInput } from '@/features/people/input'
import { signInAddress } from '@/features/people/rules'
import { isOpenOn } from '@/features/seats/rules'
import { LINK_MINUTES } from '@/features/sign-in/rules'
import { today } from '@/lib/dates'
import { comesFrom } from '@/policy'
import type { Command } from './commands'
import { withInstallation } from './installation'
import { Stop, WrongUse } from './stop'

const OPERATOR = { job: 'cli' } as const

export const invite: Command = {
  usage: 'EMAIL --role ROLLE --party PART [--name NAVN] [--title TITEL]',
  does: `Giver et link til at logge ind med: det kan bruges én gang, i ${LINK_MINUTES} minutter.`,
  words: 1,
  options: ['role', 'party', 'name', 'title'],
  run: ({ words: [typed = ''], options, now, say }) => {
    const email = addressOf(typed)
    withInstallation(() => {
      const { id, name } = findPerson(email, options) ?? addPerson(email, options, now)
      const token = showSignInLink(OPERATOR, { id }, now)
      say(`${name} kan logge ind med dette link de næste ${LINK_MINUTES} minutter, én gang:`)
      say(signInAddress(token))
    })
  },
}

type Options = Record<string, string | undefined>

function addressOf(typed: string): string {
  const address = newPersonInput.shape.email.safeParse(typed)
  if (!address.success) throw new WrongUse(`»${typed}« er ikke en mailadresse.`, false)
  return address.data
}

/** Somebody known keeps what is on record; what was typed must not contradict it. */
function findPerson(email: string, { role, party }: Options) {
  const person = db()
    .select({
      id: people.id,
      name: people.name,
      role: people.role,
      party: parties.shortName,
      deactivatedAt: people.deactivatedAt,
    })
    .from(people)
    .innerJoin(parties, eq(parties.id, people.partyId))
    .where(eq(people.email, email))
    .get()
  if (!person) return null
  if (person.deactivatedAt) throw new Stop(`${person.name} er lukket ude og kan ikke inviteres.`)
  if ((role && role !== person.role) || (party && party !== person.party)) {
    throw new Stop(
      `${person.name} findes allerede som ${person.role} i ${person.party}. Udelad --role og --party for at invitere igen.`,
    )
  }
  return person
}

function addPerson(email: string, options: Options, now: Date) {
  const role = roleOf(options.role)
  const person = {
    name: words('name', options.name ?? email.split('@')[0]),
    title: words('title', options.title ?? ''),
    email,
    role,
    partyId: partyOf(options.party, role, now),
    locale: 'da' as const,
  }
  return { id: createPerson(OPERATOR, person, now), name: person.name }
}

function roleOf(typed: string | undefined): Role {
  const role = ROLES.find((known) => known === typed)
  if (!role) throw new WrongUse(`--role skal være en af: ${ROLES.join(', ')}.`, false)
  return role
}

function partyOf(typed: string | undefined, role: Role, now: Date): string {
  const fitting = db()
    .select()
    .from(parties)
    .orderBy(parties.sortKey)
    .all()
    .filter((party) => comesFrom(role, party.kind) && isOpenOn(party, today(now)))
  const party = fitting.find(({ shortName }) => shortName.toLowerCase() === typed?.toLowerCase())
  if (party) return party.id
  const names = fitting.map(({ shortName }) => shortName).join(', ')
  throw new WrongUse(
    names
      ? `--party skal for rollen ${role} være en af: ${names}.`
      : `Databasen har endnu ingen part, som rollen ${role} kan høre til.`,
    false,
  )
}

function words(option: 'name' | 'title', typed: string | undefined): string {
  const checked = newPersonInput.shape[option].safeParse(typed)
  if (!checked.success)
    throw new WrongUse(`--${option} kan ikke gemmes: skriv højst 120 tegn, og intet CPR-nummer.`, false)
  return checked.data
}

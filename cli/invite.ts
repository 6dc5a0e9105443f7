import { eq } from 'drizzle-orm'
import { hashToken, newToken } from '@/auth/tokens'
import { write } from '@/db/client'
import type { Reader, Transaction } from '@/db/open'
import { type PartyKind, parties, people, ROLES, type Role, signInLinks } from '@/db/schema'
import { record } from '@/features/activity/record'
import { LINK_MINUTES } from '@/features/sign-in/rules'
import { appUrl } from '@/lib/env'
import { newId } from '@/lib/ids'
import { line } from '@/lib/plain-text'
import type { Command } from './commands'
import { withInstallation } from './installation'
import { Stop, WrongUse } from './stop'

export const invite: Command = {
  usage: 'EMAIL --role ROLLE --party PART [--name NAVN] [--title TITEL]',
  does: `Giver et link til at logge ind med: det kan bruges én gang, i ${LINK_MINUTES} minutter.`,
  words: 1,
  options: ['role', 'party', 'name', 'title'],
  run: ({ words: [typed = ''], options, now, say }) => {
    const email = typed.trim().toLowerCase()
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > 200) {
      throw new WrongUse(`»${typed}« er ikke en mailadresse.`, false)
    }
    withInstallation(() => {
      const token = newToken()
      const invited = write((tx) => {
        const person = findPerson(tx, email, options) ?? addPerson(tx, email, options, now)
        const id = newId()
        const expiresAt = new Date(now.getTime() + LINK_MINUTES * 60_000)
        tx.insert(signInLinks)
          .values({ id, tokenHash: hashToken(token), personId: person.id, createdAt: now, expiresAt })
          .run()
        record(
          tx,
          { job: 'cli' },
          {
            kind: 'person.invited',
            subject: ['person', person.id],
            data: { link: id, expiresAt: expiresAt.toISOString() },
          },
          now,
        )
        return person
      })
      say(`${invited.name} kan logge ind med dette link de næste ${LINK_MINUTES} minutter, én gang:`)
      say(new URL(`/sign-in/link/${token}`, appUrl()).href)
    })
  },
}

type Options = Record<string, string | undefined>

/** Somebody known keeps what is on record; what was typed must not contradict it. */
function findPerson(reader: Reader, email: string, { role, party }: Options) {
  const person = reader
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

function addPerson(tx: Transaction, email: string, options: Options, now: Date) {
  const role = roleOf(options.role)
  const party = partyOf(tx, options.party, role)
  const person = {
    id: newId(),
    partyId: party.id,
    role,
    name: words('name', options.name ?? email.split('@')[0]),
    title: words('title', options.title ?? '', false),
    email,
    createdAt: now,
  }
  tx.insert(people).values(person).run()
  record(
    tx,
    { job: 'cli' },
    { kind: 'person.created', subject: ['person', person.id], data: { partyId: party.id, role } },
    now,
  )
  return person
}

function roleOf(typed: string | undefined): Role {
  const role = ROLES.find((known) => known === typed)
  if (!role) throw new WrongUse(`--role skal være en af: ${ROLES.join(', ')}.`, false)
  return role
}

/** Where people of a role come from; an auditor may come from anywhere. */
const HOME: Partial<Record<Role, PartyKind>> = {
  coordinator: 'department',
  department_staff: 'department',
  department_lead: 'department',
  housing_organisation: 'housing_organisation',
  partner: 'partner',
}

function partyOf(reader: Reader, typed: string | undefined, role: Role) {
  const fitting = reader
    .select({ id: parties.id, shortName: parties.shortName, kind: parties.kind })
    .from(parties)
    .orderBy(parties.sortKey)
    .all()
    .filter(({ kind }) => HOME[role] === undefined || HOME[role] === kind)
  const party = fitting.find(({ shortName }) => shortName.toLowerCase() === typed?.toLowerCase())
  if (party) return party
  const names = fitting.map(({ shortName }) => shortName).join(', ')
  throw new WrongUse(
    names
      ? `--party skal for rollen ${role} være en af: ${names}.`
      : `Databasen har endnu ingen part, som rollen ${role} kan høre til.`,
    false,
  )
}

function words(option: string, typed: string | undefined, required = true): string {
  const checked = line({ max: 120, required }).safeParse(typed)
  if (!checked.success)
    throw new WrongUse(`--${option} kan ikke gemmes: skriv højst 120 tegn, og intet CPR-nummer.`, false)
  return checked.data
}

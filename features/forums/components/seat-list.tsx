import { getTranslations } from 'next-intl/server'
import type { PartySeats } from '../queries/seats'

const KINDS = ['department', 'housing_organisation', 'partner'] as const

/** Who sits here: departments first, and a dashed place where somebody is missing. */
export async function SeatList({ parties }: { parties: PartySeats[] }) {
  const t = await getTranslations('forums.seats')
  return KINDS.map((kind) => ({ kind, listed: parties.filter((party) => party.kind === kind) }))
    .filter(({ listed }) => listed.length > 0)
    .map(({ kind, listed }) => (
      <section key={kind} className="mb-5 last:mb-0">
        <h3 className="mb-1 text-sm font-semibold">{t(kind)}</h3>
        <dl>
          {listed.map((party) => (
            <div key={party.id} className="flex gap-4 border-b border-line py-2 last:border-b-0">
              <dt className="w-24 flex-none font-semibold break-words">
                <abbr title={party.name} className="no-underline">
                  {party.shortName}
                </abbr>
              </dt>
              <dd className="min-w-0 flex-1">
                {party.members.map((member) => (
                  <span key={member.id} className="block">
                    {member.name}{' '}
                    <span className="text-sm text-muted">
                      {[member.title, member.kind === 'deputy' && t('deputy')].filter(Boolean).join(', ')}
                    </span>
                  </span>
                ))}
                {Array.from({ length: party.vacant }, (_, place) => (
                  <Vacancy key={`vacant-${place + 1}`}>{t('vacant')}</Vacancy>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    ))
}

export function Vacancy({ children }: { children: string }) {
  return (
    <span className="inline-block rounded border border-dashed border-line-strong px-1.5 text-xs text-muted">
      {children}
    </span>
  )
}

import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { plainDateOf } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'
import type { ListedProposal } from '../queries'
import { ProposalState } from './proposal-state'

/** Proposals with whom they come from, for which meeting, and how they stand. */
export async function ProposalList({ proposals, locale }: { proposals: ListedProposal[]; locale: Locale }) {
  const t = await getTranslations('proposals')
  return (
    <ul className="divide-y divide-line">
      {proposals.map(({ id, title, party, proposedAt, forum, heldOn, state, late }) => (
        <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-3">
          <div className="min-w-0">
            <Link
              href={`/meetings/proposals/${id}`}
              prefetch={false}
              className="text-link wrap-anywhere hover:underline"
            >
              {title}
            </Link>
            <p className="text-sm text-muted">
              {t('by', { party, date: formatDate(plainDateOf(proposedAt), locale, 'long') })} ·{' '}
              {t('to', { forum, date: formatDate(heldOn, locale, 'long') })}
            </p>
          </div>
          <ProposalState state={state} late={late} />
        </li>
      ))}
    </ul>
  )
}

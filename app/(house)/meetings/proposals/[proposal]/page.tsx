import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { listForums } from '@/features/forums/queries/forums'
import { ProposalState } from '@/features/meetings/proposals/components/proposal-state'
import { ProposalSteps } from '@/features/meetings/proposals/components/proposal-steps'
import { getProposal } from '@/features/meetings/proposals/queries'
import { plainDateOf, today } from '@/lib/dates'
import { formatDate } from '@/lib/format'
import { can } from '@/policy'

type Props = { params: Promise<{ proposal: string }> }

const find = cache(async (id: string) => {
  const viewer = await requireViewer()
  return { viewer, proposal: orNotFound(() => getProposal(viewer, id)) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await find((await params).proposal)).proposal.title }
}

export default async function ProposalPage({ params }: Props) {
  const { viewer, proposal } = await find((await params).proposal)
  const [t, tm, shell, agenda, locale] = await Promise.all([
    getTranslations('proposals'),
    getTranslations('meetings'),
    getTranslations('shell'),
    getTranslations('agenda'),
    getLocale(),
  ])
  const day = (moment: Date) => formatDate(plainDateOf(moment), locale, 'long')
  const others = can.conveneMeetings(viewer)
    ? listForums(viewer, today(new Date())).filter(({ id }) => id !== proposal.forumId)
    : []
  return (
    <div className="max-w-[720px]">
      <PageHeader
        title={proposal.title}
        crumbs={[
          { label: tm('title'), href: '/meetings' },
          { label: t('title'), href: '/meetings/proposals' },
          { label: proposal.title },
        ]}
        crumbsLabel={shell('crumbs')}
        aside={<ProposalState state={proposal.state} late={proposal.late} />}
      >
        <p className="mt-1 text-muted">
          {t('by', { party: proposal.party, date: day(proposal.proposedAt) })} ·{' '}
          {agenda(`kind.${proposal.kind}`)}
        </p>
        <Link
          href={`/meetings/${proposal.meetingId}`}
          prefetch={false}
          className="inline-flex min-h-6 items-center text-link hover:underline"
        >
          {proposal.state === 'on_agenda'
            ? t('onAgenda')
            : t('to', { forum: proposal.forum, date: formatDate(proposal.heldOn, locale, 'long') })}
        </Link>
      </PageHeader>
      <h2 className="mb-1 text-lg font-semibold">{t('background')}</h2>
      <p className="mb-6 whitespace-pre-line wrap-anywhere">{proposal.description || t('noBackground')}</p>
      {proposal.steps.length > 0 && (
        <>
          <h2 className="mb-1 text-lg font-semibold">{t('story')}</h2>
          <ol className="mb-6 divide-y divide-line border-y border-line">
            {proposal.steps.map(({ id, kind, person, takenAt, text }) => (
              <li key={id} className="py-3">
                <p className="text-sm text-muted">
                  {t(`did.${kind}`, { person })} · {day(takenAt)}
                </p>
                {text && <p className="whitespace-pre-line wrap-anywhere">{text}</p>}
              </li>
            ))}
          </ol>
        </>
      )}
      <ProposalSteps
        proposal={proposal}
        viewer={viewer}
        forums={others.map(({ id, area }) => ({ value: id, label: area }))}
      />
    </div>
  )
}

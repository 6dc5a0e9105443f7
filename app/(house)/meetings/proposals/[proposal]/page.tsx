import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { PageHeader } from '@/components/ui/page-header'
import { listForumsAndGroups } from '@/features/forums/queries/forums'
import { AttachmentList } from '@/features/meetings/attachments/components/attachment-list'
import { FileToAttach } from '@/features/meetings/attachments/components/file-to-attach'
import { listProposalAttachments } from '@/features/meetings/attachments/queries'
import { attachToProposalAction } from '@/features/meetings/attachments/server-actions'
import { ProposalState } from '@/features/meetings/proposals/components/proposal-state'
import { ProposalSteps } from '@/features/meetings/proposals/components/proposal-steps'
import { getProposal } from '@/features/meetings/proposals/queries'
import { isSettled } from '@/features/meetings/proposals/rules'
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
  const [t, tm, ta, shell, agenda, locale] = await Promise.all([
    getTranslations('proposals'),
    getTranslations('meetings'),
    getTranslations('attachments'),
    getTranslations('shell'),
    getTranslations('agenda'),
    getLocale(),
  ])
  const day = (moment: Date) => formatDate(plainDateOf(moment), locale, 'long')
  const attachments = listProposalAttachments(viewer, proposal.id)
  const attaches = can.answerProposal(viewer, proposal) && !isSettled(proposal.state)
  const others = can.conveneMeetings(viewer)
    ? listForumsAndGroups(viewer, today(new Date())).filter(({ id }) => id !== proposal.forumId)
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
      <p className="whitespace-pre-line wrap-anywhere">{proposal.description || t('noBackground')}</p>
      <AttachmentList attachments={attachments} removable={attaches} locale={locale} />
      {attaches && (
        <Disclosure summary={ta('add')} className="no-print mt-2">
          <ActionForm
            id="attach"
            action={attachToProposalAction}
            hidden={{ proposalId: proposal.id }}
            submit={ta('submit')}
          >
            <p className="max-w-[65ch] text-sm text-muted">{ta('proposalLead')}</p>
            <FileToAttach />
          </ActionForm>
        </Disclosure>
      )}
      {proposal.steps.length > 0 && (
        <>
          <h2 className="mt-6 mb-1 text-lg font-semibold">{t('story')}</h2>
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
      <div className="mt-6">
        <ProposalSteps
          proposal={proposal}
          viewer={viewer}
          forums={others.map(({ id, shortName }) => ({ value: id, label: shortName }))}
        />
      </div>
    </div>
  )
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireViewer } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { AskForm, ENQUIRY_FORM } from '@/features/enquiries/components/ask-form'
import { LogForm, MailForm } from '@/features/enquiries/components/log-form'
import { SimilarBeside } from '@/features/enquiries/similar/components/similar-beside'
import { listForums } from '@/features/forums/queries/forums'
import { today } from '@/lib/dates'
import { can } from '@/policy'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('enquiries'))('ask') }
}

export default async function NewEnquiryPage() {
  const viewer = await requireViewer()
  const asks = can.askAsParty(viewer, viewer)
  if (!asks && !can.triageEnquiries(viewer)) notFound()
  const t = await getTranslations('enquiries')
  const title = t(asks ? 'ask' : 'log')
  const forums = asks ? listForums(viewer, today(new Date())) : []
  return (
    <>
      <PageHeader title={title} crumbs={[{ label: t('title'), href: '/enquiries' }, { label: title }]}>
        <p className="mt-2 max-w-[70ch] text-muted">{t(asks ? 'form.askLead' : 'form.logLead')}</p>
      </PageHeader>
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[1.6fr_1fr]">
        <div className="min-w-0">
          {asks ? (
            <AskForm viewer={viewer} areaId={forums.length === 1 ? forums[0]?.areaId : undefined} />
          ) : (
            <>
              <LogForm viewer={viewer} />
              <MailForm />
            </>
          )}
        </div>
        <SimilarBeside form={ENQUIRY_FORM} />
      </div>
    </>
  )
}

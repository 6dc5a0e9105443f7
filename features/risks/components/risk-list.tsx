import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { PressForm } from '@/components/ui/press-form'
import { type Option, SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { LIKELIHOODS } from '@/db/schema'
import { can, type Viewer } from '@/policy'
import { listRisks, type Risk, watchersOffered } from '../queries'
import { addRiskAction, changeRiskAction, closeRiskAction } from '../server-actions'
import { LikelihoodTag } from './likelihood-tag'

type Props = { forumId: string; viewer: Viewer; editing: boolean }

/** What may go wrong, how likely it is and who watches it; seen by the municipality alone. */
export async function RiskList({ forumId, viewer, editing }: Props) {
  if (!can.seeDrafts(viewer)) return null
  const t = await getTranslations('risks')
  const risks = listRisks(viewer, forumId)
  const develops = can.developForums(viewer)
  if (risks.length === 0 && !develops) return null
  const edits = develops && editing
  const watchers = edits ? watchersOffered(viewer) : []
  return (
    <Card title={<span id="risks">{t('title')}</span>}>
      {risks.length === 0 && <p className="text-muted">{t('none')}</p>}
      <ul>
        {risks.map((risk) => (
          <li key={risk.id} className="border-b border-line py-2 last:border-b-0">
            {risk.title} <LikelihoodTag of={risk.likelihood} />
            <span className="block text-sm text-muted">{t('watchedBy', { name: risk.watcher })}</span>
            {edits && (
              <Disclosure name="risks" summary={t('change')} className="no-print text-sm">
                <RiskForm risk={risk} watchers={watchers} />
                <PressForm
                  action={closeRiskAction}
                  hidden={{ id: risk.id, version: String(risk.version) }}
                  size="small"
                  className="mt-3"
                >
                  {t('close')}
                </PressForm>
              </Disclosure>
            )}
          </li>
        ))}
      </ul>
      {edits && (
        <Disclosure name="risks" summary={t('new')} className="no-print mt-2">
          <RiskForm forumId={forumId} watchers={watchers} />
        </Disclosure>
      )}
      {develops && !edits && (
        <Link
          href="?edit=risks#risks"
          prefetch={false}
          className="no-print inline-flex min-h-6 items-center text-sm text-link hover:underline"
        >
          {t('edit')}
        </Link>
      )}
    </Card>
  )
}

async function RiskForm({
  risk,
  forumId = '',
  watchers,
}: {
  risk?: Risk
  forumId?: string
  watchers: Option[]
}) {
  const t = await getTranslations('risks')
  return (
    <ActionForm
      id={risk ? `risk-${risk.id}` : 'risk'}
      action={risk ? changeRiskAction : addRiskAction}
      hidden={risk ? { id: risk.id, version: risk.version } : { forumId }}
      submit={t(risk ? 'save' : 'add')}
      submitVariant="secondary"
      size="small"
    >
      <TextField name="title" label={t('name')} hint={t('hint')} defaultValue={risk?.title} />
      <SelectField
        name="likelihood"
        label={t('how')}
        options={LIKELIHOODS.map((value) => ({ value, label: t(`likelihood.${value}`) }))}
        defaultValue={risk?.likelihood ?? 'medium'}
      />
      <SelectField name="watcherId" label={t('watcher')} options={watchers} defaultValue={risk?.watcherId} />
    </ActionForm>
  )
}

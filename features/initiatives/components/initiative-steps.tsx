import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Button, ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { PressForm } from '@/components/ui/press-form'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { can, type Viewer } from '@/policy'
import type { InitiativeDetail } from '../queries'
import { HILL, isOpen, whyNotApproved } from '../rules'
import {
  approveInitiativeAction,
  endInitiativeAction,
  moveOnHillAction,
  reopenInitiativeAction,
} from '../server-actions'

/** What this viewer may do; what cannot be done now stays to be seen, and says why. */
export async function InitiativeSteps({
  initiative,
  viewer,
}: {
  initiative: InitiativeDetail
  viewer: Viewer
}) {
  const [t, errors] = await Promise.all([getTranslations('initiatives'), getTranslations('errors')])
  const { id, version, state } = initiative
  const stamp = { id, version: String(version) }
  const approves = can.approveInitiatives(viewer)
  const blocked = whyNotApproved(initiative)
  const mayMove = can.countBridges(viewer, initiative) && isOpen(state)
  if (!approves && !mayMove) return null
  const told = [
    ...(approves && state !== 'draft'
      ? [{ name: 'reopen', action: reopenInitiativeAction, label: 'why' } as const]
      : []),
    ...(approves && isOpen(state)
      ? [{ name: 'end', action: endInitiativeAction, label: 'howItEnded' } as const]
      : []),
  ]
  return (
    <div className="no-print mt-4 space-y-3">
      <div className="flex flex-wrap items-center gap-3">
        {can.editInitiative(viewer, initiative) && (
          <ButtonLink href={`/initiatives/${id}/change`} size="small">
            {t('change')}
          </ButtonLink>
        )}
        {approves && state === 'draft' && blocked === null && (
          <PressForm action={approveInitiativeAction} hidden={stamp} size="small">
            {t('approve')}
          </PressForm>
        )}
      </div>
      {approves && blocked === 'themeMissing' && (
        <p className="text-sm">
          <Button type="button" size="small" disabled aria-describedby="why-blocked" className="opacity-60">
            {t('approve')}
          </Button>{' '}
          <span id="why-blocked">{errors('themeMissing')}</span>
        </p>
      )}
      {mayMove && (
        <Disclosure name="initiative-steps" summary={t('hill.move')}>
          <ActionForm
            id="hill"
            action={moveOnHillAction}
            hidden={{ id, version }}
            submit={t('hill.save')}
            submitVariant="secondary"
          >
            <SelectField
              name="hill"
              label={t('howFar')}
              options={HILL.map((step) => ({ value: String(step), label: t(`hill.step.${step}`) }))}
              defaultValue={String(initiative.hill)}
            />
            <TextArea name="text" label={t('hill.note')} rows={2} maxLength={1000} />
          </ActionForm>
        </Disclosure>
      )}
      {told.map(({ name, action, label }) => (
        <Disclosure key={name} name="initiative-steps" summary={t(name)}>
          <ActionForm
            id={name}
            action={action}
            hidden={{ id, version }}
            submit={t(name)}
            submitVariant="secondary"
          >
            <TextArea name="text" label={t(label)} rows={2} maxLength={1000} />
          </ActionForm>
        </Disclosure>
      ))}
    </div>
  )
}

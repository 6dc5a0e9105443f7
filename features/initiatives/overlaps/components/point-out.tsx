import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { TextField } from '@/components/ui/text-field'
import { can, type Viewer } from '@/policy'
import { pointOutAction } from '../server-actions'

/** "Findes allerede": a department knows of something that stands in no register. */
export async function PointOut({ initiativeId, viewer }: { initiativeId: string; viewer: Viewer }) {
  if (!can.pointOutOverlap(viewer)) return null
  const t = await getTranslations('overlaps.pointOut')
  return (
    <Disclosure summary={t('title')} className="no-print mt-2">
      <ActionForm
        id="point-out"
        action={pointOutAction}
        hidden={{ initiativeId }}
        submit={t('save')}
        submitVariant="secondary"
      >
        <TextField name="known" label={t('what')} hint={t('hint')} />
        <TextField name="link" label={t('link')} inputMode="url" optional />
      </ActionForm>
    </Disclosure>
  )
}

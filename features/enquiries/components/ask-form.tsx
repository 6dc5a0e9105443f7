import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { FileToAttach } from '@/features/meetings/attachments/components/file-to-attach'
import type { Viewer } from '@/policy'
import { listPlaces } from '../queries/choices'
import { askAction } from '../server-actions'

export const ENQUIRY_FORM = 'enquiry'

/** One field and one press; the rest can be left out. */
export async function AskForm({ viewer, areaId }: { viewer: Viewer; areaId?: string }) {
  const t = await getTranslations('enquiries.form')
  return (
    <ActionForm id={ENQUIRY_FORM} action={askAction} submit={t('send')}>
      <TextArea name="text" label={t('text')} hint={t('textHint')} rows={6} maxLength={8000} autoFocus />
      <PlaceFields viewer={viewer} areaId={areaId} />
      <FileToAttach several />
    </ActionForm>
  )
}

export async function PlaceFields({ viewer, areaId }: { viewer: Viewer; areaId?: string }) {
  const t = await getTranslations('enquiries.form')
  const places = listPlaces(viewer)
  return (
    <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
      <SelectField
        name="areaId"
        label={t('area')}
        options={places.areas}
        empty={t('dontKnow')}
        defaultValue={areaId}
        optional
      />
      <SelectField
        name="estateId"
        label={t('estate')}
        options={places.estates}
        empty={t('dontKnow')}
        optional
      />
    </div>
  )
}

import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { SelectField } from '@/components/ui/select-field'
import { DateField, TextField } from '@/components/ui/text-field'
import { FORUM_MARKS } from '@/db/schema'
import { formatDate, type Locale } from '@/lib/format'
import type { AdministeredForum } from '../queries/administration'
import { addForumAction, changeForumAction } from '../server-actions'

type Choice = { value: string; label: string }
/** `plans`: those a working group can be for, of the forum's area. */
type Props = { forum?: AdministeredForum; conveners: Choice[]; plans: Choice[]; locale: Locale }

/** A new forum with its area, or one to be changed. */
export async function ForumForm({ forum, conveners, plans, locale }: Props) {
  const [t, groups] = await Promise.all([getTranslations('registers'), getTranslations('forums.groups')])
  const day = (date?: string | null) => (date ? formatDate(date, locale, 'numeric') : undefined)
  return (
    <ActionForm
      id="forum"
      action={forum ? changeForumAction : addForumAction}
      hidden={forum ? { id: forum.id, version: forum.version } : {}}
      submit={t(forum ? 'save' : 'add')}
    >
      {!forum && <TextField name="area" label={t('area')} hint={t('areaHint')} width="half" />}
      <TextField name="name" label={t('name')} width="half" defaultValue={forum?.name} />
      <TextField
        name="rhythm"
        label={t('rhythm')}
        hint={t('rhythmHint')}
        optional
        defaultValue={forum?.rhythm}
      />
      {forum?.kind === 'working_group' && (
        <SelectField
          name="planId"
          label={groups('plan')}
          hint={groups('planHint')}
          options={plans}
          empty={groups('noPlan')}
          optional
          defaultValue={forum.planId ?? undefined}
        />
      )}
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <SelectField
          name="convenerId"
          label={t('convener')}
          options={conveners}
          empty={t('nobody')}
          optional
          defaultValue={forum?.convenerId ?? undefined}
        />
        <SelectField
          name="deputyConvenerId"
          label={t('deputyConvener')}
          options={conveners}
          empty={t('nobody')}
          optional
          defaultValue={forum?.deputyConvenerId ?? undefined}
        />
        <SelectField
          name="mark"
          label={t('mark')}
          options={FORUM_MARKS.map((mark) => ({ value: mark, label: t(`marks.${mark}`) }))}
          defaultValue={forum?.mark}
        />
      </div>
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <DateField name="validFrom" label={t('from')} optional defaultValue={day(forum?.validFrom)} />
        <DateField
          name="validTo"
          label={t('to')}
          hint={t('endHint')}
          optional
          defaultValue={day(forum?.validTo)}
        />
      </div>
      {!forum && <TextField name="source" label={t('source')} hint={t('sourceHint')} />}
    </ActionForm>
  )
}

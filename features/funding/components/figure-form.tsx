import { getTranslations } from 'next-intl/server'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { FIGURE_NATURES, FUNDING_FIGURES } from '@/db/schema'
import { formatHundredths, formatKroner } from '@/lib/format'
import type { Figure } from '../queries/funding'
import { addFigureAction, changeFigureAction, removeFigureAction } from '../server-actions'
import { EditCard } from './edit-card'

const actions = { add: addFigureAction, change: changeFigureAction, remove: removeFigureAction }

/** An amount a source states, or one to be changed. */
export async function FigureForm({ periodId, stored }: { periodId: string; stored?: Figure }) {
  const [t, all] = [await getTranslations('funding.figures'), await getTranslations('funding')]
  return (
    <EditCard
      id="figure"
      title={t(stored ? 'change' : 'new')}
      periodId={periodId}
      actions={actions}
      stored={stored}
    >
      <SelectField
        name="kind"
        label={t('kind.label')}
        options={FUNDING_FIGURES.map((value) => ({ value, label: t(`kind.${value}`) }))}
        defaultValue={stored?.kind}
      />
      <SelectField
        name="nature"
        label={t('nature.label')}
        options={FIGURE_NATURES.map((value) => ({ value, label: t(`nature.${value}`) }))}
        defaultValue={stored?.nature}
      />
      <TextField
        name="amountOre"
        label={t('amount')}
        hint={t('amountHint')}
        width="half"
        defaultValue={stored && formatKroner(stored.amountOre)}
      />
      <TextField
        name="claimedBasisPoints"
        label={t('claimedField')}
        hint={t('claimedHint')}
        optional
        width="short"
        defaultValue={
          stored?.claimedBasisPoints == null ? undefined : formatHundredths(stored.claimedBasisPoints, 'da')
        }
      />
      <TextField name="base" label={t('base')} hint={t('baseHint')} defaultValue={stored?.base} />
      <TextField name="source" label={all('source')} hint={all('sourceHint')} defaultValue={stored?.source} />
    </EditCard>
  )
}

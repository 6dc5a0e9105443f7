import { getTranslations } from 'next-intl/server'
import { FileField } from '@/components/ui/file-field'
import { ACCEPTED, LARGEST_FILE } from '../rules'

/** One file; or as many as one likes, and none, under the name `files`. */
export async function FileToAttach({ several = false }: { several?: boolean }) {
  const [t, errors] = await Promise.all([getTranslations('attachments'), getTranslations('errors')])
  return (
    <FileField
      name={several ? 'files' : 'file'}
      label={t(several ? 'title' : 'file')}
      hint={t('kinds')}
      accept={ACCEPTED}
      optional={several}
      multiple={several}
      most={{ bytes: LARGEST_FILE, refusal: errors(several ? 'filesTooLarge' : 'fileTooLarge_file') }}
    />
  )
}

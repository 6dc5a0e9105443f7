import { getLocale } from 'next-intl/server'
import { currentViewer } from '@/auth/session'
import { localeFrom } from '@/i18n/locale'
import { NotFound } from '@/lib/errors'
import { getMinutes } from '../queries/read'
import { type MinutesDocument, minutesDocument } from './document'

type Context = { params: Promise<{ meeting: string }> }
type Write = (document: MinutesDocument) => Promise<Uint8Array>

/** A route that answers with the minutes its reader may read, as a file named by what it is (R12). */
export const minutesDownload =
  (write: Write, extension: string, type: string) =>
  async (_: Request, { params }: Context): Promise<Response> => {
    const viewer = await currentViewer()
    if (!viewer) return new Response(null, { status: 404 })
    try {
      const minutes = getMinutes(viewer, (await params).meeting)
      const document = minutesDocument(minutes, localeFrom(await getLocale()))
      const name = encodeURIComponent(`${document.title}.${extension}`)
      return new Response(Buffer.from(await write(document)), {
        headers: {
          'Content-Type': type,
          'Content-Disposition': `attachment; filename="referat-${minutes.edition.meeting.heldOn}.${extension}"; filename*=UTF-8''${name}`,
        },
      })
    } catch (error) {
      if (error instanceof NotFound) return new Response(null, { status: 404 })
      throw error
    }
  }

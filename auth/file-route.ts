import 'server-only'
import { getLocale } from 'next-intl/server'
import { localeFrom } from '@/i18n/locale'
import { NotFound } from '@/lib/errors'
import type { Locale } from '@/lib/format'
import type { Viewer } from '@/policy'
import { currentViewer } from './session'

type File = { name: string; type: string; body: string | Uint8Array }
type Asked = { request: Request; params: Record<string, string>; locale: Locale; now: Date }

/** A route that answers with a file. A stranger, and who may not have it, find nothing there. */
export const fileRoute =
  (write: (viewer: Viewer, asked: Asked) => File | Promise<File>) =>
  async (request: Request, { params }: { params: Promise<Record<string, string>> }): Promise<Response> => {
    const viewer = await currentViewer()
    if (!viewer) return nothing()
    try {
      const locale = localeFrom(await getLocale())
      const { name, type, body } = await write(viewer, {
        request,
        params: await params,
        locale,
        now: new Date(),
      })
      return new Response(typeof body === 'string' ? body : Buffer.from(body), {
        headers: { 'Content-Type': type, 'Content-Disposition': attachmentNamed(name) },
      })
    } catch (error) {
      if (error instanceof NotFound) return nothing()
      throw error
    }
  }

const nothing = () => new Response(null, { status: 404 })

/** Danish letters in the second name, for whoever reads it (RFC 6266). */
function attachmentNamed(name: string): string {
  const plain = name.replace(/[^\w .-]/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`
}

import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./i18n/request.ts')

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks types, tests included; a start should not wait for them or stop at a test's.
  typescript: { ignoreBuildErrors: true },
  typedRoutes: false,
  images: { unoptimized: true },
  // pdfkit reads its own data files from beside it.
  serverExternalPackages: ['better-sqlite3', 'pdfkit'],
  // The proxy refuses more; this keeps Next from holding more in memory while it is asked.
  experimental: { serverActions: { bodySizeLimit: '12mb' }, proxyClientMaxBodySize: '12mb' },
}

export default withNextIntl(config)

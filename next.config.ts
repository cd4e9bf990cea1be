import { hostname, networkInterfaces } from 'node:os'
import type { NextConfig } from 'next'
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants.js'

/** `proxy.ts` sets the headers of everything else. In development Next serves JSON as a script, which this refuses. */
const builtFileHeaders = {
  source: '/_next/static/:path*',
  headers: [{ key: 'X-Content-Type-Options', value: 'nosniff' }],
}

/**
 * The names under which this machine may be asked for pages under development. Under another than localhost Next refuses
 * the browser the socket that tells of changes; it asks again every second, and then reloads the page, for ever.
 */
function ownNames(): string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? [])
  return [
    hostname(),
    ...addresses.map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address)),
  ]
}

export default function config(phase: string): NextConfig {
  return {
    poweredByHeader: false,
    ...(phase === PHASE_DEVELOPMENT_SERVER && { allowedDevOrigins: ownNames() }),
    // Done by the proxy in front: inside Node it costs a fifth of the pages a second.
    compress: false,
    reactStrictMode: true,
    // Types, those of the tests among them, are a check of their own: `npm run check`. Starting does not wait for it.
    typescript: { ignoreBuildErrors: true },
    // They read files of their own (tables, WebAssembly) beside themselves, which bundling would part from them.
    serverExternalPackages: ['pdfkit', 'fontkit', 'harfbuzzjs'],
    headers: async () => (phase === PHASE_DEVELOPMENT_SERVER ? [] : [builtFileHeaders]),
    experimental: {
      // A hospital's patient list may have 20 MB; `proxy.ts` refuses what is much larger. What is larger than the second
      // would be cut short without a word.
      serverActions: { bodySizeLimit: '22mb' },
      proxyClientMaxBodySize: '24mb',
    },
  }
}

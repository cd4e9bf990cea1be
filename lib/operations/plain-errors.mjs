// Loaded into the web server before anything else. What is not found and what failed, Next leaves to the browser's
// script to show: a page that answers 404 or 500 is an empty one without it. This says the same in plain HTML.
import { subscribe } from 'node:diagnostics_channel'

const EMPTY_PAGE = '<html id="__next_error__">'

const NOT_FOUND = `<h1>Page not found</h1>
<p>If you typed the address, check it is correct. If you pasted it, check you copied all of it.</p>
<p>If you followed a link to a patient, they may no longer be in the care of one of your teams. If you followed a link to
a task, it may have been done.</p>`

const FAILED = `<h1>Sorry, there is a problem</h1>
<p>Nothing was saved by what you just did. Go back and try again.</p>`

subscribe('http.server.request.start', (message) => {
  const { request, response } = /** @type {Exchange} */ (message)
  if (request.headers.accept?.includes('text/html')) fillFirstChunk(response)
})

/** @typedef {{ request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse }} Exchange */

/** @param {import('node:http').ServerResponse} response */
function fillFirstChunk(response) {
  const { write, end } = response
  const restore = () => Object.assign(response, { write, end })
  response.write = (chunk, ...rest) => {
    restore()
    return write.call(response, filled(response, chunk), ...rest)
  }
  response.end = (chunk, ...rest) => {
    restore()
    return end.call(response, typeof chunk === 'function' ? chunk : filled(response, chunk), ...rest)
  }
}

/** @param {import('node:http').ServerResponse} response @param {unknown} chunk */
function filled(response, chunk) {
  if (response.statusCode < 400 || response.hasHeader('content-length') || !(chunk instanceof Uint8Array))
    return chunk
  const page = Buffer.from(chunk).toString()
  if (!page.includes(EMPTY_PAGE) || !page.includes('<body>')) return chunk
  const words = response.statusCode === 404 ? NOT_FOUND : FAILED
  return page
    .replace('</head>', `<noscript>${stylesheets(response)}</noscript></head>`)
    .replace('<body>', `<body><noscript>${plainPage(words)}</noscript>`)
}

/** Those that the page would ask for, as its headers say. @param {import('node:http').ServerResponse} response */
function stylesheets(response) {
  const links = [response.getHeader('link') ?? []].flat().join(', ')
  return [...links.matchAll(/<([^>"]+\.css)>/g)]
    .map(([, href]) => `<link rel="stylesheet" href="${href}">`)
    .join('')
}

/** @param {string} words */
function plainPage(words) {
  return `<div class="nhsuk-width-container"><main class="nhsuk-main-wrapper">${words}
<p><a href="/">Go to the start page</a></p></main></div>`
}

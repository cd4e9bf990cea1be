/** A file to keep; its name holds nothing about anybody, as it stays in the list of downloads. */
export type PdfFile = { fileName: `${string}.pdf`; bytes: Uint8Array }

/** The file as an answer to the browser, which saves it and keeps no other copy. */
export function pdfResponse({ fileName, bytes }: PdfFile): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'no-store',
    },
  })
}

import { expect, type Page } from '@playwright/test'
import { outsideOf } from './open-page.ts'
import { inDialog } from './saved-file.ts'

const PDF = 'File > PDF of what is before me'

/** What a reader of the page's PDF is told of it: the browser's, or the one that the application itself makes. */
export const printed = async (page: Page) => toldOf(await pdfOf(page))

export function toldOf(content: Buffer) {
  const pdf = content.toString('latin1')
  return {
    tagged: /\/Marked true/.test(pdf),
    language: /\/Lang \(([^)]*)\)/.exec(pdf)?.[1],
    title: /\/Title \(([^)]*)\)/.exec(pdf)?.[1],
    boxes: [...new Set([...pdf.matchAll(/\/MediaBox \[0 0 ([\d. ]+)\]/g)].map(([, box]) => box))],
    tags: [...new Set([...pdf.matchAll(/\/S \/(\w+)/g)].map(([, tag]) => tag))],
  }
}

async function pdfOf(page: Page): Promise<Buffer> {
  const outside = outsideOf(page)
  if (!outside) return page.pdf({ tagged: true, preferCSSPageSize: true })
  // The menu hears of the desk a moment after the desk is there.
  await expect.poll(() => outside.menu()).toContain(PDF)
  const { content } = await inDialog(outside, () => outside.choose(PDF))
  return content
}

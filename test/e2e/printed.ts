import type { Page } from '@playwright/test'

/** What a reader of the PDF is told of it. */
export async function printed(page: Page) {
  const pdf = (await page.pdf({ tagged: true, preferCSSPageSize: true })).toString('latin1')
  return {
    tagged: /\/Marked true/.test(pdf),
    language: /\/Lang \(([^)]*)\)/.exec(pdf)?.[1],
    title: /\/Title \(([^)]*)\)/.exec(pdf)?.[1],
    boxes: [...new Set([...pdf.matchAll(/\/MediaBox \[0 0 ([\d. ]+)\]/g)].map(([, box]) => box))],
    tags: [...new Set([...pdf.matchAll(/\/S \/(\w+)/g)].map(([, tag]) => tag))],
  }
}
